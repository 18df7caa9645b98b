import { and, eq, isNull, notExists, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { assignments, classes, decks, learners, memberships } from '@/db/schema'
import type { Instructor, Learner } from '@/lib/identity'
import { teaches } from './instructors'
import { isCurrent } from './session'

export type Person = {
  id: string
  name: string
  role: 'learner' | 'instructor'
  /** Whether they joined by the code, and so agreed to show their work. */
  agreed: boolean
}

export type AssignedDeck = { deckId: string; title: string; dueAt?: number; retired: boolean }

export type ClassSettings = {
  id: string
  name: string
  code: string
  archived: boolean
  /** The zone of the instructor who looks: due dates are in it. */
  timeZone: string
  people: Person[]
  assigned: AssignedDeck[]
  /** Decks that are not assigned yet. */
  available: { deckId: string; title: string }[]
}

/** Everything that an instructor can set about their class; nothing when it is not theirs. One round trip. */
export async function readClassSettings(db: Db, instructor: Instructor): Promise<ClassSettings | undefined> {
  const theirs = (column: typeof memberships.classId | typeof assignments.classId) =>
    and(eq(column, instructor.classId), teaches(db, instructor))
  const [found, people, assigned, available] = await db.fresh([
    db
      .select({
        id: classes.id,
        name: classes.name,
        code: classes.code,
        archivedAt: classes.archivedAt,
        timeZone: learners.timeZone,
      })
      .from(classes)
      .innerJoin(learners, isCurrent(instructor.learner))
      .where(and(eq(classes.id, instructor.classId), teaches(db, instructor))),
    db
      .select({
        id: learners.id,
        name: learners.name,
        role: memberships.role,
        agreedAt: memberships.agreedAt,
      })
      .from(memberships)
      .innerJoin(learners, eq(learners.id, memberships.learnerId))
      .where(theirs(memberships.classId))
      .orderBy(memberships.role, sql`${learners.name} collate nocase`, learners.id),
    db
      .select({
        deckId: decks.id,
        title: decks.title,
        dueAt: assignments.dueAt,
        retiredAt: decks.retiredAt,
      })
      .from(assignments)
      .innerJoin(decks, eq(decks.id, assignments.deckId))
      .where(theirs(assignments.classId))
      .orderBy(assignments.assignedAt, decks.title),
    db
      .select({ deckId: decks.id, title: decks.title })
      .from(decks)
      .where(
        and(
          isNull(decks.retiredAt),
          notExists(
            db
              .select({ one: sql`1` })
              .from(assignments)
              .where(and(eq(assignments.classId, instructor.classId), eq(assignments.deckId, decks.id))),
          ),
        ),
      )
      .orderBy(decks.title),
  ])
  const [one] = found
  if (!one) return undefined
  const { archivedAt, ...rest } = one
  return {
    ...rest,
    archived: archivedAt !== null,
    people: people.map(({ agreedAt, ...person }) => ({ ...person, agreed: agreedAt !== null })),
    assigned: assigned.map(({ dueAt, retiredAt, ...deck }) => ({
      ...deck,
      ...(dueAt !== null && { dueAt }),
      retired: retiredAt !== null,
    })),
    available,
  }
}

/** The zone in which an instructor means a date; nothing when their session has ended. */
export async function readTimeZone(db: Db, learner: Learner): Promise<string | undefined> {
  const [rows] = await db.fresh([
    db.select({ timeZone: learners.timeZone }).from(learners).where(isCurrent(learner)),
  ])
  return rows[0]?.timeZone
}
