import {
  createEmptyCard,
  type FSRS,
  type Card as FsrsCard,
  fsrs,
  Rating as Grade,
  State,
  StrategyMode,
} from 'ts-fsrs'
import type { Memory, MemoryState, Rating } from './memory'

/** The only file that knows ts-fsrs: its version of FSRS-6, whole and unchanged. */

export type Settings = {
  retention: number
  maximumIntervalDays: number
  weights?: readonly number[] | undefined
  /** Seeds the fuzz of this one review; absent for none. */
  fuzzSeed?: string | undefined
}

const GRADES = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const
const STATES: Record<MemoryState, State> = {
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
}
const NAMES: Partial<Record<State, MemoryState>> = {
  [State.Learning]: 'learning',
  [State.Review]: 'review',
  [State.Relearning]: 'relearning',
}

/**
 * One review: FSRS-6 as ts-fsrs 5.4 computes it (weights of 21, learning steps of 1 and 10 minutes, relearning 10).
 * Days are whole days between calendar dates of UTC: whoever means other days hands in another clock.
 * @param memory absent for the first review
 * @param at epoch milliseconds on that clock, not before `memory.reviewedAt`
 */
export function schedule(memory: Memory | undefined, rating: Rating, at: number, settings: Settings): Memory {
  const { engine, seedWith } = engineFor(settings)
  seedWith(settings.fuzzSeed)
  const card = memory ? toCard(memory) : createEmptyCard(at)
  const next = engine.next(card, at, GRADES[rating]).card
  const state = NAMES[next.state]
  if (!state) throw new Error('A reviewed item is in learning, in review or in relearning.')
  return {
    state,
    stability: next.stability,
    difficulty: next.difficulty,
    dueAt: next.due.getTime(),
    reviewedAt: at,
    intervalDays: next.scheduled_days,
    step: next.learning_steps,
    reviews: next.reps,
    lapses: next.lapses,
  }
}

/**
 * The chance of recall after `days` without a review: (1 + f·t/S)^(−w20), with f such that it is 0.9 at t = S.
 * @param days may be a fraction; below zero counts as zero
 */
export function retrievability(stability: number, days: number, weights?: readonly number[]): number {
  const { engine } = engineFor({ retention: 0.9, maximumIntervalDays: 36_500, weights })
  return engine.forgetting_curve(Math.max(days, 0), stability)
}

/** A memory without its dates: what FSRS itself goes on from. Stability in days, difficulty 1 to 10. */
export type Strength = { stability: number; difficulty: number }

/** FSRS's formulas without its dates and steps, which cost twenty times as much: for simulations. */
export type Formulas = {
  /** What one review makes of a strength; absent before the first. `days` since the last review, whole. */
  strengthen: (before: Strength | undefined, days: number, rating: Rating) => Strength
  /** As `retrievability` below. */
  chance: (stability: number, days: number) => number
  /** Days after which recall is down to the retention wanted: whole, at least one, without fuzz. */
  interval: (stability: number) => number
}

/** The formulas by which `schedule` goes on from a review to the next, with these settings. */
export function formulasOf(settings: Omit<Settings, 'fuzzSeed'>): Formulas {
  const { engine } = engineFor(settings)
  return {
    strengthen: (before, days, rating) => engine.next_state(before ?? null, days, GRADES[rating]),
    chance: (stability, days) => engine.forgetting_curve(Math.max(days, 0), stability),
    interval: (stability) => engine.next_interval(stability, 0),
  }
}

type Engine = { engine: FSRS; seedWith: (seed: string | undefined) => void }

/** Engines are costly to make and settings few. Bounded, because weights are a learner's own. */
const engines = new Map<string, Engine>()
const MOST_ENGINES = 500

function engineFor({ retention, maximumIntervalDays, weights, fuzzSeed }: Settings): Engine {
  const key = `${retention} ${maximumIntervalDays} ${fuzzSeed !== undefined} ${weights ?? ''}`
  const known = engines.get(key)
  if (known) return known
  let seed = ''
  const engine = fsrs({
    request_retention: retention,
    maximum_interval: maximumIntervalDays,
    enable_fuzz: fuzzSeed !== undefined,
    ...(weights && { w: weights }),
  }).useStrategy(StrategyMode.SEED, () => seed)
  const made = {
    engine,
    seedWith: (wanted: string | undefined) => {
      seed = wanted ?? ''
    },
  }
  if (engines.size >= MOST_ENGINES) engines.clear()
  engines.set(key, made)
  return made
}

const toCard = (memory: Memory): FsrsCard => ({
  due: new Date(memory.dueAt),
  stability: memory.stability,
  difficulty: memory.difficulty,
  elapsed_days: 0,
  scheduled_days: memory.intervalDays,
  learning_steps: memory.step,
  reps: memory.reviews,
  lapses: memory.lapses,
  state: STATES[memory.state],
  last_review: new Date(memory.reviewedAt),
})
