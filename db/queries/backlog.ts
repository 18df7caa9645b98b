import type { Db } from '@/db/client'
import type { Learner } from '@/lib/identity'
import { addDays, dayStart, daysBetween, localDay } from '@/lib/rules/local-day'
import { type Backlog, needsPlan, offeredPlan } from '@/lib/rules/review/catch-up'
import { isCatchingUp } from '@/lib/rules/review/limits'
import type { WaitingBacklog } from '@/lib/rules/review/wire'
import type { ReadQueue } from './review-queue'
import { selectAhead } from './review-statements'

/** Days ahead of which it is counted what comes due. */
const AHEAD_DAYS = 14

/**
 * What waits for a learner who was away, when it is more than they want to do in a day or a plan is under way; else
 * nothing. One round trip, or none.
 * @param now epoch milliseconds
 */
export async function readBacklog(
  db: Db,
  { id: learner }: Learner,
  { reviewer, waiting, limits, done }: ReadQueue,
  now: number,
): Promise<WaitingBacklog | undefined> {
  const chosen = isCatchingUp(limits, done, waiting)
  if (!chosen && !needsPlan(waiting, limits.reviewsADay)) return undefined
  const { timeZone, dayStartHour, retention } = reviewer.dials
  const to = dayStart(addDays(reviewer.today, AHEAD_DAYS), timeZone, dayStartHour)
  const [rows] = await db.fresh([selectAhead(db, { learner, from: now, to })])
  const comes = Array.from({ length: AHEAD_DAYS }, () => 0)
  for (const { askAt, count } of rows) {
    const day = daysBetween(reviewer.today, localDay(askAt, timeZone, dayStartHour)) - 1
    if (day >= 0) comes[day] = (comes[day] ?? 0) + count
  }
  const backlog: Backlog = { due: waiting, comes, retention, today: reviewer.today }
  const aDay = chosen ? limits.catchUpADay : offeredPlan(backlog, limits.reviewsADay)?.aDay
  return { ...backlog, aDay: aDay ?? limits.reviewsADay, chosen, most: limits.reviewsADay }
}
