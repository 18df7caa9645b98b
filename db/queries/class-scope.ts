import { and, eq, exists, gt, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '@/db/client'
import { assignments, decks, items, itemVersions, memberships, rollups, snapshots } from '@/db/schema'
import type { Instructor, Learner } from '@/lib/identity'
import { teaches } from './instructors'
import { progressColumns } from './rollups'
import { whileCurrent } from './session'
import { versionNow } from './versions'

/**
 * Whose work a class shows, and on what, said once: by membership of the people, by assignment of the decks. Each
 * query below takes one such condition, so that an instructor, and a learner who looks at their own, read the same rows.
 */
type Scope = { people: SQL | undefined; decks: SQL | undefined }

/** Every learner of the instructor's class. */
export const wholeClass = (db: Db, instructor: Instructor): Scope => ({
  people: and(
    eq(memberships.classId, instructor.classId),
    eq(memberships.role, 'learner'),
    teaches(db, instructor),
  ),
  decks: and(eq(assignments.classId, instructor.classId), teaches(db, instructor)),
})

/** One learner of the instructor's class. */
export const oneOfClass = (db: Db, instructor: Instructor, learnerId: string): Scope => {
  const { people, decks } = wholeClass(db, instructor)
  return { people: and(people, eq(memberships.learnerId, learnerId)), decks }
}

/** A member alone, whatever their role: what they see of the class. */
export const oneself = (db: Db, learner: Learner, classId: string): Scope => ({
  people: and(
    eq(memberships.classId, classId),
    eq(memberships.learnerId, learner.id),
    whileCurrent(db, learner),
  ),
  decks: and(eq(assignments.classId, classId), isMember(db, learner, classId)),
})

/** True while the learner is in the class, whatever their role, and their session counts. */
export const isMember = (db: Db, learner: Learner, classId: string) => {
  const own = alias(memberships, 'own')
  return exists(
    db
      .select({ one: sql`1` })
      .from(own)
      .where(and(eq(own.classId, classId), eq(own.learnerId, learner.id), whileCurrent(db, learner))),
  )
}

/** The decks of the class, without those that are retired. */
export const assignedDecks = (db: Db, scope: Scope) =>
  db
    .select({ id: decks.id, title: decks.title, dueAt: assignments.dueAt })
    .from(assignments)
    .innerJoin(decks, and(eq(decks.id, assignments.deckId), isNull(decks.retiredAt)))
    .where(scope.decks)
    .orderBy(assignments.assignedAt, decks.title)

/** How many live items of each kind those decks have, and how many concepts their prompts. */
export const countLiveItems = (db: Db, scope: Scope) =>
  db
    .select({
      deckId: items.deckId,
      kind: items.kind,
      items: sql<number>`count(*)`,
      concepts: sql<number | null>`sum(json_array_length(${itemVersions.body}, '$.concepts'))`,
    })
    .from(assignments)
    .innerJoin(items, and(eq(items.deckId, assignments.deckId), isNull(items.retiredAt)))
    .innerJoin(itemVersions, versionNow)
    .where(scope.decks)
    .groupBy(items.deckId, items.kind)

/** The rollups of those people on those decks. */
export const readSums = (db: Db, scope: Scope) =>
  db
    .select({
      learnerId: rollups.learnerId,
      deckId: rollups.deckId,
      ...progressColumns,
    })
    .from(memberships)
    .innerJoin(assignments, eq(assignments.classId, memberships.classId))
    .innerJoin(decks, and(eq(decks.id, assignments.deckId), isNull(decks.retiredAt)))
    .innerJoin(
      rollups,
      and(eq(rollups.learnerId, memberships.learnerId), eq(rollups.deckId, assignments.deckId)),
    )
    .where(scope.people)

/** The joins from memberships to the snapshots of live items of assigned decks. */
export const toSnapshots = {
  assignment: eq(assignments.classId, memberships.classId),
  snapshot: and(
    eq(snapshots.learnerId, memberships.learnerId),
    eq(snapshots.deckId, assignments.deckId),
    gt(snapshots.attempts, 0),
  ),
  item: and(eq(items.id, snapshots.itemId), isNull(items.retiredAt)),
}

/**
 * By how much the best attempts of those people exceed the live prompts, which have lost concepts since: what a sum
 * over a deck takes off, prompt by prompt, so that one with fewer concepts now does not make up for another's misses.
 */
export const countLostConcepts = (db: Db, scope: Scope) => {
  const live = sql`json_array_length(${itemVersions.body}, '$.concepts')`
  return db
    .select({
      learnerId: snapshots.learnerId,
      deckId: snapshots.deckId,
      concepts: sql<number>`sum(${snapshots.conceptsBest} - ${live})`,
    })
    .from(memberships)
    .innerJoin(assignments, toSnapshots.assignment)
    .innerJoin(snapshots, toSnapshots.snapshot)
    .innerJoin(items, toSnapshots.item)
    .innerJoin(itemVersions, versionNow)
    .where(and(scope.people, eq(snapshots.kind, 'prompt'), sql`${snapshots.conceptsBest} > ${live}`))
    .groupBy(snapshots.learnerId, snapshots.deckId)
}

/** How many live items those people had answered by the due date. */
export const countInTime = (db: Db, scope: Scope) =>
  db
    .select({ learnerId: snapshots.learnerId, deckId: snapshots.deckId, items: sql<number>`count(*)` })
    .from(memberships)
    .innerJoin(assignments, toSnapshots.assignment)
    .innerJoin(snapshots, and(toSnapshots.snapshot, sql`${snapshots.firstAt} <= ${assignments.dueAt}`))
    .innerJoin(items, toSnapshots.item)
    .where(scope.people)
    .groupBy(snapshots.learnerId, snapshots.deckId)
