import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import {
  assignments,
  classes,
  decks,
  items,
  itemVersions,
  learners,
  memberships,
  rollups,
  snapshots,
} from '@/db/schema'
import type { Instructor } from '@/lib/identity'
import { countedDecks, type Dashboard, joinPeople } from '@/lib/rules/class/dashboard'
import { ofClass, ofFirstAnswers } from './class-scope'
import { teaches } from './instructors'
import { readMissed } from './missed-items'
import { isCurrent } from './session'

/** Items listed as missed most. */
const MOST_MISSED = 10

/**
 * The class as its instructor sees it; nothing when it is not theirs. It reads rollups and snapshots of the class's
 * learners on its decks, never attempts, so its cost does not grow with how much was answered. Two round trips at
 * most: the second reads what was answered to the items missed most.
 * @param now epoch milliseconds
 */
export async function readDashboard(
  db: Db,
  instructor: Instructor,
  now: number,
): Promise<Dashboard | undefined> {
  const [found, people, assigned, counts, sums, inTime, missed] = await db.together([
    readClass(db, instructor),
    readPeople(db, instructor),
    readAssigned(db, instructor),
    countItems(db, instructor),
    readSums(db, instructor),
    countInTime(db, instructor),
    rankMissed(db, instructor),
  ])
  const [one] = found
  if (!one) return undefined
  const deckList = countedDecks(assigned, counts)
  return {
    id: one.id,
    name: one.name,
    archived: one.archivedAt !== null,
    at: now,
    timeZone: one.timeZone,
    decks: deckList,
    people: joinPeople(people, sums, inTime, deckList),
    missed:
      missed.length > 0
        ? await readMissed(
            db,
            instructor,
            missed.map(({ itemId }) => itemId),
          )
        : [],
  }
}

const readClass = (db: Db, instructor: Instructor) =>
  db
    .select({
      id: classes.id,
      name: classes.name,
      archivedAt: classes.archivedAt,
      timeZone: learners.timeZone,
    })
    .from(classes)
    .innerJoin(learners, isCurrent(instructor.learner))
    .where(and(eq(classes.id, instructor.classId), teaches(db, instructor)))

const readPeople = (db: Db, instructor: Instructor) =>
  db
    .select({ id: learners.id, name: learners.name })
    .from(memberships)
    .innerJoin(learners, eq(learners.id, memberships.learnerId))
    .where(ofClass(db, instructor))
    .orderBy(sql`${learners.name} collate nocase`, learners.id)

const readAssigned = (db: Db, instructor: Instructor) =>
  db
    .select({ id: decks.id, title: decks.title, dueAt: assignments.dueAt })
    .from(assignments)
    .innerJoin(decks, eq(decks.id, assignments.deckId))
    .where(and(eq(assignments.classId, instructor.classId), isNull(decks.retiredAt), teaches(db, instructor)))
    .orderBy(assignments.assignedAt, decks.title)

const countItems = (db: Db, instructor: Instructor) =>
  db
    .select({
      deckId: items.deckId,
      kind: items.kind,
      items: sql<number>`count(*)`,
      concepts: sql<number | null>`sum(json_array_length(${itemVersions.body}, '$.concepts'))`,
    })
    .from(assignments)
    .innerJoin(items, and(eq(items.deckId, assignments.deckId), isNull(items.retiredAt)))
    .innerJoin(
      itemVersions,
      and(eq(itemVersions.itemId, items.id), eq(itemVersions.contentHash, items.contentHash)),
    )
    .where(and(eq(assignments.classId, instructor.classId), teaches(db, instructor)))
    .groupBy(items.deckId, items.kind)

const readSums = (db: Db, instructor: Instructor) =>
  db
    .select({
      learnerId: rollups.learnerId,
      deckId: rollups.deckId,
      items: rollups.items,
      known: rollups.known,
      rightFirst: rollups.rightFirst,
      rightEver: rollups.rightEver,
      conceptsBest: rollups.conceptsBest,
      lastAt: rollups.lastAt,
    })
    .from(memberships)
    .innerJoin(assignments, eq(assignments.classId, memberships.classId))
    .innerJoin(decks, and(eq(decks.id, assignments.deckId), isNull(decks.retiredAt)))
    .innerJoin(
      rollups,
      and(eq(rollups.learnerId, memberships.learnerId), eq(rollups.deckId, assignments.deckId)),
    )
    .where(ofClass(db, instructor))

const countInTime = (db: Db, instructor: Instructor) => {
  const { assignment, snapshot, item, where } = ofFirstAnswers(db, instructor)
  return db
    .select({ learnerId: snapshots.learnerId, deckId: snapshots.deckId, items: sql<number>`count(*)` })
    .from(memberships)
    .innerJoin(assignments, assignment)
    .innerJoin(snapshots, and(snapshot, sql`${snapshots.firstAt} <= ${assignments.dueAt}`))
    .innerJoin(items, item)
    .where(where)
    .groupBy(snapshots.learnerId, snapshots.deckId)
}

const rankMissed = (db: Db, instructor: Instructor) => {
  const { assignment, snapshot, item, where } = ofFirstAnswers(db, instructor)
  const facility = sql`avg(${snapshots.firstMark})`
  return db
    .select({ itemId: snapshots.itemId })
    .from(memberships)
    .innerJoin(assignments, assignment)
    .innerJoin(snapshots, snapshot)
    .innerJoin(items, item)
    .where(where)
    .groupBy(snapshots.itemId)
    .having(sql`${facility} < 1`)
    .orderBy(facility, sql`count(*) desc`, snapshots.itemId)
    .limit(MOST_MISSED)
}
