import { dayNumber } from '../local-day'
import { type Dials, type Memory, RATINGS, type Rating } from './memory'
import { schedule } from './schedule'

const DAY = 86_400_000
const MINUTE = 60_000
const MINUTES_A_DAY = 1440

/** An item's memory as its row has it, with the day of the last answer that counted, YYYY-MM-DD. */
export type Kept = Memory & { reviewedDay: string }

/**
 * Minutes until an item would be asked again, by rating, if it were answered on this day: what the fold will give, by
 * the same scheduler on the same clock, which shows midnight of the learner's day.
 * @param kept absent for the first answer
 * @param today the learner's day, YYYY-MM-DD
 * @param seed of this learner and item, as the fold has it
 */
export function preview(
  kept: Kept | undefined,
  today: string,
  dials: Dials,
  seed: string,
): Record<Rating, number> {
  const before = kept && dayNumber(kept.reviewedDay) * DAY
  const clock = Math.max(dayNumber(today) * DAY, before ?? 0)
  const memory = kept && { ...kept, reviewedAt: before ?? clock }
  const settings = { ...dials, fuzzSeed: `${seed} ${kept?.reviews ?? 0}` }
  const minutes = (rating: Rating) => {
    const next = schedule(memory, rating, clock, settings)
    if (next.intervalDays === 0) return Math.round((next.dueAt - clock) / MINUTE)
    return Math.min(next.intervalDays, dials.maximumIntervalDays) * MINUTES_A_DAY
  }
  return Object.fromEntries(RATINGS.map((rating) => [rating, minutes(rating)])) as Record<Rating, number>
}
