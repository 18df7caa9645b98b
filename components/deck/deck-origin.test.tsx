import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { DeckOrigin } from './deck-origin'

const tongue = { lang: 'en', dir: 'ltr' as const }

it('names sources and licence, and its links tell the other site nothing of this one', () => {
  const sources = [{ title: 'A book, 2020' }, { title: 'A site', url: 'https://example.org/x?a=1&b=2' }]
  const html = renderToStaticMarkup(<DeckOrigin licence="CC-BY-4.0" sources={sources} tongue={tongue} />)
  expect(html).toContain('A book, 2020')
  expect(html).toMatch(
    /<a href="https:\/\/example\.org\/x\?a=1&amp;b=2" rel="noopener noreferrer"[^>]*>A site<\/a>/,
  )
  expect(html).toContain('Licence: CC-BY-4.0')
})

it('is a licence alone, or nothing', () => {
  expect(renderToStaticMarkup(<DeckOrigin licence="CC0" sources={[]} tongue={tongue} />)).toMatch(
    /Licence<\/h2>.*CC0/,
  )
  expect(renderToStaticMarkup(<DeckOrigin sources={[]} tongue={tongue} />)).toBe('')
})
