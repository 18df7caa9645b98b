import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db, Query } from '@/db/client'
import { prepared, type Values } from '@/db/prepared'
import { items, rollups, snapshots } from '@/db/schema'
import { FOLD_VERSION, type Folded } from '@/lib/rules/fold'

type SnapshotRow = typeof snapshots.$inferSelect
type Key = Pick<SnapshotRow, 'learnerId' | 'itemId' | 'deckId' | 'kind'>

/**
 * The writes that bring a snapshot and its rollup to what the facts fold to, for one atomic list. They fail with the
 * whole list when the snapshot is no longer at the version that was read.
 * @param old the row that was read; absent when there was none
 */
export function snapshotWrites(
  db: Db,
  { learnerId, itemId, deckId, kind }: Key,
  old: SnapshotRow | undefined,
  folded: Folded,
): [Query, Query] {
  const row = {
    learnerId,
    itemId,
    ...folded,
    firstCovered: folded.firstCovered && JSON.stringify(folded.firstCovered),
    fold: FOLD_VERSION,
  }
  const by = (column: 'attempts' | 'known' | 'rightFirst' | 'rightEver' | 'conceptsBest') =>
    folded[column] - (old?.[column] ?? 0)
  return [
    old
      ? updateSnapshot(db, { ...row, read: old.version })
      : insertSnapshot(db, { ...row, deckId, kind, version: 1 }),
    moveRollup(db, {
      learnerId,
      itemId,
      items: old ? 0 : 1,
      attempts: by('attempts'),
      known: by('known'),
      rightFirst: by('rightFirst'),
      rightEver: by('rightEver'),
      conceptsBest: by('conceptsBest'),
      lastAt: folded.lastAt,
    }),
  ]
}

/** The columns that a fold fills, each with a place for its value, encoded as the column says. */
const FOLDED = [
  'fold',
  'attempts',
  'firstAt',
  'firstMark',
  'firstAnswer',
  'firstHash',
  'lastAt',
  'lastMark',
  'lastAnswer',
  'bestMark',
  'known',
  'rightFirst',
  'rightEver',
  'conceptsBest',
] as const satisfies readonly (keyof Folded | 'fold')[]
const foldedValues = Object.fromEntries(
  FOLDED.map((name) => [name, sql`${sql.param(sql.placeholder(name), snapshots[name])}`]),
) as Record<(typeof FOLDED)[number], SQL>
/** May be null, which a JSON column's encoder would turn into "null": it goes in as text. */
const firstCovered = sql`${sql.placeholder('firstCovered')}`

type Row = Omit<Folded, 'firstCovered'> & {
  firstCovered: string | null
  fold: number
  learnerId: string
  itemId: string
}

/** A plain insert: when somebody else was first, the key refuses it. */
const insertSnapshot = prepared((db, value: Values<Row & Key & { version: number }>) =>
  db.insert(snapshots).values({
    learnerId: value('learnerId'),
    itemId: value('itemId'),
    deckId: value('deckId'),
    kind: value('kind'),
    version: value('version'),
    ...foldedValues,
    firstCovered,
  }),
)

/** The version becomes null, which the column refuses, when somebody else was first. */
const updateSnapshot = prepared((db, value: Values<Row & { read: number }>) =>
  db
    .update(snapshots)
    .set({
      ...foldedValues,
      firstCovered,
      version: sql`case when ${snapshots.version} = ${value('read')} then ${value('read')} + 1 end`,
    })
    .where(and(eq(snapshots.learnerId, value('learnerId')), eq(snapshots.itemId, value('itemId')))),
)

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
