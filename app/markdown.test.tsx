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

it('nothing that Markdown can do makes a style attribute, which the policy of the page would block', async () => {
  const everything = [
    '| a | b |\n|:-:|--:|\n| 1 | 2 |',
    '```python\nreturn "a" # why\n```',
    '$$\n\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} \\underbrace{x}_{y} \\boxed{z} \\color{red}{w}\n$$',
    '$\\frac{$',
    '- [x] done',
    '3. third',
  ].join('\n\n')
  const made = await html(everything)
  expect(made).toContain('<td align="right">2</td>')
  expect(made).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">')
  expect(made).toContain('<span class="code-keyword">return</span>')
  expect(made).toContain('<ol start="3">')
  expect(made).not.toMatch(/\sstyle=/)
})
