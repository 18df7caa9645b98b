import { and, eq, exists, not, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { classes, learners, memberships } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { hasAnotherInstructor } from './instructors'
import { isCurrent } from './session'

/** Classes whose only instructor with a usable account the learner is: they are handed over or deleted before the account can be. */
export async function listSoleClasses(db: Db, learner: Learner) {
  const [rows] = await db.fresh([
    db
      .select({ id: classes.id, name: classes.name })
      .from(classes)
      .innerJoin(memberships, eq(memberships.classId, classes.id))
      .innerJoin(learners, and(eq(learners.id, memberships.learnerId), isCurrent(learner)))
      .where(and(eq(memberships.role, 'instructor'), not(hasAnotherInstructor(db))))
      .orderBy(classes.name, classes.id),
  ])
  return rows
}

/**
 * Erases the learner and, by cascade, everything that is theirs: the one exception to keeping every fact. False
 * while they are the only instructor of a class, and under a session that does not count any more.
 */
export async function eraseLearner(db: Db, learner: Learner): Promise<boolean> {
  const isSole = exists(
    db
      .select({ one: sql`1` })
      .from(memberships)
      .where(
        and(
          eq(memberships.learnerId, learner.id),
          eq(memberships.role, 'instructor'),
          not(hasAnotherInstructor(db)),
        ),
      ),
  )
  const erased = await db
    .delete(learners)
    .where(and(isCurrent(learner), not(isSole)))
    .returning({ id: learners.id })
  return erased.length === 1
}
