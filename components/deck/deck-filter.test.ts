import { expect, it } from 'vitest'
import type { DeckSummary } from '@/db/types'
import { filterOf, matching, searchOf } from './deck-filter'
import { topicWords } from './listed'

const deck = (id: string, more: Partial<DeckSummary> = {}): DeckSummary => ({
  id,
  topic: 'mlops',
  title: id,
  summary: '',
  language: 'en',
  direction: 'ltr',
  concepts: 0,
  counts: { card: 1, question: 0, prompt: 0 },
  levels: [{ level: 'beginner', count: 1 }],
  ...more,
})
const decks = [
  deck('what', { title: 'What is MLOps?', summary: 'Say what it is.' }),
  deck('pruefung', { topic: 'deutsch', title: 'Die Prüfung', levels: [{ level: 'advanced', count: 2 }] }),
]
const found = (search: string) => matching(decks, filterOf(search)).map(({ id }) => id)

it('finds every word, in any case and with or without accents', () => {
  expect(found('?q=MLOPS+say')).toEqual(['what'])
  expect(found('?q=prufung')).toEqual(['pruefung'])
  expect(found('?q=mlops+prufung')).toEqual([])
})

it('narrows by topic and by level, and by nothing it does not know', () => {
  expect(found('?topic=deutsch')).toEqual(['pruefung'])
  expect(found('?level=beginner')).toEqual(['what'])
  expect(found('?level=hardest&q=')).toEqual(['what', 'pruefung'])
})

it('writes an address that reads back as the same filter', () => {
  for (const search of ['', '?q=a+b', '?q=%C3%BC&topic=mlops&level=advanced'])
    expect(searchOf(filterOf(search))).toBe(search)
})

it('spells a topic as its decks do, or with a capital', () => {
  expect(topicWords('mlops', decks)).toBe('MLOps')
  expect(topicWords('deutsch', decks)).toBe('Deutsch')
  expect(topicWords('linear-algebra', decks)).toBe('Linear algebra')
})
