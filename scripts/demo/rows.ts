import { personOf } from '@/db/queries/item-facts'
import type { attempts, snapshots } from '@/db/schema'
import type { Fact } from '@/lib/rules/facts'
import { FOLD_VERSION, fold } from '@/lib/rules/fold'
import { localDay } from '@/lib/rules/local-day'
import { mark } from '@/lib/rules/mark'
import type { DemoAnswer } from './history'

type AttemptRow = typeof attempts.$inferInsert
type SnapshotRow = typeof snapshots.$inferInsert

/** The rows that these answers make, marked and folded by the rules that every answer goes through. */
export function toRows(
  learnerId: string,
  answers: readonly DemoAnswer[],
  person: { timeZone: string; dayStartHour: number; fuzzSeed: number },
): { attempts: AttemptRow[]; snapshots: SnapshotRow[] } {
  const rows = answers.map(({ item, ...given }) => {
    const verdict = mark(item.body, given.answer)
    return {
      ...given,
      learnerId,
      itemId: item.id,
      deckId: item.deckId,
      kind: item.body.kind,
      contentHash: item.contentHash,
      revision: item.revision,
      receivedAt: given.answeredAt,
      localDay: localDay(given.answeredAt, person.timeZone, person.dayStartHour),
      mark: verdict.mark,
      verdict,
    } satisfies AttemptRow
  })
  const byItem = new Map<string, typeof rows>()
  for (const row of rows) byItem.set(row.itemId, [...(byItem.get(row.itemId) ?? []), row])
  const ofItem = personOf(person, [])
  const folded = [...byItem.values()].map((list) => {
    const { itemId, deckId, kind } = list[0] as (typeof rows)[number]
    return {
      learnerId,
      itemId,
      deckId,
      kind,
      ...fold({ attempts: list satisfies readonly Fact[], judgements: [], shelvings: [] }, ofItem(itemId)),
      fold: FOLD_VERSION,
      version: list.length,
    }
  })
  return { attempts: rows, snapshots: folded }
}
