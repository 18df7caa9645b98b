import { and, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { learners, memberships } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { isCurrent } from './session'

/** Whether the learner, with a session that still counts, is an instructor of this class. */
export async function isInstructorOf(db: Db, learner: Learner, classId: string): Promise<boolean> {
  const rows = await db
    .select({ classId: memberships.classId })
    .from(memberships)
    .innerJoin(learners, and(eq(learners.id, memberships.learnerId), isCurrent(learner)))
    .where(and(eq(memberships.classId, classId), eq(memberships.role, 'instructor')))
  return rows.length === 1
}
