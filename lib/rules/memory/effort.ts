import { type ItemKind, KINDS } from '../item'
import { paceOf } from '../review/pace'
import type { Rating } from './memory'

/** What a learner's answers cost and how they come out: taken from their own days, as far as those tell. */
export type Effort = {
  /** Seconds that one answer takes, by kind. */
  seconds: Readonly<Record<ItemKind, number>>
  /** How what was recalled is rated, as shares of one. */
  recalled: Shares
}

type Shares = Readonly<Record<Exclude<Rating, 'again'>, number>>

/** Sums over days, by names of day-counts; what is absent is 0. */
export type EffortSums = Partial<Record<ItemKind, { attempts: number; ms: number } & Counts>>
type Counts = Record<Exclude<Rating, 'again'>, number>

/** What learners press when they recalled, as FSRS's own simulator assumes (fsrs-optimizer, `review_rating_prob`). */
const RECALLED: Shares = { hard: 0.224, good: 0.631, easy: 0.145 }
/** They count as much as so many of the learner's own, so that one odd day decides nothing. */
const USUAL_RATINGS = 50

/** The learner's effort per answer, from the sums of their days. */
export function effortOf(sums: EffortSums): Effort {
  const counts: Counts = { hard: 0, good: 0, easy: 0 }
  for (const kind of KINDS) {
    const of = sums[kind]
    if (!of) continue
    for (const rating of ['hard', 'good', 'easy'] as const) counts[rating] += of[rating]
  }
  const rated = counts.hard + counts.good + counts.easy
  const share = (rating: keyof Counts) =>
    (counts[rating] + RECALLED[rating] * USUAL_RATINGS) / (rated + USUAL_RATINGS)
  const seconds = paceOf(KINDS.flatMap((kind) => (sums[kind] ? [{ kind, ...sums[kind] }] : [])))
  return { seconds, recalled: { hard: share('hard'), good: share('good'), easy: share('easy') } }
}
