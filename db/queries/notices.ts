import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { learners, notices } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import type { Notice } from '@/lib/rules/notices'
import { isCurrent, whileCurrent } from './session'

/** What a learner is told and has not put away, the newest first: an item for a list of reads. */
export const selectNotices = (db: Db, learner: Learner, most: number) =>
  db
    .select({ kind: notices.kind, subject: notices.subject, data: notices.data })
    .from(notices)
    .innerJoin(learners, and(eq(learners.id, notices.learnerId), isCurrent(learner)))
    .where(isNull(notices.dismissedAt))
    .orderBy(desc(notices.madeAt), desc(notices.subject))
    .limit(most)

/** Puts a notice away; one that is away already stays as it is. False under a session that does not count any more. */
export async function dismissNotice(
  db: Db,
  learner: Learner,
  { kind, subject }: Pick<Notice, 'kind' | 'subject'>,
  now: number,
): Promise<boolean> {
  const [people] = await db.atomically([
    db.select({ id: learners.id }).from(learners).where(isCurrent(learner)),
    db
      .update(notices)
      .set({ dismissedAt: sql`coalesce(${notices.dismissedAt}, ${now})` })
      .where(
        and(
          eq(notices.learnerId, learner.id),
          eq(notices.kind, kind),
          eq(notices.subject, subject),
          whileCurrent(db, learner),
        ),
      ),
  ])
  return people.length === 1
}
