import { and, eq, exists, isNull, ne, sql } from 'drizzle-orm'
import { type AnySQLiteColumn, alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '@/db/client'
import { learners, memberships } from '@/db/schema'
import type { Instructor, Learner } from '@/lib/identity'
import { isCurrent } from './session'

/** Whether the learner, with a session that still counts, is an instructor of this class. */
export async function isInstructorOf(db: Db, learner: Learner, classId: string): Promise<boolean> {
  const [rows] = await db.fresh([
    db
      .select({ classId: memberships.classId })
      .from(memberships)
      .innerJoin(learners, and(eq(learners.id, memberships.learnerId), isCurrent(learner)))
      .where(and(eq(memberships.classId, classId), eq(memberships.role, 'instructor'))),
  ])
  return rows.length === 1
}

/**
 * True while the instructor holds the role in their class and their session counts. It stands in the WHERE of every
 * query on a class: who lost the role between the guard and the query finds nothing.
 */
export const teaches = (db: Db, { learner, classId }: Instructor) => {
  const held = alias(memberships, 'held')
  return exists(
    db
      .select({ one: sql`1` })
      .from(held)
      .innerJoin(learners, eq(learners.id, held.learnerId))
      .where(and(eq(held.classId, classId), eq(held.role, 'instructor'), isCurrent(learner))),
  )
}

/** True for a membership whose class has an instructor besides its holder, one whose account is not disabled. */
export const hasAnotherInstructor = (db: Db) => {
  const other = alias(memberships, 'other')
  return exists(
    db
      .select({ one: sql`1` })
      .from(other)
      .where(
        and(
          eq(other.classId, memberships.classId),
          eq(other.role, 'instructor'),
          ne(other.learnerId, memberships.learnerId),
          isEnabled(db, other.learnerId),
        ),
      ),
  )
}

/** True where the account in this column can be used: who is disabled can look after no class. */
export const isEnabled = (db: Db, learnerId: AnySQLiteColumn) => {
  const holder = alias(learners, 'holder')
  return exists(
    db
      .select({ one: sql`1` })
      .from(holder)
      .where(and(eq(holder.id, learnerId), isNull(holder.disabledAt))),
  )
}
