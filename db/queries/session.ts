import { and, eq, exists, isNull, type Placeholder, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { learners } from '@/db/schema'
import type { Learner } from '@/lib/identity'

/**
 * True for the learner's own row while their session counts: not ended by a password change or by signing out
 * everywhere, and not disabled. A query that reads private rows joins `learners` on this.
 */
export const isCurrent = (learner: Learner) => isCurrentAs(learner.id, learner.sessionVersion)

/** The same, where id and version are filled in later. */
export const isCurrentAs = (id: string | Placeholder, sessionVersion: number | Placeholder) =>
  and(eq(learners.id, id), eq(learners.sessionVersion, sessionVersion), isNull(learners.disabledAt))

/** The same as a condition of its own, for an update or a delete, where nothing can be joined. */
export const whileCurrent = (db: Db, learner: Learner) =>
  exists(db.select({ one: sql`1` }).from(learners).where(isCurrent(learner)))

/** Whether the learner's session still counts. */
export async function hasCurrentSession(db: Db, learner: Learner): Promise<boolean> {
  const [rows] = await db.fresh([db.select({ id: learners.id }).from(learners).where(isCurrent(learner))])
  return rows.length === 1
}
