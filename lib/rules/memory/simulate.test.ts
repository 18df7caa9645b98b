import { describe, expect, it } from 'vitest'
import { drawn } from './draws'
import { effortOf } from './effort'
import type { Standing } from './lives'
import type { Memory, Rating } from './memory'
import { offeredRetentions, priceOf } from './price'
import { formulasOf, schedule } from './schedule'
import { type Simulation, simulate } from './simulate'

const DAY = 86_400_000
/** 3 December 2026, 09:00 in Berlin. */
const NOW = Date.UTC(2026, 11, 3, 8)
const dials = { timeZone: 'Europe/Berlin', dayStartHour: 4, retention: 0.9, maximumIntervalDays: 36_500 }
const none = { card: 0, question: 0, prompt: 0 }

/** Memories from a day to some months strong, each somewhere on its way to being due. */
const memories = (count: number): Standing[] =>
  Array.from({ length: count }, (_, index) => {
    const stability = Math.exp(5 * drawn(index, 1))
    const ago = Math.floor(drawn(index, 2) * stability)
    const dueAt = NOW + (Math.round(stability) - ago) * DAY
    const difficulty = 1 + 9 * drawn(index, 3)
    return { kind: 'card', stability, difficulty, reviewedAt: NOW - ago * DAY, dueAt }
  })
const world = (more: Partial<Simulation> = {}): Simulation => ({
  memories: memories(300),
  unseen: none,
  newADay: 20,
  reviewsADay: 9999,
  effort: effortOf({}),
  dials,
  days: 90,
  ...more,
})
const total = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0)

describe('the formulas of a simulation', () => {
  it('are those by which the product schedules', () => {
    const settings = { retention: 0.85, maximumIntervalDays: 365 }
    const { strengthen, interval } = formulasOf(settings)
    let memory: Memory | undefined
    let strength: { stability: number; difficulty: number } | undefined
    let at = Date.UTC(2026, 0, 1)
    const ratings: Rating[] = ['good', 'good', 'good', 'hard', 'again', 'good', 'easy', 'good']
    for (const rating of ratings) {
      const days = memory ? Math.round((at - memory.reviewedAt) / DAY) : 0
      strength = strengthen(strength, days, rating)
      memory = schedule(memory, rating, at, settings)
      expect(strength.stability).toBeCloseTo(memory.stability, 6)
      expect(strength.difficulty).toBeCloseTo(memory.difficulty, 6)
      if (memory.state === 'review' && rating === 'good')
        expect(Math.abs(interval(strength.stability) - memory.intervalDays)).toBeLessThanOrEqual(1)
      at = Date.UTC(2026, 0, 1) + Math.round((memory.dueAt - Date.UTC(2026, 0, 1)) / DAY) * DAY
    }
    expect(memory?.lapses).toBe(1)
  })
})

describe('what a retention costs', () => {
  it('rises with it, in answers and minutes, and so does what is known', () => {
    const { days: _, ...simulation } = world({ unseen: { card: 60, question: 30, prompt: 10 } })
    const prices = priceOf([0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97], simulation, NOW)
    for (const [index, price] of prices.entries()) {
      const before = prices[index - 1]
      expect(price.met).toBeCloseTo(400)
      expect(price.known).toBeLessThan(price.met)
      if (!before) continue
      expect(price.answersADay).toBeGreaterThan(before.answersADay)
      expect(price.minutesADay).toBeGreaterThan(before.minutesADay)
      expect(price.known).toBeGreaterThan(before.known)
    }
  })

  it('is offered for five retentions, the present one among them', () => {
    expect(offeredRetentions(0.9)).toEqual([0.8, 0.85, 0.9, 0.93, 0.95])
    expect(offeredRetentions(0.97)).toEqual([0.8, 0.85, 0.9, 0.93, 0.97])
    expect(offeredRetentions(0.72)).toEqual([0.72, 0.85, 0.9, 0.93, 0.95])
    expect(offeredRetentions(0.88)).toEqual([0.8, 0.85, 0.88, 0.93, 0.95])
  })
})

describe('the coming days', () => {
  it('are empty for somebody who has nothing to remember', () => {
    const told = simulate(world({ memories: [], days: 3 }), NOW)
    expect(told).toEqual({ answers: [0, 0, 0], minutes: [0, 0, 0], known: 0, met: 0 })
  })

  it('are the same each time, and moved by the number of memories and by nothing else', () => {
    expect(simulate(world(), NOW)).toEqual(simulate(world(), NOW))
    const once = simulate(world(), NOW)
    const tenfold = simulate(world({ memoriesInAll: 3000 }), NOW)
    expect(total(tenfold.answers) / total(once.answers)).toBeCloseTo(10)
    expect(tenfold.known / once.known).toBeCloseTo(10)
  })

  it('ask for what is due today and not for what is due later', () => {
    const due = (days: number): Standing => ({
      kind: 'card',
      stability: 30,
      difficulty: 5,
      reviewedAt: NOW - 30 * DAY,
      dueAt: NOW + days * DAY,
    })
    const { answers } = simulate(world({ memories: [due(-4), due(0), due(2)], days: 4 }), NOW)
    expect(answers[0]).toBeGreaterThanOrEqual(2)
    expect(answers[2]).toBeGreaterThanOrEqual(1)
    expect(answers[1]).toBe(0)
  })

  it('begin no more new items a day than the limit, and no more than there are', () => {
    const told = simulate(world({ memories: [], unseen: { ...none, card: 25 }, newADay: 10, days: 4 }), NOW)
    expect(told.met).toBeCloseTo(25)
    const [first = 0, second = 0, third = 0, fourth = 0] = told.answers
    // Each takes one to three answers on its first day.
    for (const answers of [first, second]) expect(answers).toBeGreaterThan(10)
    expect(first).toBeLessThan(30)
    expect(third).toBeGreaterThan(5)
    expect(fourth).toBeLessThan(third)
    const half = simulate(world({ memories: [], unseen: { ...none, card: 25 }, newADay: 5, days: 3 }), NOW)
    expect(half.met).toBeCloseTo(15, 0)
  })

  it('hold reviews to their limit, the most forgotten first', () => {
    const backlog = memories(900).map((each) => ({ ...each, dueAt: NOW - DAY, reviewedAt: NOW - 60 * DAY }))
    const { answers } = simulate(world({ memories: backlog, reviewsADay: 100, days: 30 }), NOW)
    // A lapse takes a second answer.
    for (const each of answers) expect(each).toBeLessThanOrEqual(200)
    expect(Math.min(...answers.slice(0, 8))).toBeGreaterThanOrEqual(99)
  })

  it('are the same for a sample of memories as for all of them, nearly', () => {
    const all = memories(10_000)
    const sample = all.filter((_, index) => index % 5 === 0)
    const whole = simulate(world({ memories: all }), NOW)
    const part = simulate(world({ memories: sample, memoriesInAll: 10_000 }), NOW)
    expect(Math.abs(part.known / whole.known - 1)).toBeLessThan(0.03)
    expect(Math.abs(total(part.answers) / total(whole.answers) - 1)).toBeLessThan(0.1)
  })

  it('with a last pass end with more known', () => {
    const plain = simulate(world({ days: 20 }), NOW)
    const passed = simulate(world({ days: 20, lastPass: { days: 3, below: 0.95 } }), NOW)
    expect(passed.known).toBeGreaterThan(plain.known)
    expect(total(passed.answers)).toBeGreaterThan(total(plain.answers))
    expect(passed.answers.slice(0, 17)).toEqual(plain.answers.slice(0, 17))
  })
})

describe('effort', () => {
  it('is the learner’s own once there is enough of it, and usual before', () => {
    expect(effortOf({}).seconds).toEqual({ card: 10, question: 20, prompt: 60 })
    const own = effortOf({ card: { attempts: 2000, ms: 2000 * 4000, hard: 0, good: 1500, easy: 0 } })
    expect(own.seconds.card).toBe(4)
    expect(own.seconds.prompt).toBe(60)
    expect(own.recalled.good).toBeGreaterThan(0.95)
    expect(own.recalled.hard + own.recalled.good + own.recalled.easy).toBeCloseTo(1)
  })
})
