import { randomBytes, randomUUID } from 'node:crypto'
import { and, asc, eq, inArray, isNull, like } from 'drizzle-orm'
import type { Db, Query } from '@/db/client'
import { portions } from '@/db/portions'
import { rollupWrites } from '@/db/queries/rollups'
import { studyDaySums } from '@/db/queries/study-day-moves'
import { versionNow } from '@/db/queries/versions'
import {
  assignments,
  attempts,
  classes,
  courses,
  decks,
  identities,
  items,
  itemVersions,
  learners,
  memberships,
  snapshots,
} from '@/db/schema'
import { CODE_BYTES, codeOf } from '@/lib/rules/class/code'
import { endOfDate } from '@/lib/rules/due-date'
import { localDay } from '@/lib/rules/local-day'
import { type DemoItem, history } from './history'
import { toRows } from './rows'

const DAY = 86_400_000
export const DEMO_LEARNERS = 24
const CLASS_ID = 'demo-class'
/** `.example` is a domain that nobody can have (RFC 2606). */
const DOMAIN = '@demo.example'
export const INSTRUCTOR_EMAIL = `instructor${DOMAIN}`
export const emailOf = (number: number) => `learner-${String(number).padStart(2, '0')}${DOMAIN}`

export type Filled = { classId: string; learners: number; attempts: number }

/** Whether the demo's accounts are in the database. */
export async function isFilled(db: Db): Promise<boolean> {
  const rows = await db.select({ id: learners.id }).from(learners).where(eq(learners.email, INSTRUCTOR_EMAIL))
  return rows.length > 0
}

/**
 * Makes the demo's accounts, their class and months of their answers, in place of those there were: all or nothing,
 * in one atomic list, so that it can run beside a serving process. Nobody else's rows are touched.
 * @param secret the hash of the password of the instructor and of the first learner; the others cannot sign in
 */
export async function fill(
  db: Db,
  { now, timeZone, secret }: { now: number; timeZone: string; secret: string },
): Promise<Filled> {
  const demoItems = await liveItems(db)
  const deckIds = [...new Set(demoItems.map(({ deckId }) => deckId))]
  const today = Math.floor(now / DAY) * DAY
  const started = today - 120 * DAY
  const person = { timeZone, dayStartHour: 4, createdAt: started, fuzzSeed: 1 }
  const teacher = { id: randomUUID(), name: 'Demo Instructor', email: INSTRUCTOR_EMAIL, ...person }
  const people = Array.from({ length: DEMO_LEARNERS }, (_, index) => ({
    id: randomUUID(),
    name: `Learner ${String(index + 1).padStart(2, '0')}`,
    email: emailOf(index + 1),
    ...person,
  }))
  const rows = people.map(({ id }, index) => toRows(id, history(index + 1, demoItems, today), person))
  const given = rows.flatMap((row) => row.attempts)
  const first = people[0]
  const code = codeOf(randomBytes(CODE_BYTES))
  const writes: [Query, ...Query[]] = [
    db.delete(learners).where(like(learners.email, `%${DOMAIN}`)),
    db.insert(learners).values([teacher, ...people]),
    db.insert(identities).values(
      [teacher, ...(first ? [first] : [])].map(({ id }) => ({
        id: randomUUID(),
        learnerId: id,
        provider: 'password' as const,
        subject: id,
        secret,
        createdAt: started,
      })),
    ),
    // Somebody who joined the demo's class to look at it stays in it.
    db
      .insert(classes)
      .values({ id: CLASS_ID, name: 'Demo class', code, createdAt: started })
      .onConflictDoNothing(),
    db.insert(memberships).values([
      { classId: CLASS_ID, learnerId: teacher.id, role: 'instructor', joinedAt: started },
      ...people.map(({ id }) => ({
        classId: CLASS_ID,
        learnerId: id,
        role: 'learner' as const,
        joinedAt: started,
        agreedAt: started,
      })),
    ]),
    ...assign(db, deckIds, started, dueDates(now, timeZone)),
    ...portions(given, 200).map((part) => db.insert(attempts).values(part)),
    ...portions(
      rows.flatMap((row) => row.snapshots),
      200,
    ).map((part) => db.insert(snapshots).values(part)),
    ...deckIds.flatMap((deckId) => rollupWrites(db, deckId)),
    ...people.flatMap(({ id }) => studyDaySums(db, id)),
  ]
  await db.atomically(writes)
  return { classId: CLASS_ID, learners: people.length, attempts: given.length }
}

/** One deck was due a month ago, one is due in a week, the others have no date. */
const dueDates = (now: number, timeZone: string) =>
  [-30, 7].map((days) => endOfDate(localDay(now + days * DAY, timeZone, 0), timeZone))

const assign = (
  db: Db,
  deckIds: readonly string[],
  assignedAt: number,
  due: readonly (number | undefined)[],
) =>
  deckIds.map((deckId, place) =>
    db
      .insert(assignments)
      .values({ id: randomUUID(), classId: CLASS_ID, deckId, dueAt: due[place] ?? null, assignedAt })
      .onConflictDoUpdate({
        target: [assignments.classId, assignments.deckId],
        set: { dueAt: due[place] ?? null },
      }),
  )

/** As many decks as the class has got to. */
const DEMO_DECKS = 2

/** Items of the decks that the first course begins with; without courses, of the first decks. */
async function liveItems(db: Db): Promise<DemoItem[]> {
  const [course] = await db.select({ decks: courses.decks }).from(courses).orderBy(asc(courses.id)).limit(1)
  const live = await db
    .select({ id: decks.id })
    .from(decks)
    .where(isNull(decks.retiredAt))
    .orderBy(asc(decks.id))
  const chosen = (course?.decks ?? live).slice(0, DEMO_DECKS)
  return db
    .select({
      id: items.id,
      deckId: items.deckId,
      contentHash: items.contentHash,
      revision: items.revision,
      body: itemVersions.body,
    })
    .from(items)
    .innerJoin(itemVersions, versionNow)
    .where(
      and(
        isNull(items.retiredAt),
        inArray(
          items.deckId,
          chosen.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(items.deckId), asc(items.kind), asc(items.position))
}
