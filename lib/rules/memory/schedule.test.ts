import fc from 'fast-check'
import { createEmptyCard, fsrs, Rating as Grade } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { type Memory, RATINGS, type Rating } from './memory'
import { replay } from './replay'
import { retrievability, schedule } from './schedule'

const DAY = 86_400_000
const BEGIN = Date.UTC(2024, 0, 1, 12)
const PLAIN = { retention: 0.9, maximumIntervalDays: 36_500 }
const GRADES = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const

describe('the standard', () => {
  it('gives the golden history of ts-fsrs, each review on the day it is due', () => {
    const ratings = [...Array(6).fill('good'), 'again', 'again', ...Array(5).fill('good')] as Rating[]
    let memory: Memory | undefined
    let at = Date.UTC(2022, 10, 29, 12, 30)
    const weights = undefined
    const intervals = ratings.map((rating) => {
      memory = schedule(memory, rating, at, { ...PLAIN, weights })
      at = memory.dueAt
      return memory.intervalDays
    })
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
  })

  it('is ts-fsrs, whatever the history, retention and weights', () => {
    const step = fc.record({
      rating: fc.constantFrom(...RATINGS),
      afterDays: fc.oneof(fc.double({ min: 0, max: 0.5, noNaN: true }), fc.integer({ min: 0, max: 400 })),
    })
    const weights = fc.option(
      fc.constant([
        0.4, 0.9, 2.3, 10.9, 4.9, 0.94, 2.86, 0.01, 1.49, 0.14, 0.94, 1.18, 0.05, 0.34, 1.26, 0.29, 2.61, 0.5,
        0.1, 0.1, 0.2,
      ]),
      {
        nil: undefined,
      },
    )
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(0.7, 0.85, 0.9, 0.97),
        weights,
        (steps, retention, w) => {
          const engine = fsrs({ request_retention: retention, enable_fuzz: false, ...(w && { w }) })
          let card = createEmptyCard(BEGIN)
          let at = BEGIN
          const expected = steps.map(({ rating, afterDays }) => {
            at += Math.round(afterDays * DAY)
            card = engine.next(card, at, GRADES[rating]).card
            return {
              stability: card.stability,
              difficulty: card.difficulty,
              intervalDays: card.scheduled_days,
              due: card.due.toISOString(),
            }
          })
          const { steps: given } = replay({ id: 'h', retention, fuzz: false, weights: w, steps })
          expect(given.map(({ state: _, ...rest }) => rest)).toEqual(expected)
        },
      ),
    )
  })

  it('fuzzes the same review the same way, and different reviews differently', () => {
    const once = (fuzzSeed: string) => {
      const learned: Memory = {
        state: 'review',
        stability: 100,
        difficulty: 5,
        dueAt: BEGIN + 100 * DAY,
        reviewedAt: BEGIN,
        intervalDays: 100,
        step: 0,
        reviews: 5,
        lapses: 0,
      }
      return schedule(learned, 'good', BEGIN + 100 * DAY, { ...PLAIN, fuzzSeed }).intervalDays
    }
    expect(once('7 deck/item 5')).toBe(once('7 deck/item 5'))
    const seen = new Set(Array.from({ length: 20 }, (_, learner) => once(`${learner} deck/item 5`)))
    expect(seen.size).toBeGreaterThan(5)
  })

  it.each([
    [10, 0, 1],
    [10, 10, 0.9],
    [10, -3, 1],
  ])('expects recall of stability %d after %d days to be %d', (stability, days, expected) =>
    expect(retrievability(stability, days)).toBeCloseTo(expected, 6),
  )
})
