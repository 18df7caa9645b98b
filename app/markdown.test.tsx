import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Markdown } from '@/components/ui/markdown'
import { renderMarkdown } from '@/lib/content/markdown'

const html = async (markdown: string, inline = false) =>
  renderToStaticMarkup(
    <Markdown tree={await renderMarkdown(markdown, { inline })} inline={inline} lang="de" />,
  )

it('text becomes elements in their language', async () => {
  expect(await html('Ein **Wort**')).toBe(
    '<div class="prose" lang="de"><p>Ein <strong>Wort</strong></p></div>',
  )
  expect(await html('Ein **Wort**', true)).toBe(
    '<span class="prose" lang="de">Ein <strong>Wort</strong></span>',
  )
})

const EVERYTHING = [
  '| a | b |\n|:-:|--:|\n| 1 | 2 |',
  '```python\nreturn "a" # why\n```',
  '$$\n\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} \\underbrace{x}_{y} \\boxed{z} \\color{red}{w}\n$$',
  '$$\n\\begin{aligned} a &= \\sum_{i=0}^n i \\\\ &\\ne \\left(\\frac{1}{2}\\right) \\end{aligned}\n$$',
  '$\\frac{$ and $\\mathbf{x}\\;\\text{as text}$',
  '- [x] done\n- not\n\n  more\n  > said\n  > > twice',
  '3. third\n4. fourth',
  'A [link](https://example.org "title"), [ours](/decks), <https://example.org>, `code`, ~~gone~~, a  \nbreak',
  '---\n\n# Heading\n\n[^1]: a note\n\nText[^1] &amp; <b>raw</b>',
].join('\n\n')

it('makes of a tree what the converter of its format makes of it', async () => {
  for (const inline of [false, true]) {
    const tree = await renderMarkdown(EVERYTHING, { inline })
    const theirs = toJsxRuntime(tree, { Fragment, jsx, jsxs, tableCellAlignToStyle: false })
    expect(renderToStaticMarkup(<Markdown tree={tree} inline={inline} />)).toContain(
      renderToStaticMarkup(theirs),
    )
    // As it comes to a browser.
    const sent = JSON.parse(JSON.stringify(tree))
    expect(renderToStaticMarkup(<Markdown tree={sent} />)).toContain(renderToStaticMarkup(theirs))
  }
})

it('nothing that Markdown can do makes a style attribute, which the policy of the page would block', async () => {
  const made = await html(EVERYTHING)
  expect(made).toContain('<td align="right">2</td>')
  expect(made).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">')
  expect(made).toContain('<span class="code-keyword">return</span>')
  expect(made).toContain('<ol start="3">')
  expect(made).not.toMatch(/\sstyle=/)
})
