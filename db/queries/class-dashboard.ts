import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { assignments, classes, items, learners, memberships, snapshots } from '@/db/schema'
import type { Instructor } from '@/lib/identity'
import { countedDecks, type Dashboard, joinPeople } from '@/lib/rules/class/dashboard'
import {
  assignedDecks,
  countInTime,
  countLiveItems,
  countLostConcepts,
  readSums,
  toSnapshots,
  wholeClass,
} from './class-scope'
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
  const scope = wholeClass(db, instructor)
  const [found, people, assigned, counts, sums, inTime, lost, missed] = await db.together([
    readClass(db, instructor),
    db
      .select({ id: learners.id, name: learners.name })
      .from(memberships)
      .innerJoin(learners, eq(learners.id, memberships.learnerId))
      .where(scope.people)
      .orderBy(sql`${learners.name} collate nocase`, learners.id),
    assignedDecks(db, scope),
    countLiveItems(db, scope),
    readSums(db, scope),
    countInTime(db, scope),
    countLostConcepts(db, scope),
    rankMissed(db, instructor),
  ])
  const [one] = found
  if (!one) return undefined
  const decks = countedDecks(assigned, counts)
  const worst = missed.map(({ itemId }) => itemId)
  return {
    id: one.id,
    name: one.name,
    archived: one.archivedAt !== null,
    at: now,
    timeZone: one.timeZone,
    decks,
    people: joinPeople(people, sums, inTime, lost),
    missed: worst.length > 0 ? await readMissed(db, instructor, worst) : [],
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

/** Items by the mean mark of first attempts, least first; among equals what more have tried. */
const rankMissed = (db: Db, instructor: Instructor) => {
  const facility = sql`avg(${snapshots.firstMark})`
  return db
    .select({ itemId: snapshots.itemId })
    .from(memberships)
    .innerJoin(assignments, toSnapshots.assignment)
    .innerJoin(snapshots, toSnapshots.snapshot)
    .innerJoin(items, toSnapshots.item)
    .where(wholeClass(db, instructor).people)
    .groupBy(snapshots.itemId)
    .having(sql`${facility} < 1`)
    .orderBy(facility, sql`count(*) desc`, snapshots.itemId)
    .limit(MOST_MISSED)
}
