import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Db, Query } from '@/db/client'
import { items, rollups, snapshots } from '@/db/schema'

/** How far somebody has come in a deck, by kind: what every page that shows progress reads. */
export const progressColumns = {
  items: rollups.items,
  known: rollups.known,
  rightFirst: rollups.rightFirst,
  rightEver: rollups.rightEver,
  conceptsBest: rollups.conceptsBest,
  lastAt: rollups.lastAt,
}

/**
 * The writes that sum a deck's rollups afresh from the snapshots of its live items, for one atomic list. Whoever
 * changes which items of a deck are live, or rebuilds snapshots, puts them after those writes.
 */
export const rollupWrites = (db: Db, deckId: string): [Query, Query] => [
  db.delete(rollups).where(eq(rollups.deckId, deckId)),
  db.insert(rollups).select(sums(db, eq(snapshots.deckId, deckId))),
]

/** The same for one learner alone, in one deck or, without one, in all. */
export function learnerRollupWrites(db: Db, learnerId: string, deckId?: string): [Query, Query] {
  const of = (table: typeof rollups | typeof snapshots) =>
    and(eq(table.learnerId, learnerId), deckId === undefined ? undefined : eq(table.deckId, deckId))
  return [db.delete(rollups).where(of(rollups)), db.insert(rollups).select(sums(db, of(snapshots)))]
}

const sums = (db: Db, which: SQL | undefined) =>
  db
    .select({
      learnerId: snapshots.learnerId,
      deckId: snapshots.deckId,
      kind: snapshots.kind,
      items: sql<number>`count(*)`.as('items'),
      attempts: total(snapshots.attempts).as('attempts'),
      known: total(snapshots.known).as('known'),
      rightFirst: total(snapshots.rightFirst).as('right_first'),
      rightEver: total(snapshots.rightEver).as('right_ever'),
      conceptsBest: total(snapshots.conceptsBest).as('concepts_best'),
      lastAt: sql<number>`max(${snapshots.lastAt})`.as('last_at'),
    })
    .from(snapshots)
    .innerJoin(items, eq(items.id, snapshots.itemId))
    .where(and(which, gt(snapshots.attempts, 0), isNull(items.retiredAt)))
    .groupBy(snapshots.learnerId, snapshots.deckId, snapshots.kind)

const total = (column: AnySQLiteColumn) => sql<number>`sum(${column})`
