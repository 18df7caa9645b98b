import { and, isNotNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { learners } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { isCurrent } from './session'

/**
 * Takes up a plan after a break, or changes it: so many reviews a day, and nothing new, until nothing waits.
 * @param aDay reviews a day, 1 or more; absent to drop the plan and go by the day's own limits
 * @returns false under a session that does not count any more
 */
export async function setCatchUp(db: Db, learner: Learner, aDay: number | undefined): Promise<boolean> {
  const rows = await db
    .update(learners)
    .set({ catchUpADay: aDay ?? null })
    .where(isCurrent(learner))
    .returning({ id: learners.id })
  return rows.length === 1
}

/** Ends the plan of somebody who is level. Repeating it changes nothing. */
export async function endCatchUp(db: Db, learner: Learner): Promise<void> {
  await db
    .update(learners)
    .set({ catchUpADay: null })
    .where(and(isCurrent(learner), isNotNull(learners.catchUpADay)))
}
