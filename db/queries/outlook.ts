import { and, eq, gte, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { decks, items, learners, rollups, snapshots, studyDays } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import type { ItemKind } from '@/lib/rules/item'
import { type EffortSums, effortOf } from '@/lib/rules/memory/effort'
import type { Start } from '@/lib/rules/memory/lives'
import { isCurrent } from './session'

/** What the coming days are simulated from. */
export type Outlook = Omit<Start, 'dials'>

/** So many memories tell as much as all of them. */
const SAMPLE = 2000

/**
 * The learner's memories that reviews ask for (a fair sample of them when there are many), how many items of the
 * decks they study they have not met, and what an answer takes them.
 * @param since the first local day, YYYY-MM-DD, from which answers tell what they take
 * @param sample at most about so many memories are read
 */
export async function readOutlook(
  db: Db,
  learner: Learner,
  since: string,
  sample = SAMPLE,
): Promise<Outlook> {
  const asked = and(eq(snapshots.learnerId, learner.id), isNotNull(snapshots.askAt))
  const [[counted], met, live, days] = await db.fresh([
    // Both this and the sample are read off the index by when items are asked for.
    db.select({ memories: sql<number>`count(*)` }).from(snapshots).where(asked),
    db
      .select({ kind: rollups.kind, items: sql<number>`sum(${rollups.items})` })
      .from(rollups)
      .innerJoin(decks, and(eq(decks.id, rollups.deckId), isNull(decks.retiredAt)))
      .where(eq(rollups.learnerId, learner.id))
      .groupBy(rollups.kind),
    db
      .select({ kind: items.kind, items: sql<number>`count(*)` })
      .from(items)
      .innerJoin(decks, and(eq(decks.id, items.deckId), isNull(decks.retiredAt)))
      .where(
        and(
          isNull(items.retiredAt),
          sql`${items.deckId} in (select ${rollups.deckId} from ${rollups} where ${rollups.learnerId} = ${learner.id})`,
        ),
      )
      .groupBy(items.kind),
    effortSums(db, learner, since),
  ])
  const inAll = counted?.memories ?? 0
  const every = Math.max(Math.floor(inAll / sample), 1)
  const [memories] = await db.fresh([standing(db, learner, and(isNotNull(snapshots.askAt), oneOf(every)))])
  const unseen = { card: 0, question: 0, prompt: 0 }
  for (const { kind, items } of live) unseen[kind] += items
  for (const { kind, items } of met) unseen[kind] = Math.max(unseen[kind] - items, 0)
  return {
    memories: memories.filter(isWhole),
    memoriesInAll: every === 1 ? memories.length : inAll,
    unseen,
    effort: effortOf(toSums(days)),
  }
}

/**
 * One row of so many, always the same ones. Not every n-th row: learners who answer by turns have every other row. The
 * number of a row, multiplied by Knuth's factor for hashing, is spread evenly however they come.
 */
const oneOf = (every: number): SQL =>
  sql`(((${snapshots}.rowid * 2654435761) & 4294967295) >> 8) % ${every} = 0`

/** The memories of live items that fit `which`, as the simulation needs them. */
export const standing = (db: Db, learner: Learner, which: SQL | undefined) =>
  db
    .select({
      itemId: snapshots.itemId,
      kind: snapshots.kind,
      stability: snapshots.stability,
      difficulty: snapshots.difficulty,
      dueAt: snapshots.dueAt,
      reviewedAt: snapshots.reviewedAt,
      reviewedDay: snapshots.reviewedDay,
    })
    .from(snapshots)
    .innerJoin(learners, and(eq(learners.id, snapshots.learnerId), isCurrent(learner)))
    .innerJoin(items, and(eq(items.id, snapshots.itemId), isNull(items.retiredAt)))
    .where(and(eq(snapshots.learnerId, learner.id), isNotNull(snapshots.stability), which))

type Found = { [Name in 'stability' | 'difficulty' | 'dueAt' | 'reviewedAt']: number | null } & {
  reviewedDay: string | null
}
type Whole<T extends Found> = T & { [Name in keyof Found]: NonNullable<T[Name]> }

/** A memory's columns are there together or not at all. */
export const isWhole = <T extends Found>(row: T): row is Whole<T> =>
  row.stability !== null && row.difficulty !== null && row.dueAt !== null && row.reviewedAt !== null

const count = (name: string) => sql<number>`total(json_extract(${studyDays.counts}, ${`$.${name}`}))`

/** The sums of the learner's days from `since` on, by kind. */
export const effortSums = (db: Db, learner: Learner, since: string) =>
  db
    .select({
      kind: studyDays.kind,
      attempts: count('attempts'),
      ms: count('ms'),
      hard: count('hard'),
      good: count('good'),
      easy: count('easy'),
    })
    .from(studyDays)
    .innerJoin(learners, and(eq(learners.id, studyDays.learnerId), isCurrent(learner)))
    .where(and(eq(studyDays.learnerId, learner.id), gte(studyDays.localDay, since)))
    .groupBy(studyDays.kind)

type Sums = NonNullable<EffortSums[ItemKind]>

export const toSums = (rows: readonly (Sums & { kind: ItemKind })[]): EffortSums =>
  Object.fromEntries(rows.map(({ kind, ...sums }) => [kind, sums]))
