import type { Db } from '@/db/client'
import type { Learner } from '@/lib/identity'
import { dayNumber, dayStart } from '@/lib/rules/local-day'
import type { Fresh } from '@/lib/rules/review/queue'
import { type Met, type StudiedPart, searched, unmet } from '@/lib/rules/review/unmet'
import type { Facts } from './review-facts'
import { type ItemRow, selectFirstUnmet, selectItems } from './review-items'
import { selectMet } from './review-statements'

/** Bodies to bring along: of these known items, and of so many new ones that the browser does not hold. */
type Bodies = { likely: readonly string[]; fresh: number; holding: ReadonlySet<string> }

/** Round trip 2: what of the studied decks was not met, and the bodies of what is likely to be asked next. */
export async function readFresh(
  db: Db,
  { id: learner }: Learner,
  facts: Facts,
  { likely, fresh, holding }: Bodies,
  now: number,
): Promise<{ fresh: Fresh[]; rows: ItemRow[] }> {
  const { catalogue, reviewer, unformed } = facts
  const near = searched(studiedParts(facts), learner, dayNumber(reviewer.today))
  const ids = near.flatMap(({ items }) => items.map(({ id }) => id))
  const decks = new Set(facts.studied.map(({ deckId }) => deckId))
  const begun = unformed
    .flatMap((id) => catalogue.items.get(id) ?? [])
    .filter(({ deckId }) => decks.has(deckId))
  if (ids.length === 0 && likely.length === 0) return { fresh: begun, rows: [] }
  // As if none of them were met: the order in which each deck's would come.
  const inTurn =
    fresh > 0 ? unmet(near, new Map(), 'every level').flatMap(({ id }) => (holding.has(id) ? [] : [id])) : []
  const most = Math.ceil(fresh / Math.max(new Set(near.map(({ deckId }) => deckId)).size, 1))
  const asked = [...likely, ...begun.slice(0, fresh).map(({ id }) => id)]
  const [met, known, first] = await db.fresh([
    selectMet(db, { learner, ids: JSON.stringify(ids) }),
    selectItems(db, { learner, ids: JSON.stringify(asked) }),
    selectFirstUnmet(db, { learner, ids: JSON.stringify(inTurn), most }),
  ])
  const { timeZone, dayStartHour } = reviewer.dials
  const since = dayStart(reviewer.today, timeZone, dayStartHour)
  const found = unmet(near, new Map(met.map((row) => [row.id, toMet(row, since, now)])))
  const each = new Map([...begun, ...found].map((item) => [item.id, item]))
  return { fresh: [...each.values()], rows: [...known, ...first] }
}

function studiedParts({ catalogue, studied }: Facts): StudiedPart[] {
  const answered = new Map(studied.map(({ deckId, kind, items }) => [`${deckId} ${kind}`, items]))
  const decks = [...new Set(studied.map(({ deckId }) => deckId))]
  return decks.flatMap((deckId) =>
    (catalogue.parts.get(deckId) ?? []).map((part) => ({
      ...part,
      answered: answered.get(`${deckId} ${part.kind}`) ?? 0,
    })),
  )
}

type MetRow = Awaited<ReturnType<typeof selectMet>>[number]

const toMet = (row: MetRow, since: number, now: number): Met => ({
  state: row.state,
  recalled: row.recalled === 1,
  shelved: row.suspended === 1 || row.leech === 1 || (row.askAt ?? 0) > now,
  today: row.attempts > 0 && row.firstAt >= since,
})
