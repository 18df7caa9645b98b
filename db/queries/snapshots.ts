import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Query } from '@/db/client'
import { items, rollups, snapshots } from '@/db/schema'
import { FOLD_VERSION, type Folded } from '@/lib/rules/fold'

type SnapshotRow = typeof snapshots.$inferSelect
type Key = Pick<SnapshotRow, 'learnerId' | 'itemId' | 'deckId' | 'kind'>

/**
 * The writes that bring a snapshot and its rollup to what the facts fold to, for one atomic list. They fail with the
 * whole list when the snapshot is no longer at the version that was read.
 * @param old the row that was read; absent when there was none
 */
export const snapshotWrites = (
  db: Db,
  key: Key,
  old: SnapshotRow | undefined,
  folded: Folded,
): [Query, Query] => [
  old ? updateSnapshot(db, old, folded) : insertSnapshot(db, key, folded),
  moveRollup(db, key, old, folded),
]

/** A plain insert: when somebody else was first, the key refuses it. */
const insertSnapshot = (db: Db, { learnerId, itemId, deckId, kind }: Key, folded: Folded) =>
  db.insert(snapshots).values({ learnerId, itemId, deckId, kind, ...folded, fold: FOLD_VERSION, version: 1 })

/** The version becomes null, which the column refuses, when somebody else was first. */
const updateSnapshot = (db: Db, old: SnapshotRow, folded: Folded) =>
  db
    .update(snapshots)
    .set({
      ...folded,
      fold: FOLD_VERSION,
      version: sql`case when ${snapshots.version} = ${old.version} then ${old.version + 1} end`,
    })
    .where(and(eq(snapshots.learnerId, old.learnerId), eq(snapshots.itemId, old.itemId)))

/** Adds the difference to the learner's sums over the deck. An item that left its deck moves nothing. */
function moveRollup(db: Db, key: Key, old: SnapshotRow | undefined, folded: Folded) {
  const by = (column: 'attempts' | 'known' | 'rightFirst' | 'rightEver' | 'conceptsBest') =>
    folded[column] - (old?.[column] ?? 0)
  return db
    .insert(rollups)
    .select(
      db
        .select({
          learnerId: sql`${key.learnerId}`.as('learner_id'),
          deckId: items.deckId,
          kind: items.kind,
          items: sql`${old ? 0 : 1}`.as('items'),
          attempts: sql`${by('attempts')}`.as('attempts'),
          known: sql`${by('known')}`.as('known'),
          rightFirst: sql`${by('rightFirst')}`.as('right_first'),
          rightEver: sql`${by('rightEver')}`.as('right_ever'),
          conceptsBest: sql`${by('conceptsBest')}`.as('concepts_best'),
          lastAt: sql`${folded.lastAt}`.as('last_at'),
        })
        .from(items)
        .where(and(eq(items.id, key.itemId), isNull(items.retiredAt))),
    )
    .onConflictDoUpdate({
      target: [rollups.learnerId, rollups.deckId, rollups.kind],
      set: {
        items: sql`${rollups.items} + excluded.items`,
        attempts: sql`${rollups.attempts} + excluded.attempts`,
        known: sql`${rollups.known} + excluded.known`,
        rightFirst: sql`${rollups.rightFirst} + excluded.right_first`,
        rightEver: sql`${rollups.rightEver} + excluded.right_ever`,
        conceptsBest: sql`${rollups.conceptsBest} + excluded.concepts_best`,
        lastAt: sql`max(${rollups.lastAt}, excluded.last_at)`,
      },
    })
}
