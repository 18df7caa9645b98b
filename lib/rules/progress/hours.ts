import type { DayCounts } from '../memory/day-counts'
import { type Share, shareOf } from './share'

/** Answers that counted by hour of the learner's clock, and the share recalled; absent for an hour without any. */
export type Hour = { hour: number; reviews: number; recalled?: Share }

export const byHour = (counts: DayCounts): Hour[] =>
  Array.from({ length: 24 }, (_, hour) => {
    const reviews = counts[`hourN.${hour}`] ?? 0
    const recalled = shareOf(counts[`hourR.${hour}`] ?? 0, reviews)
    return { hour, reviews, ...(recalled && { recalled }) }
  })
