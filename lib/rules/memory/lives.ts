import { type ItemKind, KINDS } from '../item'
import { dayStart, localDay } from '../local-day'
import type { Effort } from './effort'
import type { Dials } from './memory'
import type { Strength } from './schedule'

const DAY = 86_400_000
const HOUR = 3_600_000

/** A memory as the simulation needs it; times are epoch milliseconds. */
export type Standing = Strength & { kind: ItemKind; dueAt: number; reviewedAt: number }

/** What there is at the start. */
export type Start = {
  /** All memories that reviews ask for, or a fair sample of them. */
  memories: readonly Standing[]
  /** How many there are in all; absent when `memories` are all. */
  memoriesInAll?: number
  /** Items that were never asked for, by kind. */
  unseen: Readonly<Record<ItemKind, number>>
  effort: Effort
  dials: Dials
}

/**
 * One life of a memory. Every future is told by about as many of them, so that the work is the same for ten memories
 * as for a hundred thousand: `weight` says how many memories one life stands for, and may be under one.
 */
export type Life = Strength & {
  weight: number
  /** That one answer takes. */
  seconds: number
  /** Days from today; `last`, of the last review, is 0 or less at the start. */
  due: number
  last: number
  /** Reviews in this simulation. */
  reviews: number
  /** Which life it is: what its draws are made of. */
  seed: number
}

/**
 * Lives for the memories there are, and as many for those to come: their sums are within three per cent of what twenty
 * times as many give.
 */
export const LIVES = 600

/** The lives of the memories there are. */
export function standingLives(start: Start, now: number): Life[] {
  const { memories, memoriesInAll = memories.length, effort, dials } = start
  const { timeZone, dayStartHour } = dials
  const today = dayStart(localDay(now, timeZone, dayStartHour), timeZone, dayStartHour)
  // A day begins an hour early when the clock is put forward.
  const dayOf = (at: number) => Math.floor((at - today + HOUR) / DAY)
  const count = memories.length === 0 ? 0 : LIVES
  return Array.from({ length: count }, (_, seed) => {
    const of = memories[Math.floor(((seed + 0.5) * memories.length) / count)] as Standing
    return {
      stability: of.stability,
      difficulty: of.difficulty,
      due: Math.max(dayOf(of.dueAt), 0),
      last: Math.min(dayOf(of.reviewedAt), 0),
      reviews: 0,
      seed,
      weight: memoriesInAll / count,
      seconds: effort.seconds[of.kind],
    }
  })
}

/** The lives of the first `most` unseen items; they have no memory until they begin. */
export function freshLives({ unseen, effort }: Start, most: number): Life[] {
  const inAll = KINDS.reduce((sum, kind) => sum + unseen[kind], 0)
  const met = Math.min(inAll, most)
  if (met <= 0) return []
  const seconds = KINDS.reduce((sum, kind) => sum + (unseen[kind] / inAll) * effort.seconds[kind], 0)
  return Array.from({ length: LIVES }, (_, index) => ({
    stability: 0,
    difficulty: 0,
    due: 0,
    last: 0,
    reviews: 0,
    seed: LIVES + index,
    weight: met / LIVES,
    seconds,
  }))
}
