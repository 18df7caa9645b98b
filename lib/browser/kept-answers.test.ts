import { beforeEach, expect, it, vi } from 'vitest'
import { forget, forgetLearner, type KeptAnswer, keep, keptAnswers, prune } from './kept-answers'

const stored = new Map<string, string>()
const storage = {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
  removeItem: (key: string) => void stored.delete(key),
}

const HOUR = 3_600_000
const given = (id: string, more: Partial<KeptAnswer> = {}): KeptAnswer => ({
  id,
  item: 'deck/one',
  hash: 'h',
  answer: { kind: 'card', grade: 'good' },
  answeredAt: 0,
  learner: null,
  ...more,
})
const ids = (learner: string | null) => keptAnswers(learner).map((kept) => kept.id)

beforeEach(() => {
  stored.clear()
  vi.stubGlobal('localStorage', storage)
})

it('gives answers back in the order they were given, to whom they belong', () => {
  keep(given('b', { answeredAt: 2 }))
  keep(given('a', { answeredAt: 1 }))
  keep(given('c', { learner: 'ada' }))
  expect(ids(null)).toEqual(['a', 'b'])
  expect(ids('ada')).toEqual(['c'])
  expect(ids('bob')).toEqual([])
})

it('keeps one answer per id, the latest', () => {
  keep(given('a'))
  keep(given('a', { mark: 1 }))
  expect(keptAnswers(null)).toEqual([given('a', { mark: 1 })])
})

it('drops signed-out answers after a day and unsent ones after two weeks, not before', () => {
  keep(given('today', { answeredAt: 2 * HOUR }))
  keep(given('yesterday', { answeredAt: 0 }))
  keep(given('unsent', { answeredAt: 0, learner: 'ada' }))
  prune(25 * HOUR)
  expect(ids(null)).toEqual(['today'])
  expect(ids('ada')).toEqual(['unsent'])
  keep(given('from a clock a year ahead', { answeredAt: 366 * 24 * HOUR }))
  prune(25 * HOUR)
  expect(ids(null)).toEqual(['today'])
  prune(15 * 24 * HOUR)
  expect(ids('ada')).toEqual([])
})

it('forgets what was saved, and everything of a learner who leaves', () => {
  keep(given('a'))
  keep(given('b'))
  keep(given('c', { learner: 'ada' }))
  forget(['a'])
  forgetLearner('ada')
  expect(ids(null)).toEqual(['b'])
  expect(ids('ada')).toEqual([])
})

it('reads what is broken or not ours as nothing, and goes on', () => {
  for (const text of ['{', '7', '[null, 1, {"id": "x"}]']) {
    stored.set('answers', text)
    expect(keptAnswers(null)).toEqual([])
    expect(keep(given('a'))).toBe(true)
    expect(ids(null)).toEqual(['a'])
  }
})

it('says when storage is blocked or full instead of failing', () => {
  const refuse = () => {
    throw new Error('QuotaExceededError')
  }
  vi.stubGlobal('localStorage', { ...storage, setItem: refuse })
  expect(keep(given('a'))).toBe(false)
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
  expect(keptAnswers(null)).toEqual([])
  expect(keep(given('a'))).toBe(false)
  expect(() => prune(0)).not.toThrow()
})
