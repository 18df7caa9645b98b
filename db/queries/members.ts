import { and, eq, exists, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { memberships } from '@/db/schema'
import type { Instructor } from '@/lib/identity'
import { hasAnotherInstructor, isEnabled, teaches } from './instructors'

const inClass = (db: Db, instructor: Instructor, learnerId: string, role: 'learner' | 'instructor') =>
  and(
    eq(memberships.classId, instructor.classId),
    eq(memberships.learnerId, learnerId),
    eq(memberships.role, role),
    teaches(db, instructor),
  )

const promotion = (db: Db, instructor: Instructor, learnerId: string) =>
  db
    .update(memberships)
    .set({ role: 'instructor' })
    .where(and(inClass(db, instructor, learnerId, 'learner'), isEnabled(db, memberships.learnerId)))
    .returning({ learnerId: memberships.learnerId })

/** Makes a learner of the class an instructor of it. False when they are no learner of it, or disabled. */
export async function promote(db: Db, instructor: Instructor, learnerId: string): Promise<boolean> {
  return (await promotion(db, instructor, learnerId)).length === 1
}

/**
 * Takes the role from an instructor of the class, oneself included, while there is another. Who once joined by the
 * code is a learner again; who never agreed to show their work leaves the class instead.
 * False when they are no instructor of it, or the only one.
 */
export async function demote(db: Db, instructor: Instructor, learnerId: string): Promise<boolean> {
  const held = and(inClass(db, instructor, learnerId, 'instructor'), hasAnotherInstructor(db))
  const [agreed, never] = await db.atomically([
    db
      .update(memberships)
      .set({ role: 'learner' })
      .where(and(held, isNotNull(memberships.agreedAt)))
      .returning({ learnerId: memberships.learnerId }),
    db
      .delete(memberships)
      .where(and(held, isNull(memberships.agreedAt)))
      .returning({ learnerId: memberships.learnerId }),
  ])
  return agreed.length + never.length === 1
}

/** Takes a learner out of the class. Their work stays theirs; the class's instructors see it no more. */
export async function removeLearner(db: Db, instructor: Instructor, learnerId: string): Promise<boolean> {
  const rows = await db
    .delete(memberships)
    .where(inClass(db, instructor, learnerId, 'learner'))
    .returning({ learnerId: memberships.learnerId })
  return rows.length === 1
}

/**
 * Gives the class to one of its members, who teaches it from now on, and leaves it: both or neither. False when they
 * are not in the class, or disabled.
 */
export async function handOver(db: Db, instructor: Instructor, learnerId: string): Promise<boolean> {
  const heir = db
    .select({ learnerId: memberships.learnerId })
    .from(memberships)
    .where(and(inClass(db, instructor, learnerId, 'instructor'), isEnabled(db, memberships.learnerId)))
  const [, left] = await db.atomically([
    promotion(db, instructor, learnerId),
    db
      .delete(memberships)
      .where(
        and(
          eq(memberships.classId, instructor.classId),
          eq(memberships.learnerId, instructor.learner.id),
          ne(memberships.learnerId, learnerId),
          exists(heir),
        ),
      )
      .returning({ learnerId: memberships.learnerId }),
  ])
  return left.length === 1
}
