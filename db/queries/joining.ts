import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { assignments, classes, decks, learners, memberships } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { hasAnotherInstructor } from './instructors'
import { isCurrent, whileCurrent } from './session'

export type Invitation = {
  classId: string
  name: string
  instructors: string[]
  /** Titles of the assigned decks: what the instructors will see work on. */
  decks: string[]
  /** Whether who asks, with a session that counts, is in the class already. */
  member: boolean
}

/** What somebody is told before they join by a code; nothing for an unknown code or an archived class. One round trip. */
export async function findInvitation(
  db: Db,
  code: string,
  learner: Learner | undefined,
): Promise<Invitation | undefined> {
  const open = and(eq(classes.code, code), isNull(classes.archivedAt))
  const [found, teachers, assigned, own] = await db.fresh([
    db.select({ classId: classes.id, name: classes.name }).from(classes).where(open),
    db
      .select({ name: learners.name })
      .from(memberships)
      .innerJoin(classes, eq(classes.id, memberships.classId))
      .innerJoin(learners, eq(learners.id, memberships.learnerId))
      .where(and(open, eq(memberships.role, 'instructor')))
      .orderBy(memberships.joinedAt, learners.name),
    db
      .select({ title: decks.title })
      .from(assignments)
      .innerJoin(classes, eq(classes.id, assignments.classId))
      .innerJoin(decks, and(eq(decks.id, assignments.deckId), isNull(decks.retiredAt)))
      .where(open)
      .orderBy(assignments.assignedAt, decks.title),
    db
      .select({ classId: memberships.classId })
      .from(memberships)
      .innerJoin(classes, eq(classes.id, memberships.classId))
      .where(and(open, eq(memberships.learnerId, learner?.id ?? ''), learner && whileCurrent(db, learner))),
  ])
  const [one] = found
  if (!one) return undefined
  return {
    ...one,
    instructors: teachers.map(({ name }) => name),
    decks: assigned.map(({ title }) => title),
    member: own.length > 0,
  }
}

/**
 * Makes the learner a member of the class with this code; somebody who is one already stays what they are.
 * Returns the class's id; nothing for an unknown code, an archived class or a session that has ended.
 */
export async function joinClass(
  db: Db,
  learner: Learner,
  code: string,
  now: number,
): Promise<string | undefined> {
  const rows = await db
    .insert(memberships)
    .select(
      db
        .select({
          classId: classes.id,
          learnerId: sql`${learner.id}`.as('learner_id'),
          role: sql`'learner'`.as('role'),
          joinedAt: sql`${now}`.as('joined_at'),
          agreedAt: sql`${now}`.as('agreed_at'),
        })
        .from(classes)
        .where(and(eq(classes.code, code), isNull(classes.archivedAt), whileCurrent(db, learner))),
    )
    .onConflictDoUpdate({
      target: [memberships.classId, memberships.learnerId],
      set: { role: sql`${memberships.role}` },
    })
    .returning({ classId: memberships.classId })
  return rows[0]?.classId
}

/**
 * Takes the learner out of a class, whatever their role: from then on its instructors see nothing of them.
 * The only instructor stays, because nobody could open the class any more.
 */
export async function leaveClass(
  db: Db,
  learner: Learner,
  classId: string,
): Promise<'left' | 'only-instructor' | 'not-in-class'> {
  const mine = and(eq(memberships.classId, classId), eq(memberships.learnerId, learner.id))
  const [gone, still] = await db.atomically([
    db
      .delete(memberships)
      .where(
        and(mine, or(eq(memberships.role, 'learner'), hasAnotherInstructor(db)), whileCurrent(db, learner)),
      )
      .returning({ classId: memberships.classId }),
    db
      .select({ classId: memberships.classId })
      .from(memberships)
      .innerJoin(learners, and(eq(learners.id, memberships.learnerId), isCurrent(learner)))
      .where(mine),
  ])
  if (gone.length > 0) return 'left'
  return still.length > 0 ? 'only-instructor' : 'not-in-class'
}
