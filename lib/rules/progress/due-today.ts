import { allowance } from '../review/limits'

/** How many reviews a day the learner wants; `catchUpADay` while they follow a plan after a break. */
export type ReviewHabits = { reviewsADay: number; catchUpADay?: number | undefined }

export type DueToday = {
  /** Asked for today. */
  today: number
  /** Due too, and left to the days that come. */
  later: number
}

/**
 * What the day's limit of reviews leaves of what is due: nobody is to stand before a wall.
 * @param due items due by the end of today
 * @param learning how many of them may be steps of learning, which no limit holds back
 * @param reviewed reviews done today, over all decks, as the limit counts them
 */
export function dueToday(
  { due, learning, reviewed }: { due: number; learning: number; reviewed: number },
  habits: ReviewHabits,
): DueToday {
  const waiting = due - Math.min(due, learning)
  const nothingNew = { newADay: 0, newOfDeck: new Map<string, number>() }
  const done = { added: 0, addedOfDeck: new Map<string, number>(), reviews: reviewed }
  const { reviews } = allowance({ ...habits, ...nothingNew }, done, waiting)
  const later = Math.max(waiting - reviews, 0)
  return { today: due - later, later }
}
