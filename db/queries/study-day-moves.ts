import { and, eq, sql } from 'drizzle-orm'
import type { Db, Query } from '@/db/client'
import { prepared, type Values } from '@/db/prepared'
import { snapshots, studyDays } from '@/db/schema'
import type { ItemKind } from '@/lib/rules/item'
import { type DaysCounts, sortedCounts } from '@/lib/rules/memory/day-counts'

type Key = { learnerId: string; deckId: string; kind: ItemKind }

/**
 * The writes that add a difference to the learner's days, for one atomic list. What comes to zero leaves no trace,
 * so that a rebuild gives the same rows.
 */
export function studyDayMoves(db: Db, { learnerId, deckId, kind }: Key, difference: DaysCounts): Query[] {
  return Object.entries(difference).flatMap(([localDay, counts]) => {
    if (Object.values(counts).every((count) => count === 0)) return []
    const day = { learnerId, deckId, kind, localDay }
    const shrinks = Object.values(counts).some((count) => count < 0)
    const add = addToDay(db, { ...day, counts: JSON.stringify(sortedCounts(counts)) })
    return shrinks ? [add, dropEmptyDay(db, day)] : [add]
  })
}

type Day = Key & { localDay: string }

/** Adds two objects of whole numbers, sorted by name, zeros left out. */
const sum = sql`(
  select json_group_object(key, total) from (
    select key, sum(value) as total from (
      select key, value from json_each(${studyDays.counts})
      union all select key, value from json_each(excluded.counts)
    ) group by key having total <> 0 order by key
  )
)`

const addToDay = prepared((db, value: Values<Day & { counts: string }>) =>
  db
    .insert(studyDays)
    .values({
      learnerId: value('learnerId'),
      localDay: value('localDay'),
      deckId: value('deckId'),
      kind: value('kind'),
      counts: sql`${value('counts')}`,
    })
    .onConflictDoUpdate({
      target: [studyDays.learnerId, studyDays.localDay, studyDays.deckId, studyDays.kind],
      set: { counts: sum },
    }),
)

const dropEmptyDay = prepared((db, value: Values<Day>) =>
  db
    .delete(studyDays)
    .where(
      and(
        eq(studyDays.learnerId, value('learnerId')),
        eq(studyDays.localDay, value('localDay')),
        eq(studyDays.deckId, value('deckId')),
        eq(studyDays.kind, value('kind')),
        eq(studyDays.counts, sql`'{}'`),
      ),
    ),
)

/** The writes that sum a learner's days afresh from what their snapshots say they gave. */
export const studyDaySums = (db: Db, learnerId: string): [Query, Query] => [
  db.delete(studyDays).where(eq(studyDays.learnerId, learnerId)),
  db.insert(studyDays).select(sql`
    select learner_id, local_day, deck_id, kind, json_group_object(name, total) from (
      select s.learner_id, day.key as local_day, s.deck_id, s.kind, part.key as name, sum(part.value) as total
      from ${snapshots} s, json_each(s.days) day, json_each(day.value) part
      where s.learner_id = ${learnerId} group by day.key, s.deck_id, s.kind, part.key
      having total <> 0 order by day.key, s.deck_id, s.kind, part.key
    ) group by local_day, deck_id, kind`),
]
