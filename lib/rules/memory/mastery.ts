import type { MemoryState } from './memory'

/** Khan Academy's five states. None is declared by the learner; the top one needs mixed practice, and each can be lost. */
export const MASTERIES = ['not-started', 'attempted', 'familiar', 'proficient', 'mastered'] as const
export type Mastery = (typeof MASTERIES)[number]

export const MASTERY_WORDS: Record<Mastery, string> = {
  'not-started': 'Not started',
  attempted: 'Attempted',
  familiar: 'Familiar',
  proficient: 'Proficient',
  mastered: 'Mastered',
}

/** A week is the shortest interval that outlives the session and the lesson; three weeks is what is called mature. */
const PROFICIENT_DAYS = 7
const MASTERED_DAYS = 21
/** Below this chance of recall a state is not held any more until it is shown again. */
const STILL_KNOWN = 0.8

/** What mastery is computed from; see the columns of snapshots. */
export type Evidence = {
  attempts: number
  state?: MemoryState | null
  /** Days. */
  stability?: number | null
  recalled?: boolean
  mixed: boolean
  /** The chance of recall now, 0 to 1. */
  retrievability?: number
}

/** The mastery of one item, now. */
export function masteryOf({
  attempts,
  state,
  stability,
  recalled,
  mixed,
  retrievability,
}: Evidence): Mastery {
  if (attempts === 0) return 'not-started'
  if (!state || !recalled) return 'attempted'
  const holds = (retrievability ?? 0) >= STILL_KNOWN && state === 'review'
  if (!holds || (stability ?? 0) < PROFICIENT_DAYS) return 'familiar'
  return mixed && (stability ?? 0) >= MASTERED_DAYS ? 'mastered' : 'proficient'
}

/** The mastery of several items together (a deck, a concept): the best state that three quarters of them have reached. */
export function masteryTogether(items: readonly Mastery[]): Mastery {
  if (items.length === 0) return 'not-started'
  const ranks = items.map((each) => MASTERIES.indexOf(each)).sort((a, b) => b - a)
  const needed = Math.ceil(items.length * 0.75)
  const reached = MASTERIES[ranks[needed - 1] ?? 0] ?? 'not-started'
  // Something was done all the same.
  return reached === 'not-started' && (ranks[0] ?? 0) > 0 ? 'attempted' : reached
}
