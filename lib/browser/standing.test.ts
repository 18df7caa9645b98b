import { expect, it } from 'vitest'
import { joined, withAnswer } from './standing'

const wrong = { answer: { kind: 'question', chosen: ['a'] }, mark: 0, answeredAt: 1 } as const
const right = { answer: { kind: 'question', chosen: ['b'] }, mark: 1, answeredAt: 2 } as const

it('remembers the first answer, the best and the last', () => {
  const standing = withAnswer(withAnswer(undefined, wrong), right)
  expect(standing).toMatchObject({ attempts: 2, lastAt: 2, lastMark: 1, rightFirst: false, rightEver: true })
  expect(withAnswer(standing, { ...wrong, answeredAt: 3 })).toMatchObject({ lastMark: 0, rightEver: true })
})

it('calls only a question right, and keeps the last grade of a card', () => {
  const card = withAnswer(undefined, { answer: { kind: 'card', grade: 'easy' }, mark: 1, answeredAt: 1 })
  expect(card).toMatchObject({ rightFirst: false, rightEver: false, lastGrade: 'easy' })
})

it('keeps the best explanation when a later one covers less', () => {
  const explain = (covered: number) => ({
    answer: { kind: 'prompt', text: 'x' } as const,
    mark: covered / 3,
    answeredAt: covered,
    covered,
  })
  expect(withAnswer(withAnswer(undefined, explain(2)), explain(1)).conceptsBest).toBe(2)
})

it('joins what the server knew with what came since, even when the browser has an earlier time', () => {
  const known = withAnswer(undefined, wrong)
  const since = withAnswer(undefined, right)
  expect(joined(known, since)).toMatchObject({ attempts: 2, rightFirst: false, rightEver: true, lastAt: 2 })
  const late = { ...known, lastAt: 1000 }
  expect(joined(late, since)).toMatchObject({ lastMark: 1, lastAt: 2 })
  expect(joined(undefined, since)).toEqual(since)
})
