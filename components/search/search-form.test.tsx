import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { readSearchView } from '@/lib/rules/search/view'
import { SearchForm } from './search-form'

const form = (params: Record<string, string>) =>
  renderToStaticMarkup(<SearchForm view={readSearchView(params)} />)

it('is a form that any browser sends, and shows what the address says', () => {
  const html = form({ q: 'a "b" <c>', kind: 'card', level: 'advanced', tag: 'x & y' })
  expect(html).toMatch(/<form[^>]* action="\/search"/)
  expect(html).toContain('value="a &quot;b&quot; &lt;c&gt;"')
  expect(html).toMatch(/<option value="card" selected="">Card/)
  expect(html).toMatch(/<option value="advanced" selected="">/)
  expect(html).toMatch(/<input[^>]*type="checkbox"[^>]*name="tag"[^>]*value="x &amp; y"/)
})

it('takes the focus only where nothing was asked yet', () => {
  expect(form({})).toMatch(/autofocus/i)
  expect(form({ q: 'x' })).not.toMatch(/autofocus/i)
  expect(form({})).not.toContain('checkbox')
})
