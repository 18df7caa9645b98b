import { and, eq, isNull, sql } from 'drizzle-orm'
import { prepared, type Values } from '@/db/prepared'
import { decks, items, itemVersions, notes, snapshots } from '@/db/schema'
import { deckHead } from './deck-head'
import { versionNow } from './versions'

const COLUMNS = {
  id: items.id,
  name: items.name,
  contentHash: items.contentHash,
  level: items.level,
  body: itemVersions.body,
  deck: deckHead,
  note: notes.text,
  bookmarked: snapshots.bookmarked,
  state: snapshots.state,
  stability: snapshots.stability,
  difficulty: snapshots.difficulty,
  dueAt: snapshots.dueAt,
  reviewedAt: snapshots.reviewedAt,
  reviewedDay: snapshots.reviewedDay,
  intervalDays: snapshots.intervalDays,
  step: snapshots.step,
  reviews: snapshots.reviews,
  lapses: snapshots.lapses,
}

type Wanted = { learner: string; ids: string }

/** Live items with their body as it is now, and with what is the learner's own. `ids` is JSON. */
export const selectItems = prepared((db, value: Values<Wanted>) =>
  ofLearner(db, value).where(
    and(
      sql`${items.id} in (select value from json_each(${value('ids')}))`,
      isNull(items.retiredAt),
      isNull(decks.retiredAt),
    ),
  ),
)

/** The same for the first of each deck, in the order of `ids`, of which the learner has no memory: `most` of each. */
export const selectFirstUnmet = prepared((db, value: Values<Wanted & { most: number }>) => {
  const deckOf = sql`substr(wanted.value, 1, instr(wanted.value, '/') - 1)`
  return ofLearner(db, value).where(
    and(
      sql`${items.id} in (
        select id from (
          select wanted.value as id, row_number() over (partition by ${deckOf} order by wanted.key) as turn
          from json_each(${value('ids')}) as wanted
          left join snapshots as met on met.learner_id = ${value('learner')} and met.item_id = wanted.value
          where met.state is null and coalesce(met.suspended, 0) = 0
        ) where turn <= ${value('most')})`,
      isNull(items.retiredAt),
      isNull(decks.retiredAt),
    ),
  )
})

const ofLearner = (db: Parameters<Parameters<typeof prepared>[0]>[0], value: Values<{ learner: string }>) =>
  db
    .select(COLUMNS)
    .from(items)
    .innerJoin(itemVersions, versionNow)
    .innerJoin(decks, eq(decks.id, items.deckId))
    .leftJoin(snapshots, and(eq(snapshots.learnerId, value('learner')), eq(snapshots.itemId, items.id)))
    .leftJoin(notes, and(eq(notes.learnerId, value('learner')), eq(notes.itemId, items.id)))

export type ItemRow = Awaited<ReturnType<typeof selectItems>>[number]
