import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/sqlite-core'
import { type Db, openDatabase } from '@/db/client'
import { factColumns } from '@/db/queries/fact-statements'
import { personOf } from '@/db/queries/item-facts'
import { attempts, dials, judgements, learners, rollups, shelvings, snapshots } from '@/db/schema'
import type { Fact } from '@/lib/rules/facts'
import { type Folded, fold } from '@/lib/rules/fold'

/** The database of the server that the journeys share: a file, or a libSQL primary where several copies share one. */
export const SHARED = process.env.COPIES_DATABASE ?? join('e2e', '.work', 'shared', 'recall.db')

async function reading<T>(url: string, read: (db: Db) => Promise<T>): Promise<T> {
  const db = await openDatabase(url)
  try {
    return await read(db)
  } finally {
    db.close()
  }
}

export type StoredAttempt = {
  id: string
  item: string
  hash: string
  answer: string
  mark: number
  answeredAt: number
  receivedAt: number
  localDay: string
  context: string
  hints: string | null
}

/** What is stored of the answers of whoever has this email, in the order of their arrival. */
export const attemptsOf = (email: string, url = SHARED): Promise<StoredAttempt[]> =>
  reading(url, async (db) =>
    db.all<StoredAttempt>(
      sql`select a.id, a.item_id as item, a.content_hash as hash, a.answer, a.mark, a.answered_at as answeredAt,
        a.received_at as receivedAt, a.local_day as localDay, a.context, a.hints
      from attempts a join learners l on l.id = a.learner_id where l.email = ${email} order by a.received_at, a.id`,
    ),
  )

/** How many items are set aside for whoever has this email, because they keep being forgotten. */
export const setAsideOf = (email: string, url = SHARED): Promise<number> =>
  reading(url, async (db) => {
    const [row] = await db.all<{ count: number }>(
      sql`select count(*) as count from snapshots s join learners l on l.id = s.learner_id
        where l.email = ${email} and s.leech = 1`,
    )
    return row?.count ?? 0
  })

/** How often each attempt id is stored. */
export const storedIds = (url = SHARED): Promise<string[]> =>
  reading(url, async (db) => (await db.select({ id: attempts.id }).from(attempts)).map(({ id }) => id))

type Row = Fact & {
  learner: string
  item: string
  deck: string
  kind: string
  timeZone: string
  dayStartHour: number
  fuzzSeed: number
}
type Sums = { learner: string; deck: string; kind: string; [column: string]: string | number }

/**
 * Snapshots and rollups as stored, and as all facts fold to them: two lists that are to be equal. Of learners who
 * answered and did nothing else, in a database in which no item was retired.
 */
export const storedAndFolded = (url = SHARED) =>
  reading(url, async (db) => {
    // In one state of the database: other journeys are at work.
    const [others, allFacts, allSnapshots, allRollups] = await db.fresh([
      union(
        db.select({ id: judgements.learnerId }).from(judgements),
        db.select({ id: shelvings.learnerId }).from(shelvings),
        db.select({ id: dials.learnerId }).from(dials),
      ),
      db
        .select({
          ...factColumns,
          learner: attempts.learnerId,
          item: attempts.itemId,
          deck: attempts.deckId,
          kind: attempts.kind,
          timeZone: learners.timeZone,
          dayStartHour: learners.dayStartHour,
          fuzzSeed: learners.fuzzSeed,
        })
        .from(attempts)
        .innerJoin(learners, eq(learners.id, attempts.learnerId)),
      db.select().from(snapshots),
      db.select().from(rollups),
    ])
    const apart = new Set(others.map(({ id }) => id))
    const facts = allFacts.filter(({ learner }) => !apart.has(learner))
    const snapshotRows = allSnapshots.filter(({ learnerId }) => !apart.has(learnerId))
    const rollupRows = allRollups.filter(({ learnerId }) => !apart.has(learnerId))
    const folded = [...groupBy<Row>(facts, ({ learner, item }) => `${learner} ${item}`).values()].map(
      (rows) => ({ row: rows[0], fold: foldRows(rows) }),
    )
    return {
      stored: {
        snapshots: inOrder(
          snapshotRows.map(({ learnerId: learner, itemId: item, deckId, kind, version, fold, ...rest }) => ({
            learner,
            item,
            ...rest,
          })),
        ),
        rollups: inOrder(
          rollupRows.map(({ learnerId: learner, deckId: deck, ...rest }) => ({ learner, deck, ...rest })),
        ),
      },
      folded: {
        snapshots: inOrder(
          folded.map(({ row, fold }) => ({ learner: row?.learner ?? '', item: row?.item ?? '', ...fold })),
        ),
        rollups: inOrder(sums(folded)),
      },
    }
  })

function foldRows(rows: readonly Row[]): Folded {
  const first = rows[0]
  if (!first) throw new Error('A group of facts has one at least.')
  return fold({ attempts: rows, judgements: [], shelvings: [] }, personOf(first, [])(first.item))
}

function sums(folded: { row: Row | undefined; fold: Folded }[]): Sums[] {
  const groups = groupBy(folded, ({ row }) => `${row?.learner} ${row?.deck} ${row?.kind}`)
  return [...groups.values()].map((group) => {
    const sum = (of: (fold: Folded) => number) => group.reduce((total, each) => total + of(each.fold), 0)
    return {
      learner: group[0]?.row?.learner ?? '',
      deck: group[0]?.row?.deck ?? '',
      kind: group[0]?.row?.kind ?? '',
      items: group.length,
      attempts: sum((each) => each.attempts),
      known: sum((each) => each.known),
      rightFirst: sum((each) => each.rightFirst),
      rightEver: sum((each) => each.rightEver),
      conceptsBest: sum((each) => each.conceptsBest),
      lastAt: Math.max(...group.map((each) => each.fold.lastAt)),
    }
  })
}

/** What Map.groupBy does, which Node 20 has not. */
function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

const inOrder = <T extends object>(rows: T[]): T[] =>
  rows.sort((a, b) => (JSON.stringify(keyOf(a)) < JSON.stringify(keyOf(b)) ? -1 : 1))
const keyOf = ({
  learner,
  item,
  deck,
  kind,
}: {
  learner?: unknown
  item?: unknown
  deck?: unknown
  kind?: unknown
}) => [learner, item, deck, kind]
