import type { Nodes } from 'hast'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from './markdown'
import { sanitizeSchema } from './sanitize-schema'

/** A tree as text: `p(strong(x))`, with attributes as `a[href=/x](…)`. */
function outline(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const inside = node.children.map(outline).join('')
  if (node.type !== 'element') return inside
  const attributes = Object.entries(node.properties).map(([name, value]) => `[${name}=${String(value)}]`)
  return `${node.tagName}${attributes.join('')}(${inside})`
}
const html = async (markdown: string, inline = false) => outline(await renderMarkdown(markdown, { inline }))

function* elements(node: Nodes): Generator<Extract<Nodes, { type: 'element' }>> {
  if (node.type === 'element') yield node
  if ('children' in node) for (const child of node.children) yield* elements(child)
}

describe('what authors write', () => {
  it('headings become strong lines, so that the page keeps its own order of headings', async () => {
    expect(await html('# Title\n\nText')).toBe('p(strong(Title))\np(Text)')
  })

  it('inline text loses the frame of a single paragraph, and only of that', async () => {
    expect(await html('Only *one*', true)).toBe('Only em(one)')
    expect(await html('One\n\ntwo', true)).toBe('p(One)\np(two)')
  })

  it('formulas become MathML, on one line between double dollars as well', async () => {
    expect(await html('$x^2$')).toContain(
      'math[xmlns=http://www.w3.org/1998/Math/MathML](semantics(mrow(msup(mi(x)mn(2)))',
    )
    for (const shown of ['$$x$$', '$$\nx\n$$'])
      expect(await html(shown)).toMatch(
        /^div\[className=formula\]\[tabIndex=0\]\(span\[className=katex\]\(math.*\[display=block\]/,
      )
    expect(await html('so $$x$$ is')).not.toContain('display=block')
  })

  it('a formula that cannot be read shows its source, without a style', async () => {
    expect(await html('$\\frac{$')).toBe('p(span[className=katex-error](\\frac{))')
  })

  it('code is coloured by classes', async () => {
    const tree = await html('```python\nreturn "a" # why\n```')
    expect(tree).toContain('span[className=code-keyword](return)')
    expect(tree).toContain('span[className=code-comment](# why)')
    expect(await html('```ts\nconst a = 1\n```')).toContain('span[className=code-keyword](const)')
  })

  it('code of an unknown language stays plain, and a long line can be scrolled by keyboard', async () => {
    expect(await html('```klingon\nqapla\n```')).toBe(
      'pre[dir=ltr][translate=no](code[className=language-klingon](qapla))',
    )
    expect(await html(`\`\`\`\n${'x'.repeat(80)}\n\`\`\``)).toContain(
      'pre[dir=ltr][translate=no][tabIndex=0]',
    )
  })

  it('tables keep their alignment without a style and scroll inside themselves', async () => {
    const tree = await html('| a | b |\n|---|--:|\n| 1 | 2 |')
    expect(tree).toMatch(/^div\[className=scroll\]\[tabIndex=0\]\(table\(/)
    expect(tree).toContain('td[align=right](2)')
  })

  it('links that lead elsewhere cannot reach back', async () => {
    expect(await html('[a](https://a.b) [c](/c) [m](mailto:a@b.c)')).toBe(
      'p(a[href=https://a.b][rel=noopener](a) a[href=/c](c) a[href=mailto:a@b.c](m))',
    )
  })

  it('notes and pictures leave their words', async () => {
    expect(await html('A[^1] ![a kettle](https://a.b/c.png)\n\n[^1]: Note')).toBe('p(A[1] a kettle)\np(Note)')
  })

  it('the same text is rendered once', async () => {
    expect(await renderMarkdown('twice')).toBe(await renderMarkdown('twice'))
  })
})

describe('what nobody should write', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)" style="color:red" id="x">a</a>',
    '[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](&#x6A;avascript:alert(1)) [v](vbscript:x)',
    '[d](data:text/html;base64,PHNjcmlwdD4=) ![d](data:image/svg+xml,x)',
    '<javascript:alert(1)> [e][r]\n\n[r]: javascript:alert(1)',
    '![x](https://elsewhere.example/pixel.png)',
    '<svg onload=alert(1)> <math href="javascript:alert(1)"> <iframe src=//x> <style>*{}</style>',
    '$\\href{javascript:alert(1)}{x}$ $\\htmlId{main}{x}$ $\\htmlStyle{color:red}{x}$ $\\includegraphics{x}$',
    '$\\color{red}{x}$ $\\colorbox{red}{x}$ $\\rule{9999em}{9999em}$ $\\def\\a{\\a\\a}\\a$',
    '```"><script>\nx\n```',
    '# <b onclick=x>t</b>\n\n| <td style=x> |\n|:-:|\n| b |',
  ]
  it.each(hostile)('%s', async (markdown) => {
    const tree = await renderMarkdown(markdown)
    for (const { tagName, properties } of elements(tree)) {
      expect(sanitizeSchema.tagNames).toContain(tagName)
      expect(['img', 'script', 'style', 'iframe', 'svg', 'input']).not.toContain(tagName)
      for (const [name, value] of Object.entries(properties)) {
        expect(name).not.toMatch(/^(on|style$|id$|src$)/i)
        if (name === 'href') expect(String(value)).toMatch(/^(https?:|mailto:|\/|#|[a-z]+$)/)
      }
    }
  })

  const nested = Array.from({ length: 120 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n')
  const floods: [string, string][] = [
    ...[
      '[',
      '![',
      '[a](',
      '*a ',
      '**a _b ',
      '>',
      '> ',
      '- ',
      '1. ',
      '`',
      '$a ',
      '<',
      '&',
      '~~a',
      '[^',
      '*',
      '_*',
    ].map((part): [string, string] => [part, part.repeat(8000 / part.length)]),
    ['braces in a formula', `$${'{'.repeat(7990)}$`],
    ['a nested list', nested],
    ['a wide table', `|${'a|'.repeat(400)}\n|${'-|'.repeat(400)}\n${'|b|\n'.repeat(1000)}`],
    ['brackets in code', `\`\`\`python\n${'('.repeat(7900)}\n\`\`\``],
  ]
  it.each(floods)('8,000 characters of %s come to an end', { timeout: 20_000 }, async (_, markdown) => {
    const text = outline(await renderMarkdown(markdown))
    expect(text.length).toBeGreaterThan(0)
    expect(text.length).toBeLessThan(1_000_000)
  })
})
