import { and, asc, desc, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { prepared, type Values } from '@/db/prepared'
import { deckPlans, dials, items, learners, rollups, snapshots, studyDays } from '@/db/schema'
import type { MemoryState } from '@/lib/rules/memory/memory'
import { catalogueVersion } from './catalogue'
import { dialColumns } from './dials'
import { isCurrentAs } from './session'

/** The statements that a queue is made from, built once. Each is bounded, however many items its learner has. */

/** The earliest due of a backlog, and the latest: today's steps of learning are among those. */
export const EARLIEST = 500
const LATEST = 100
/** What comes next: the first step of learning, if there is one today, comes before any other day's reviews. */
const COMING = 10
const UNFORMED = 50
const REVISED = 50
/** Memories of decks before their exam: more than anybody repeats in three days. */
const BEFORE_EXAM = 2_000
/** Revised items that are looked up, newest first: older ones come when they are due. */
const REVISED_LOOKED_UP = 100
/** Rows of days from which it is worked out how long an answer takes. */
const PACE_ROWS = 100
/** Beyond this a backlog is not counted. */
const MOST_COUNTED = 3_000

type At = { learner: string; now: number }

export const selectReviewer = prepared((db, value: Values<{ learner: string; session: number }>) =>
  db
    .select({
      id: learners.id,
      name: learners.name,
      timeZone: learners.timeZone,
      dayStartHour: learners.dayStartHour,
      fuzzSeed: learners.fuzzSeed,
      newADay: learners.newADay,
      reviewsADay: learners.reviewsADay,
      catchUpADay: learners.catchUpADay,
      twoButtons: learners.twoButtons,
      shortcuts: learners.shortcuts,
      catalogue: catalogueVersion,
    })
    .from(learners)
    .where(isCurrentAs(value('learner'), value('session'))),
)

/** The dials that hold now; none before the first was turned. */
export const selectDials = prepared((db, value: Values<At>) =>
  db
    .select(dialColumns)
    .from(dials)
    .where(and(eq(dials.learnerId, value('learner')), lte(dials.holdsFrom, value('now'))))
    .orderBy(desc(dials.holdsFrom), desc(dials.setAt), desc(dials.id))
    .limit(1),
)

const MEMORY = {
  id: snapshots.itemId,
  state: snapshots.state,
  stability: snapshots.stability,
  reviewedDay: snapshots.reviewedDay,
  askAt: snapshots.askAt,
  revision: snapshots.revision,
}
const askable = and(eq(snapshots.suspended, 0), eq(snapshots.leech, 0))

/**
 * The rows of a backlog as one JSON text: to bring five hundred rows over one by one takes longer than to find them.
 * Which of them are live is known from the catalogue, without a look at each.
 */
const selectDue = (direction: typeof asc, most: number) =>
  prepared((db, value: Values<At>) => {
    const due = db
      .select(MEMORY)
      .from(snapshots)
      .where(and(eq(snapshots.learnerId, value('learner')), lte(snapshots.askAt, value('now')), askable))
      .orderBy(direction(snapshots.askAt))
      .limit(most)
      .as('due')
    const { id, state, stability, reviewedDay, askAt, revision } = due
    const row = sql`json_array(${id}, ${state}, ${stability}, ${reviewedDay}, ${askAt}, ${revision})`
    return db.select({ rows: sql`json_group_array(${row})`.mapWith(toRows) }).from(due)
  })

export const selectEarliest = selectDue(asc, EARLIEST)
export const selectLatest = selectDue(desc, LATEST)

export type MemoryRow = {
  id: string
  /** Absent for what is new: shelved before it was answered, or withdrawn. */
  state: MemoryState | null
  stability: number | null
  reviewedDay: string | null
  askAt: number | null
  revision: number | null
}

type Columns = [
  state: MemoryRow['state'],
  stability: number | null,
  reviewedDay: string | null,
  askAt: number | null,
  revision: number | null,
]

function toRows(text: string): MemoryRow[] {
  const rows: [string, ...Columns][] = JSON.parse(text)
  return rows.map(([id, state, stability, reviewedDay, askAt, revision]) => ({
    id,
    state,
    stability,
    reviewedDay,
    askAt,
    revision,
  }))
}

/** The same of live items alone: for a backlog in which there are many retired ones. */
export const selectEarliestLive = prepared((db, value: Values<At>) =>
  db
    .select(MEMORY)
    .from(snapshots)
    .innerJoin(items, and(eq(items.id, snapshots.itemId), isNull(items.retiredAt)))
    .where(and(eq(snapshots.learnerId, value('learner')), lte(snapshots.askAt, value('now')), askable))
    .orderBy(asc(snapshots.askAt))
    .limit(EARLIEST),
)

export const selectComing = prepared((db, value: Values<At>) =>
  db
    .select(MEMORY)
    .from(snapshots)
    .where(and(eq(snapshots.learnerId, value('learner')), gt(snapshots.askAt, value('now')), askable))
    .orderBy(asc(snapshots.askAt))
    .limit(COMING),
)

/** Items that were met but of which no memory was formed: withdrawn, or answered with the answer open. Still new. */
export const selectUnformed = prepared((db, value: Values<{ learner: string }>) =>
  db
    .select({ id: snapshots.itemId })
    .from(snapshots)
    .where(
      and(
        // Which rows, the narrow index tells; left to itself SQLite walks the wide one that progress reads.
        sql`snapshots.rowid in (select rowid from snapshots where learner_id = ${value('learner')} and ask_at is null)`,
        isNull(snapshots.state),
        askable,
      ),
    )
    .limit(UNFORMED),
)

/** Items that their author changed since they were answered, unless they are buried or set aside. */
export const selectRevised = prepared((db, value: Values<At>) => {
  const revised = db
    .select({ id: items.id, revision: items.revision, revisedAt: items.revisedAt })
    .from(items)
    .where(and(isNotNull(items.revisedAt), isNull(items.retiredAt)))
    .orderBy(desc(items.revisedAt))
    .limit(REVISED_LOOKED_UP)
    .as('revised')
  return (
    db
      .select(MEMORY)
      .from(revised)
      // SQLite takes a cross join in the order in which it is written: the few revised items first.
      .crossJoin(snapshots)
      .where(
        and(
          eq(snapshots.learnerId, value('learner')),
          eq(snapshots.itemId, revised.id),
          sql`${revised.revision} > ${snapshots.revision}`,
          isNotNull(snapshots.askAt),
          eq(snapshots.suspended, 0),
          eq(snapshots.leech, 0),
          sql`not (${snapshots.askAt} > ${snapshots.dueAt} and ${snapshots.askAt} > ${value('now')})`,
        ),
      )
      .orderBy(desc(revised.revisedAt), snapshots.itemId)
      .limit(REVISED)
  )
})

/** How many wait, steps of learning and retired items included, by the index alone. */
export const countWaiting = prepared((db, value: Values<At>) => {
  const waiting = db
    .select({ askAt: snapshots.askAt })
    .from(snapshots)
    .where(and(eq(snapshots.learnerId, value('learner')), lte(snapshots.askAt, value('now'))))
    .limit(MOST_COUNTED)
    .as('waiting')
  return db.select({ count: sql<number>`count(*)` }).from(waiting)
})

/** When the next reviews fall due, by the index alone: for what a plan after a break has to reckon with. */
export const selectAhead = prepared((db, value: Values<{ learner: string; from: number; to: number }>) => {
  const ahead = db
    .select({ askAt: snapshots.askAt })
    .from(snapshots)
    .where(
      and(
        eq(snapshots.learnerId, value('learner')),
        gt(snapshots.askAt, value('from')),
        lte(snapshots.askAt, value('to')),
      ),
    )
    .limit(MOST_COUNTED)
    .as('ahead')
  return db
    .select({ askAt: sql<number>`${ahead.askAt}`, count: sql<number>`count(*)` })
    .from(ahead)
    .groupBy(ahead.askAt)
})

/** What of each deck and kind was answered: the decks that are studied. */
export const selectStudied = prepared((db, value: Values<{ learner: string }>) =>
  db
    .select({ deckId: rollups.deckId, kind: rollups.kind, items: rollups.items })
    .from(rollups)
    .where(eq(rollups.learnerId, value('learner'))),
)

export const selectPlans = prepared((db, value: Values<{ learner: string }>) =>
  db
    .select({ deckId: deckPlans.deckId, newADay: deckPlans.newADay })
    .from(deckPlans)
    .where(eq(deckPlans.learnerId, value('learner'))),
)

/** Memories of decks with an exam in the days around, for its last pass. */
export const selectBeforeExam = prepared((db, value: Values<{ learner: string; from: string; to: string }>) =>
  db
    .select({ ...MEMORY, deckId: snapshots.deckId, examDay: deckPlans.examDay })
    .from(deckPlans)
    // In this order, so that a learner without an exam costs nothing: joined otherwise, SQLite walks all of their items.
    .crossJoin(snapshots)
    .where(
      and(
        eq(deckPlans.learnerId, value('learner')),
        sql`${deckPlans.examDay} between ${value('from')} and ${value('to')}`,
        eq(snapshots.learnerId, value('learner')),
        eq(snapshots.deckId, deckPlans.deckId),
        eq(snapshots.state, 'review'),
        // The sign keeps this column's index out of it: the deck's is the one that leads to few rows.
        sql`+${snapshots.askAt} is not null`,
        askable,
      ),
    )
    .limit(BEFORE_EXAM),
)

const count = (name: string) => sql<number>`coalesce(json_extract(${studyDays.counts}, ${`$.${name}`}), 0)`

/** What was done on the few days one of which is the learner's today. */
export const selectDone = prepared((db, value: Values<{ learner: string; from: string; to: string }>) =>
  db
    .select({
      localDay: studyDays.localDay,
      deckId: studyDays.deckId,
      added: sql<number>`sum(${count('added')})`,
      reviews: sql<number>`sum(${count('youngN')} + ${count('matureN')})`,
    })
    .from(studyDays)
    .where(
      and(
        eq(studyDays.learnerId, value('learner')),
        sql`${studyDays.localDay} between ${value('from')} and ${value('to')}`,
      ),
    )
    .groupBy(studyDays.localDay, studyDays.deckId),
)

/** How long the latest answers of each kind took. */
export const selectPace = prepared((db, value: Values<{ learner: string }>) => {
  const latest = db
    .select({
      kind: studyDays.kind,
      ms: count('ms').as('ms'),
      attempts: count('attempts').as('attempts'),
    })
    .from(studyDays)
    .where(eq(studyDays.learnerId, value('learner')))
    .orderBy(desc(studyDays.localDay))
    .limit(PACE_ROWS)
    .as('latest')
  return db
    .select({
      kind: latest.kind,
      ms: sql<number>`sum(${latest.ms})`,
      attempts: sql<number>`sum(${latest.attempts})`,
    })
    .from(latest)
    .groupBy(latest.kind)
})

/** Which of these items were met. `ids` is JSON. */
export const selectMet = prepared((db, value: Values<{ learner: string; ids: string }>) =>
  db
    .select({
      id: snapshots.itemId,
      state: snapshots.state,
      recalled: snapshots.recalled,
      suspended: snapshots.suspended,
      leech: snapshots.leech,
      askAt: snapshots.askAt,
      attempts: snapshots.attempts,
      firstAt: snapshots.firstAt,
    })
    .from(snapshots)
    .where(
      and(
        eq(snapshots.learnerId, value('learner')),
        sql`${snapshots.itemId} in (select value from json_each(${value('ids')}))`,
      ),
    ),
)
