import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { DeckSummary } from '@/db/types'
import { CourseDeck } from './course-deck'
import { NextStep } from './next-step'

const deck = (id: string, cards = 3): DeckSummary => ({
  id,
  topic: 'heat',
  title: `The ${id}`,
  summary: `Say what ${id} is.`,
  language: 'de',
  direction: 'ltr',
  counts: { card: cards, question: 0, prompt: 0 },
  concepts: 0,
  levels: [],
})

it('the page that is the same for everybody starts with the first deck', () => {
  const html = renderToStaticMarkup(
    <NextStep
      decks={[
        { ...deck('water'), buildsOn: [] },
        { ...deck('steam'), buildsOn: ['water'] },
      ]}
    />,
  )
  expect(html).toContain('Start with')
  expect(html).toContain('href="/decks/water"')
  expect(html).toContain('2 decks, 6 items')
})

it('a deck of a course names what it builds on, each title in its own language', () => {
  const html = renderToStaticMarkup(
    <CourseDeck deck={deck('kettles')} number={3} buildsOn={[deck('water'), deck('steam')]} />,
  )
  expect(html.replace(/<(?!bdi)[^>]+>/g, '')).toContain(
    'Builds on <bdi lang="de" dir="ltr">The water and <bdi lang="de" dir="ltr">The steam',
  )
  expect(renderToStaticMarkup(<CourseDeck deck={deck('water')} number={1} buildsOn={[]} />)).not.toContain(
    'Builds on',
  )
})
