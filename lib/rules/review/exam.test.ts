import { describe, expect, it } from 'vitest'
import { addDays } from '../local-day'
import { effortOf } from '../memory/effort'
import type { Start } from '../memory/lives'
import { daysUntil, lastPass, newADayNeeded, planExam, type Reviewed } from './exam'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 11, 3, 8)
const TODAY = '2026-12-03'
const dials = { timeZone: 'UTC', dayStartHour: 4, retention: 0.9, maximumIntervalDays: 36_500 }

const deck = (met: number, unseen: number): Start => ({
  memories: Array.from({ length: met }, (_, index) => ({
    kind: 'card',
    stability: 4 + index,
    difficulty: 5,
    reviewedAt: NOW - 2 * DAY,
    dueAt: NOW + (2 + index) * DAY,
  })),
  unseen: { card: unseen, question: 0, prompt: 0 },
  effort: effortOf({}),
  dials,
})
const plan = (start: Start, days: number, newADay = 20) =>
  planExam(start, newADay, { today: TODAY, examDay: addDays(TODAY, days) }, NOW)

describe('the days until an exam', () => {
  it('are those before its own, today included', () => {
    expect(daysUntil(TODAY, '2026-12-04')).toBe(1)
    expect(daysUntil(TODAY, '2027-01-03')).toBe(31)
    expect([daysUntil(TODAY, TODAY), daysUntil(TODAY, '2026-11-30')]).toEqual([0, 0])
  })

  it('say how many new items each takes, so that the last is met with time to spare', () => {
    expect(newADayNeeded(46, 30)).toBe(2)
    expect(newADayNeeded(47, 30)).toBe(3)
    // Six days: two of them to consolidate.
    expect(newADayNeeded(40, 6)).toBe(10)
    expect(newADayNeeded(40, 2)).toBe(20)
    expect(newADayNeeded(40, 1)).toBe(40)
    expect([newADayNeeded(0, 9), newADayNeeded(40, 0)]).toEqual([0, 0])
  })
})

describe('a plan until an exam', () => {
  it('meets every item, and more is known on the day than without it', () => {
    const { planned, asNow, knownOtherwise, items, unseen, daysLeft } = plan(deck(30, 40), 21, 1)
    expect([items, unseen, daysLeft, planned.newADay, asNow.newADay]).toEqual([70, 40, 21, 3, 1])
    expect(planned.met).toBeCloseTo(70)
    expect(asNow.met).toBeCloseTo(51, 0)
    expect(planned.known).toBeGreaterThan(asNow.known)
    expect(asNow.known).toBeGreaterThan(knownOtherwise)
    expect(knownOtherwise).toBeLessThan(30)
    expect(planned.answers).toHaveLength(21)
  })

  it('takes nothing for known that was never met, and nothing for doing on the day itself', () => {
    expect(plan(deck(0, 10), 5).knownOtherwise).toBe(0)
    const today = plan(deck(3, 10), 0)
    expect([today.daysLeft, today.planned.answers, today.planned.newADay]).toEqual([0, [], 0])
    expect(today.planned.known).toBeCloseTo(today.knownOtherwise)
  })

  it('says what is left without study by the chance of recall on the day', () => {
    // One memory of four days, reviewed two days ago: two days on it is as old as it is strong.
    expect(plan(deck(1, 0), 2).knownOtherwise).toBeCloseTo(0.9)
    // By the learner's days: late on that day, or early on it, makes no difference.
    const [memory] = deck(1, 0).memories
    for (const hour of [5, 23]) {
      const reviewedAt = Date.UTC(2026, 11, 1, hour)
      const start = { ...deck(1, 0), memories: memory ? [{ ...memory, reviewedAt }] : [] }
      expect(plan(start, 2).knownOtherwise).toBeCloseTo(0.9)
    }
  })
})

describe('the last pass', () => {
  const items: Reviewed[] = [
    { itemId: 'strong', stability: 400, reviewedDay: '2026-11-20' },
    { itemId: 'weak', stability: 5, reviewedDay: '2026-11-25' },
    { itemId: 'weaker', stability: 2, reviewedDay: '2026-11-25' },
    { itemId: 'middling', stability: 30, reviewedDay: '2026-11-10' },
    { itemId: 'lately', stability: 2, reviewedDay: '2026-12-02' },
  ]

  it('comes in the three days before the exam, least likely first, spread over them', () => {
    expect(lastPass(items, TODAY, '2026-12-07', dials)).toEqual([])
    expect(lastPass(items, TODAY, '2026-12-06', dials)).toEqual(['weaker', 'weak'])
    expect(lastPass(items, TODAY, '2026-12-05', dials)).toEqual(['weaker', 'weak'])
    expect(lastPass(items, TODAY, '2026-12-04', dials)).toEqual(['weaker', 'weak', 'middling'])
    expect(lastPass(items, TODAY, TODAY, dials)).toEqual([])
  })

  it('asks for nothing twice: what was reviewed within it is done', () => {
    const seen = items.map((item) => ({ ...item, reviewedDay: TODAY }))
    expect(lastPass(seen, TODAY, '2026-12-05', dials)).toEqual([])
  })
})
