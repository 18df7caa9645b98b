import { expect, it } from 'vitest'
import { contentDiff, sidesOf } from './diff'
import { testDeck } from './testing'

const card = (id: string, more: object = {}) => ({ id, level: 'beginner', front: 'F', back: 'B', ...more })
const option = (id: string, correct: boolean) => ({ id, text: id, correct, feedback: 'So.' })
const question = (right: 'a' | 'b', more: object = {}) => ({
  id: 'q',
  level: 'beginner',
  stem: 'S',
  explanation: 'E',
  options: [option('a', right === 'a'), option('b', right === 'b')],
  ...more,
})
const sides = (cards: object[], questions: object[] = []) =>
  sidesOf([testDeck({ id: 'deck', cards, questions })])

it('tells what becomes of each item, in the order of the files', () => {
  const before = sides([
    card('same'),
    card('typo'),
    card('other', { back: 'C' }),
    card('level'),
    card('gone'),
    card('kind'),
    card('lowered', { revision: 2 }),
  ])
  const after = sidesOf([
    testDeck({
      id: 'deck',
      cards: [
        card('same', { pictures: [] }),
        card('typo', { front: 'Ff' }),
        card('other', { back: 'D', revision: 2 }),
        card('level', { level: 'advanced' }),
        card('lowered'),
        card('fresh'),
      ],
      questions: [question('a', { id: 'kind' })],
    }),
  ])
  expect(contentDiff(before, after).map(({ id, fate, note }) => [id, fate, note?.split('.')[0]])).toEqual([
    ['deck/typo', 'words', undefined],
    ['deck/other', 'meaning', undefined],
    ['deck/level', 'details', undefined],
    ['deck/lowered', 'words', 'The revision went from 2 to 1'],
    ['deck/fresh', 'new', undefined],
    ['deck/kind', 'refused', 'It was a card'],
    ['deck/gone', 'retired', undefined],
  ])
})

it('doubts that only words changed when another option is right', () => {
  const [change] = contentDiff(sides([], [question('a')]), sides([], [question('b')]))
  expect(change).toMatchObject({ fate: 'words', note: expect.stringContaining('revision: 2') })
  const reworded = question('a', { explanation: 'Other words' })
  expect(contentDiff(sides([], [question('a')]), sides([], [reworded]))).toEqual([
    { id: 'deck/q', kind: 'question', fate: 'words' },
  ])
  expect(
    contentDiff(sides([], [question('a')]), sides([], [question('b', { revision: 2 })]))[0]?.note,
  ).toBeUndefined()
})

it('knows what a database has retired', () => {
  const [known] = sides([card('a')])
  if (!known) throw new Error('No item.')
  expect(contentDiff([{ ...known, retired: true }], [known])).toMatchObject([{ fate: 'returned' }])
  expect(contentDiff([{ ...known, retired: true }], [])).toEqual([])
})
