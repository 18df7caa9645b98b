import type { Db } from '@/db/client'
import { reviewItem } from '@/lib/content/review-item'
import type { Learner } from '@/lib/identity'
import { type Kept, preview } from '@/lib/rules/memory/preview'
import { seedOf } from '@/lib/rules/memory/timeline'
import type { ReviewItem, ReviewPage, Why } from '@/lib/rules/review/wire'
import { readBacklog } from './backlog'
import { endCatchUp } from './habits'
import type { Reviewer } from './review-facts'
import type { ItemRow } from './review-items'
import { readQueue } from './review-queue'

/** Items a page of the session brings: enough that the next is there while somebody reads, few enough to be quick. */
export const ITEMS_A_PAGE = 12

/**
 * The next items of the day's review with all that is needed to ask for them; nothing under a session that does not
 * count any more.
 * @param holding ids of items that the browser has already
 * @param previous id of the item that was asked last
 * @param now epoch milliseconds
 */
export async function readReviewPage(
  db: Db,
  learner: Learner,
  { holding, previous }: { holding: ReadonlySet<string>; previous?: string | undefined },
  now: number,
): Promise<ReviewPage | undefined> {
  const read = await readQueue(db, learner, now, { wanted: { count: ITEMS_A_PAGE, holding }, previous })
  if (!read) return undefined
  const { reviewer, queue, pace } = read
  const why = new Map<string, Why>(queue.order.map((asked) => [asked.id, asked.why]))
  const backlog = await readBacklog(db, learner, read, now)
  // Here it is first known; left standing, the plan would hold back a busier day months from now.
  if (read.limits.catchUpADay !== undefined && read.waiting === 0) await endCatchUp(db, learner)
  return {
    learner: { id: reviewer.id, name: reviewer.name },
    items: await toReviewItems(read.items, reviewer, ({ id }) => why.get(id) ?? 'due'),
    left: queue.left,
    ...(queue.nextAt !== undefined && { nextAt: queue.nextAt }),
    seconds: pace,
    habits: { twoButtons: reviewer.twoButtons, shortcuts: reviewer.shortcuts },
    ...(backlog && { backlog }),
  }
}

/** Items as the session shows them, with what a card's grades would give this learner. */
export const toReviewItems = (
  rows: readonly ItemRow[],
  { fuzzSeed, dials, today }: Pick<Reviewer, 'fuzzSeed' | 'dials' | 'today'>,
  why: (row: ItemRow) => Why,
): Promise<ReviewItem[]> =>
  Promise.all(
    rows.map((row) =>
      reviewItem({ ...row, bookmarked: row.bookmarked === 1, note: row.note ?? undefined }, why(row), () =>
        preview(keptOf(row), today, dials, seedOf(fuzzSeed, row.id)),
      ),
    ),
  )

function keptOf(row: ItemRow): Kept | undefined {
  const {
    state,
    stability,
    difficulty,
    dueAt,
    reviewedAt,
    reviewedDay,
    intervalDays,
    step,
    reviews,
    lapses,
  } = row
  if (state === null || stability === null || difficulty === null || dueAt === null) return undefined
  if (reviewedAt === null || reviewedDay === null) return undefined
  return {
    state,
    stability,
    difficulty,
    dueAt,
    reviewedAt,
    reviewedDay,
    intervalDays: intervalDays ?? 0,
    step: step ?? 0,
    reviews: reviews ?? 0,
    lapses: lapses ?? 0,
  }
}
