import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type Fact, type Folded, fold } from '@/lib/rules/fold'

/** The database of the server that the journeys share. */
export const SHARED = join('e2e', '.work', 'shared', 'recall.db')

function reading<T>(file: string, read: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly: true })
  try {
    return read(db)
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
export const attemptsOf = (email: string, file = SHARED): StoredAttempt[] =>
  reading(
    file,
    (db) =>
      db
        .prepare(
          `select a.id, a.item_id as item, a.content_hash as hash, a.answer, a.mark, a.answered_at as answeredAt,
             a.received_at as receivedAt, a.local_day as localDay, a.context, a.hints
           from attempts a join learners l on l.id = a.learner_id where l.email = ? order by a.received_at, a.id`,
        )
        .all(email) as StoredAttempt[],
  )

/** How often each attempt id is stored. */
export const storedIds = (file = SHARED): string[] =>
  reading(file, (db) => (db.prepare('select id from attempts').all() as { id: string }[]).map(({ id }) => id))

type FactRow = {
  id: string
  learner: string
  item: string
  deck: string
  kind: string
  context: Fact['context']
  contentHash: string
  answer: string
  verdict: string
  answeredAt: number
  receivedAt: number
}
type Sums = { learner: string; deck: string; kind: string; [column: string]: string | number }

/**
 * Every snapshot and rollup as stored, and as all facts fold to them: two lists that are to be equal. Holds for a
 * database in which no item was retired.
 */
export function storedAndFolded(file = SHARED) {
  return reading(file, (db) => {
    const facts = db
      .prepare(
        `select id, learner_id as learner, item_id as item, deck_id as deck, kind, context, content_hash as contentHash,
           answer, verdict, answered_at as answeredAt, received_at as receivedAt from attempts`,
      )
      .all() as FactRow[]
    const groups = groupBy(facts, ({ learner, item }) => `${learner} ${item}`)
    const folded = [...groups.values()].map((rows) => ({ row: rows[0], fold: fold(rows.map(toFact)) }))
    const snapshots = db
      .prepare(
        `select learner_id as learner, item_id as item, attempts, first_at as firstAt, first_mark as firstMark,
           first_answer as firstAnswer, first_hash as firstHash, first_covered as firstCovered, last_at as lastAt,
           last_mark as lastMark, last_answer as lastAnswer, best_mark as bestMark, known, right_first as rightFirst,
           right_ever as rightEver, concepts_best as conceptsBest from snapshots`,
      )
      .all() as Record<string, string | number | null>[]
    const rollups = db
      .prepare(
        `select learner_id as learner, deck_id as deck, kind, items, attempts, known, right_first as rightFirst,
           right_ever as rightEver, concepts_best as conceptsBest, last_at as lastAt from rollups`,
      )
      .all() as Sums[]
    return {
      stored: { snapshots: inOrder(snapshots), rollups: inOrder(rollups) },
      folded: {
        snapshots: inOrder(
          folded.map(({ row, fold: { firstAnswer, firstCovered, lastAnswer, ...rest } }) => ({
            learner: row?.learner ?? '',
            item: row?.item ?? '',
            ...rest,
            firstAnswer: JSON.stringify(firstAnswer),
            firstCovered: firstCovered && JSON.stringify(firstCovered),
            lastAnswer: JSON.stringify(lastAnswer),
          })),
        ),
        rollups: inOrder(sums(folded)),
      },
    }
  })
}

const toFact = ({ answer, verdict, ...row }: FactRow): Fact => ({
  ...row,
  answer: JSON.parse(answer),
  verdict: JSON.parse(verdict),
})

function sums(folded: { row: FactRow | undefined; fold: Folded }[]): Sums[] {
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
