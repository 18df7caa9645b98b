import { and, desc, eq, gt, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { attempts, items, itemVersions, judgements, learners, snapshots } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import type { Asked } from '@/lib/rules/progress/future'
import {
  DAYS_EDGES,
  DIFFICULTY_EDGES,
  type MemoryCell,
  recallLimits,
} from '@/lib/rules/progress/memory-cells'
import { isCurrent } from './session'
import { versionNow } from './versions'

/** Whose memories, of one deck or all; items that left their deck are none. */
const mine = (db: Db, learner: Learner, deckId: string | undefined) =>
  and(
    eq(snapshots.learnerId, learner.id),
    deckId === undefined ? undefined : eq(snapshots.deckId, deckId),
    gt(snapshots.attempts, 0),
    // A list of the few retired items, made once, and not a look at each item.
    sql`${snapshots.itemId} not in ${db
      .select({ id: items.id })
      .from(items)
      .where(sql`${items.retiredAt} is not null`)}`,
    sql`exists ${db.select({ one: sql`1` }).from(learners).where(isCurrent(learner))}`,
  )

/** Of the packed numbers: an interval is below the first, a difficulty below the second, flags below the third. */
const INTERVALS = 100_000
const DIFFICULTIES = 1000
const FLAGS = 100
const STATES = ['review', 'learning', 'relearning'] as const

/**
 * The learner's memories: one row a deck, each memory as two or three whole numbers in its text, see `unpackMemories`.
 * What costs is rows, and sorting them into groups, and not so much the looking: one pass in the order of an index.
 * @param until moments from which the queue may ask are told up to here, epoch milliseconds
 */
export function packedMemories(
  db: Db,
  learner: Learner,
  { now, until, deckId }: { now: number; until: number; deckId?: string | undefined },
) {
  const { stability, intervalDays, reviewedAt, difficulty, state, recalled, mixed, suspended, leech, askAt } =
    snapshots
  const flags = sql`(case ${state} when 'review' then 0 when 'learning' then 1 else 2 end) * 16
    + ${recalled} * 8 + ${mixed} * 4 + ${suspended} * 2 + ${leech}`
  // One driver hands over every number as a real one. Adding up binds less than joining text: each number in its own brackets.
  const memory = sql`
    (cast(${stability} * 100 as integer) * ${sql.raw(String(INTERVALS))} + ${intervalDays})
    || ' ' || ((cast((${now} - ${reviewedAt}) / 3600000 as integer) * ${sql.raw(String(DIFFICULTIES))} + cast(${difficulty} * 10 as integer))
      * ${sql.raw(String(FLAGS))} + ${flags})
    || case when ${askAt} < ${until} then ' ' || ${askAt} else '' end`
  return db
    .select({
      deckId: snapshots.deckId,
      /** Those on which no answer counted have no memory. */
      memories: sql<string>`group_concat(coalesce(${memory}, ''))`,
    })
    .from(snapshots)
    .where(mine(db, learner, deckId))
    .groupBy(snapshots.deckId)
}

const NO_MEMORY = {
  state: null,
  recalled: null,
  mixed: 0,
  suspended: 0,
  leech: 0,
  stability: null,
  interval: null,
  difficulty: null,
  recall: null,
  items: 1,
}

/** The memories of such a row, and when the queue may ask for them. */
export function unpackMemories(
  rows: readonly { deckId: string; memories: string }[],
  weights?: readonly number[],
): { cells: MemoryCell[]; asked: Asked[] } {
  const limits = recallLimits(weights)
  const cells: MemoryCell[] = []
  const asked: Asked[] = []
  for (const { deckId, memories } of rows)
    for (const memory of memories.split(',')) {
      if (memory === '') {
        cells.push({ deckId, ...NO_MEMORY })
        continue
      }
      const [first = 0, second = 0, askAt] = memory.split(' ').map(Number)
      const stability = Math.floor(first / INTERVALS) / 100
      const flags = second % FLAGS
      const rest = Math.floor(second / FLAGS)
      const days = Math.floor(rest / DIFFICULTIES) / 24
      cells.push({
        deckId,
        state: STATES[flags >> 4] ?? null,
        recalled: (flags >> 3) & 1,
        mixed: (flags >> 2) & 1,
        suspended: (flags >> 1) & 1,
        leech: flags & 1,
        stability: bucketOf(stability, DAYS_EDGES),
        interval: bucketOf(first % INTERVALS, DAYS_EDGES),
        difficulty: bucketOf((rest % DIFFICULTIES) / 10, DIFFICULTY_EDGES),
        recall: limits.filter((limit) => days <= stability * limit).length,
        items: 1,
      })
      if (askAt !== undefined) asked.push({ askAt, items: 1 })
    }
  return { cells, asked }
}

const bucketOf = (value: number, edges: readonly number[]) => edges.filter((edge) => value >= edge).length

/** The learner's items missed last, so many: among them is looked for what they had been sure of. */
const LAST_MISSED = 50
const MOST_SURE = 20

/**
 * Items whose last answer was given as sure and was wrong, newest first: among the fifty items missed last, twenty at
 * most. What its learner claimed as right is none of them. Attempts and claims are read by index.
 */
export function sureAndWrong(db: Db, learner: Learner, deckId?: string) {
  const missed = db
    .select({ itemId: snapshots.itemId, lastAt: snapshots.lastAt })
    .from(snapshots)
    .where(and(mine(db, learner, deckId), lt(snapshots.lastMark, 1)))
    .orderBy(desc(snapshots.lastAt))
    .limit(LAST_MISSED)
    .as('missed')
  return db
    .select({
      itemId: items.id,
      deckId: items.deckId,
      name: items.name,
      lastAt: missed.lastAt,
      body: itemVersions.body,
    })
    .from(missed)
    .innerJoin(
      attempts,
      and(
        eq(attempts.learnerId, learner.id),
        eq(attempts.itemId, missed.itemId),
        eq(attempts.certainty, 'sure'),
        lt(attempts.mark, 1),
        // The moment that counted: which of the two it was is the fold's to say.
        or(eq(attempts.answeredAt, missed.lastAt), eq(attempts.receivedAt, missed.lastAt)),
        notExists(
          db
            .select({ one: sql`1` })
            .from(judgements)
            .where(
              and(
                eq(judgements.learnerId, learner.id),
                eq(judgements.itemId, missed.itemId),
                eq(judgements.attemptId, attempts.id),
                eq(judgements.judgement, 'claimed'),
              ),
            ),
        ),
      ),
    )
    .innerJoin(items, eq(items.id, missed.itemId))
    .innerJoin(itemVersions, versionNow)
    .orderBy(desc(missed.lastAt))
    .limit(MOST_SURE)
}

/** Every live item of a deck with the concepts it carries, and where the learner stands on it. */
export const conceptItems = (db: Db, learner: Learner, deckId: string) =>
  db
    .select({
      concepts: items.concepts,
      attempts: snapshots.attempts,
      state: snapshots.state,
      stability: snapshots.stability,
      reviewedAt: snapshots.reviewedAt,
      recalled: snapshots.recalled,
      mixed: snapshots.mixed,
    })
    .from(items)
    .innerJoin(learners, isCurrent(learner))
    .leftJoin(snapshots, and(eq(snapshots.itemId, items.id), eq(snapshots.learnerId, learners.id)))
    .where(and(eq(items.deckId, deckId), isNull(items.retiredAt)))
    .orderBy(items.kind, items.position)

/** The prompts of a deck: what its concepts are called is theirs to say. */
export const conceptNames = (db: Db, deckId: string) =>
  db
    .select({ body: itemVersions.body })
    .from(items)
    .innerJoin(itemVersions, versionNow)
    .where(and(eq(items.deckId, deckId), eq(items.kind, 'prompt'), isNull(items.retiredAt)))
