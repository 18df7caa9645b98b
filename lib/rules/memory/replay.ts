import { DEFAULT_DIALS } from './dials'
import type { Memory, MemoryState, Rating } from './memory'
import { schedule } from './schedule'

const DAY = 86_400_000
const BEGIN = Date.UTC(2024, 0, 1, 12)

export type History = {
  id: string | number
  retention: number
  fuzz: boolean
  weights?: readonly number[] | undefined
  /** `afterDays`: days since the step before, fractions allowed. The first is at 2024-01-01T12:00:00Z, its own days added. */
  steps: readonly { rating: Rating; afterDays: number }[]
}

export type Replayed = {
  id: string | number
  steps: { state: MemoryState; stability: number; difficulty: number; intervalDays: number; due: string }[]
}

/** The memory after every step of a history, on UTC's calendar days. With fuzz, seeded by id and number of the review. */
export function replay({ id, retention, fuzz, weights, steps }: History): Replayed {
  let memory: Memory | undefined
  let at = BEGIN
  return {
    id,
    steps: steps.map(({ rating, afterDays }) => {
      at += Math.round(afterDays * DAY)
      memory = schedule(memory, rating, at, {
        retention,
        maximumIntervalDays: DEFAULT_DIALS.maximumIntervalDays,
        weights,
        fuzzSeed: fuzz ? `${id} ${memory?.reviews ?? 0}` : undefined,
      })
      const { state, stability, difficulty, intervalDays, dueAt } = memory
      return { state, stability, difficulty, intervalDays, due: new Date(dueAt).toISOString() }
    }),
  }
}
