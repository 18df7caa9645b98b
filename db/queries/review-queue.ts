import type { Db } from '@/db/client'
import type { Learner } from '@/lib/identity'
import { addDays, dayStart } from '@/lib/rules/local-day'
import { allowance, type Done, type Limits } from '@/lib/rules/review/limits'
import type { Pace } from '@/lib/rules/review/pace'
import { type Fresh, orderQueue, type Queue } from '@/lib/rules/review/queue'
import { type Facts, type Reviewer, readFacts } from './review-facts'
import { readFresh } from './review-fresh'
import { type ItemRow, selectItems } from './review-items'

/** How many items are wanted with their bodies, those that the browser holds left out. */
export type Wanted = { count: number; holding: ReadonlySet<string> }

/** Bodies that are read beyond those wanted: the order moves a little once it is known what is new. */
const SPARE = 4

export type ReadQueue = {
  reviewer: Reviewer
  queue: Queue
  limits: Limits
  done: Done
  pace: Pace
  /** Reviews that are due, those beyond the day's limit included. */
  waiting: number
  /** When the next item comes that is not asked for now, epoch milliseconds; absent when nothing will by itself. */
  comesAt?: number
  /** Whether any deck was begun. */
  studies: boolean
  /** The next items with their bodies, in their order; none when none were wanted. */
  items: ItemRow[]
}

/**
 * What this learner is asked today, in order; nothing under a session that does not count any more. Two round trips,
 * neither of which grows with how many items they have.
 * @param now epoch milliseconds
 * @param previous id of the item that was asked last, when it is known
 */
export async function readQueue(
  db: Db,
  learner: Learner,
  now: number,
  {
    wanted = { count: 0, holding: new Set() },
    previous,
  }: { wanted?: Wanted; previous?: string | undefined } = {},
): Promise<ReadQueue | undefined> {
  const facts = await readFacts(db, learner, now)
  if (!facts) return undefined
  const { reviewer, limits, done, catalogue, known, waiting } = facts
  const last = previous === undefined ? undefined : catalogue.items.get(previous)
  const order = (fresh: readonly Fresh[]) =>
    orderQueue(
      {
        known,
        fresh,
        limits,
        done,
        waiting,
        dials: reviewer.dials,
        seed: learner.id,
        today: reviewer.today,
        previous: last,
      },
      now,
    )
  const notHeld = (queue: Queue, count: number) =>
    queue.order.flatMap(({ id }) => (wanted.holding.has(id) ? [] : [id])).slice(0, count)
  // Among new items a known one moves a little at most: of those at the front the bodies are asked for along the way.
  const without = order([])
  const likely = wanted.count > 0 ? notHeld(without, wanted.count + SPARE) : []
  const bodies = { likely, fresh: freshLikely(facts, without, wanted.count), holding: wanted.holding }
  const { fresh, rows } = await readFresh(db, learner, facts, bodies, now)
  const queue = order(fresh)
  const items = await inOrder(db, learner, notHeld(queue, wanted.count), rows)
  const comesAt = Math.min(...comingTimes(facts, queue, fresh.length, now))
  return {
    reviewer,
    queue,
    limits,
    done,
    waiting,
    pace: facts.pace,
    studies: facts.studied.length > 0 || known.length > 0,
    items,
    ...(Number.isFinite(comesAt) && { comesAt }),
  }
}

/** How many of the next items are new ones, about: they are spread among the others. */
function freshLikely({ limits, done, waiting }: Facts, { order }: Queue, count: number): number {
  const fresh = allowance(limits, done, waiting).fresh
  if (count === 0 || fresh === 0) return 0
  return Math.min(Math.ceil((count * fresh) / (fresh + order.length)) + SPARE, fresh)
}

/** The rows of these items in their order; one more round trip for what is missing, which hardly ever is. */
async function inOrder(db: Db, { id: learner }: Learner, ids: readonly string[], rows: readonly ItemRow[]) {
  const found = new Map(rows.map((row) => [row.id, row]))
  const missing = ids.filter((id) => !found.has(id))
  if (missing.length > 0) {
    const [more] = await db.fresh([selectItems(db, { learner, ids: JSON.stringify(missing) })])
    for (const row of more) found.set(row.id, row)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** When something comes that is not asked for now: the next memory, or tomorrow what is beyond today's limits. */
function comingTimes(
  { known, waiting, reviewer }: Facts,
  { left }: Queue,
  fresh: number,
  now: number,
): number[] {
  const { timeZone, dayStartHour } = reviewer.dials
  const tomorrow = dayStart(addDays(reviewer.today, 1), timeZone, dayStartHour)
  const later = known.filter(({ askAt }) => askAt > now).map(({ askAt }) => askAt)
  return fresh > left.fresh || waiting > left.due ? [...later, tomorrow] : later
}
