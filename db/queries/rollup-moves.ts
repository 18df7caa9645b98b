import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Query } from '@/db/client'
import { prepared, type Values } from '@/db/prepared'
import { items, rollups, type snapshots } from '@/db/schema'
import type { Folded } from '@/lib/rules/fold'
import { learnerRollupWrites } from './rollups'

type SnapshotRow = typeof snapshots.$inferSelect
type Key = Pick<SnapshotRow, 'learnerId' | 'itemId' | 'deckId' | 'kind'>

const MOVED = ['attempts', 'known', 'rightFirst', 'rightEver', 'conceptsBest'] as const

/**
 * The writes that move a deck's rollup from what the old snapshot gave to what the new one gives, after the
 * snapshot's own. None when nothing moved. What was withdrawn takes the newest moment with it, which no difference
 * can tell: then the learner's part of the deck is summed afresh.
 */
export function rollupMoves(
  db: Db,
  { learnerId, itemId, deckId }: Key,
  old: SnapshotRow | undefined,
  folded: Folded,
): Query[] {
  const before = old && old.attempts > 0 ? old : undefined
  if (before && folded.lastAt < before.lastAt) return learnerRollupWrites(db, learnerId, deckId)
  const by = Object.fromEntries(MOVED.map((name) => [name, folded[name] - (before?.[name] ?? 0)])) as Record<
    (typeof MOVED)[number],
    number
  >
  const isSame = folded.lastAt === (before?.lastAt ?? 0) && MOVED.every((name) => by[name] === 0)
  if (isSame) return []
  return [moveRollup(db, { learnerId, itemId, items: before ? 0 : 1, ...by, lastAt: folded.lastAt })]
}

type Moves = Omit<typeof rollups.$inferSelect, 'deckId' | 'kind'> & { itemId: string }

/** Adds the difference to the learner's sums over the deck. An item that left its deck moves nothing. */
const moveRollup = prepared((db, value: Values<Moves>) => {
  const as = (name: keyof Moves, column: string) => sql`${value(name)}`.as(column)
  return db
    .insert(rollups)
    .select(
      db
        .select({
          learnerId: as('learnerId', 'learner_id'),
          deckId: items.deckId,
          kind: items.kind,
          items: as('items', 'items'),
          attempts: as('attempts', 'attempts'),
          known: as('known', 'known'),
          rightFirst: as('rightFirst', 'right_first'),
          rightEver: as('rightEver', 'right_ever'),
          conceptsBest: as('conceptsBest', 'concepts_best'),
          lastAt: as('lastAt', 'last_at'),
        })
        .from(items)
        .where(and(eq(items.id, value('itemId')), isNull(items.retiredAt))),
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
})
