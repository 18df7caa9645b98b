import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Found, SearchResult } from '@/db/types'
import { MARK_END, MARK_START } from '@/lib/rules/search/marked'
import { readSearchView } from '@/lib/rules/search/view'
import { Results } from './results'

const marked = (text: string) => text.replaceAll('[', MARK_START).replaceAll(']', MARK_END)
const DECK = { id: 'kettles', title: 'Kettles & <co>', language: 'de', direction: 'ltr' as const }
const card = (more: Partial<Found> = {}): Found => ({
  kind: 'card',
  deck: DECK,
  name: 'boiling',
  level: 'beginner',
  title: '',
  asked: marked('When does [water] boil? <img src=x onerror=alert(1)>'),
  told: 'At 100 degrees.',
  tags: ['a & b'],
  ...more,
})
const page = (result: SearchResult, params: Record<string, string>) =>
  renderToStaticMarkup(<Results result={result} view={readSearchView(params)} />)

describe('what was found', () => {
  it('is marked by elements, and nothing of it is read as markup', () => {
    const html = page({ found: [card()], total: 1 }, { q: 'water' })
    expect(html).toMatch(/<mark[^>]*>water<\/mark>/)
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(html).not.toMatch(/\p{Cc}|<img/u)
    expect(html).toContain('href="/decks/kettles#boiling"')
    expect(html).toMatch(/<h2[^>]*lang="de"/)
    expect(html).toContain('1 found')
  })

  it('leads from a tag to all that has it, with what else was asked', () => {
    expect(page({ found: [card()], total: 1 }, { q: 'water', page: '2' })).toContain(
      'href="/search?q=water&amp;tag=a+%26+b"',
    )
  })

  it('shows a card’s answer only where it was matched', () => {
    expect(page({ found: [card()], total: 1 }, { q: 'water' })).not.toContain('100 degrees')
    const told = marked('At 100 [degrees].')
    expect(page({ found: [card({ told })], total: 1 }, { q: 'degrees' })).toContain('>degrees</mark>')
  })

  it('names a deck by its title and says what it is', () => {
    const deck: Found = {
      kind: 'deck',
      deck: DECK,
      title: marked('[Kettles]'),
      asked: 'Boil.',
      told: '',
      tags: [],
    }
    const html = page({ found: [deck], total: 1 }, { q: 'kettles' })
    expect(html).toContain('href="/decks/kettles"')
    expect(html).toMatch(/<mark[^>]*>Kettles<\/mark>/)
    expect(html).toContain('Boil.')
  })

  it('turns pages that keep the question, and counts no further than they go', () => {
    const html = page({ found: [card()], total: 501 }, { q: 'water', level: 'beginner' })
    expect(html).toContain('More than 500 found')
    expect(html).toContain('Page 1 of 25')
    expect(html).toContain('href="/search?q=water&amp;level=beginner&amp;page=2"')
  })
})

describe('where nothing was found', () => {
  const none = { found: [], total: 0 }
  it.each([
    ['nothing was asked', {}, 'Find a deck or an item', ''],
    ['words are nowhere', { q: 'xyz' }, 'Try fewer words', 'href="/decks"'],
    [
      'filters leave nothing',
      { q: 'xyz', level: 'beginner', tag: 't' },
      'without 2 filters',
      'href="/search?q=xyz"',
    ],
    [
      'the page is beyond the last',
      { q: 'xyz', page: '9' },
      'There are not so many pages',
      'href="/search?q=xyz"',
    ],
  ])('when %s, it says so and offers a way on', (_, params, words, link) => {
    const html = page(none, params as never)
    expect(html).toContain(words)
    expect(html).toContain(link)
  })
})
