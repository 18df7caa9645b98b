import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Db, Query } from '@/db/client'
import { prepared, type Values } from '@/db/prepared'
import { snapshots } from '@/db/schema'
import { FOLD_VERSION, type Folded } from '@/lib/rules/fold'
import { DaySums } from '@/lib/rules/memory/day-counts'
import type { MemoryNow } from '@/lib/rules/review/sent'
import { rollupMoves } from './rollup-moves'
import { studyDayMoves } from './study-day-moves'

export type SnapshotRow = typeof snapshots.$inferSelect
type Key = Pick<SnapshotRow, 'learnerId' | 'itemId' | 'deckId' | 'kind'>

type Remembered = Pick<SnapshotRow, 'state' | 'intervalDays' | 'dueAt' | 'lapses' | 'leech'>

export function toMemory({ state, intervalDays, dueAt, lapses, leech }: Remembered): MemoryNow | undefined {
  if (!state || dueAt === null) return undefined
  return { state, intervalDays: intervalDays ?? 0, dueAt, lapses, leech: leech === 1 }
}

/**
 * The writes that bring a snapshot and the learner's rollups to what the facts fold to, for one atomic list. They fail
 * with the whole list when the snapshot is no longer at the version that was read.
 * @param old the row that was read; absent when there was none
 */
export function snapshotWrites(
  db: Db,
  key: Key,
  old: SnapshotRow | undefined,
  folded: Folded,
): [Query, ...Query[]] {
  const row = encoded(key, folded)
  const moved = new DaySums()
  moved.add(folded.days)
  moved.add(old?.days ?? {}, -1)
  return [
    old ? updateSnapshot(db, { ...row, read: old.version }) : insertSnapshot(db, { ...row, version: 1 }),
    ...rollupMoves(db, key, old, folded),
    ...studyDayMoves(db, key, moved.days),
  ]
}

/** The write that brings a snapshot alone to what the facts fold to; its rollups are then to be summed afresh. */
export const snapshotRewrite = (db: Db, old: SnapshotRow, folded: Folded): Query =>
  updateSnapshot(db, { ...encoded(old, folded), read: old.version })

const encoded = ({ learnerId, itemId, deckId, kind }: Key, folded: Folded) => ({
  learnerId,
  itemId,
  deckId,
  kind,
  ...folded,
  firstCovered: folded.firstCovered && JSON.stringify(folded.firstCovered),
  days: JSON.stringify(folded.days),
  fold: FOLD_VERSION,
})

/** The columns that a fold fills, each with a place for its value, encoded as the column says. */
const FOLDED = [
  'fold',
  'attempts',
  'revision',
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
  'state',
  'stability',
  'difficulty',
  'dueAt',
  'reviewedAt',
  'reviewedDay',
  'intervalDays',
  'step',
  'reviews',
  'lapses',
  'recalled',
  'mixed',
  'askAt',
  'suspended',
  'leech',
  'bookmarked',
] as const satisfies readonly (keyof Folded | 'fold')[]
const foldedValues = Object.fromEntries(
  FOLDED.map((name) => [name, sql`${sql.param(sql.placeholder(name), snapshots[name])}`]),
) as Record<(typeof FOLDED)[number], SQL>
/** Encoded already: a JSON column's encoder would turn null into "null". */
const asText = {
  firstCovered: sql`${sql.placeholder('firstCovered')}`,
  days: sql`${sql.placeholder('days')}`,
}

type Row = Omit<Folded, 'firstCovered' | 'days'> & {
  firstCovered: string | null
  days: string
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
    ...asText,
  }),
)

/** The version becomes null, which the column refuses, when somebody else was first. */
const updateSnapshot = prepared((db, value: Values<Row & { read: number }>) =>
  db
    .update(snapshots)
    .set({
      ...foldedValues,
      ...asText,
      version: sql`case when ${snapshots.version} = ${value('read')} then ${value('read')} + 1 end`,
    })
    .where(and(eq(snapshots.learnerId, value('learnerId')), eq(snapshots.itemId, value('itemId')))),
)
