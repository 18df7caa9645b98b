import { expect, it } from 'vitest'
import type { DeckSummary } from '@/db/types'
import type { Course } from '@/lib/rules/course/course'
import { deckGroups } from './deck-groups'

const deck = (id: string, topic: string): DeckSummary => ({
  id,
  topic,
  title: id,
  summary: `About ${topic}.`,
  language: 'en',
  direction: 'ltr',
  counts: { card: 1, question: 0, prompt: 0 },
  concepts: 0,
  levels: [],
})
const course = (id: string, ...decks: string[]): Course => ({
  id,
  title: `The course ${id}`,
  summary: '',
  audience: '',
  language: 'en',
  direction: 'ltr',
  decks: decks.map((deck) => ({ id: deck, buildsOn: [] })),
})
const ALL = [deck('ice', 'cold'), deck('kettles', 'heat'), deck('aside', 'heat'), deck('water', 'heat')]
const told = (groups: ReturnType<typeof deckGroups>) =>
  groups.map(({ title, decks }) => [title, ...decks.map(({ id }) => id)])

it('lists decks by course in its order, and those of no course by topic after them', () => {
  expect(told(deckGroups(ALL, ALL, [course('heat', 'water', 'kettles')]))).toEqual([
    ['The course heat', 'water', 'kettles'],
    ['Cold', 'ice'],
    ['Heat', 'aside'],
  ])
})

it('leaves out what is not shown, and groups without a deck', () => {
  const shown = ALL.filter(({ id }) => id !== 'kettles')
  expect(told(deckGroups(ALL, shown, [course('heat', 'water', 'kettles'), course('none', 'gone')]))).toEqual([
    ['The course heat', 'water'],
    ['Cold', 'ice'],
    ['Heat', 'aside'],
  ])
  expect(deckGroups(ALL, [], [course('heat', 'water')])).toEqual([])
})

it('is a list by topic where there is no course', () => {
  expect(told(deckGroups(ALL, ALL, []))).toEqual([
    ['Cold', 'ice'],
    ['Heat', 'kettles', 'aside', 'water'],
  ])
})
