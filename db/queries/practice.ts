import { and, desc, eq, gt, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { decks, items, snapshots } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import type { Level } from '@/lib/rules/item'
import { draw } from '@/lib/rules/review/draw'
import { spaced } from '@/lib/rules/review/spacing'
import type { ReviewPage } from '@/lib/rules/review/wire'
import { readReviewer } from './review-facts'
import { selectItems } from './review-items'
import { ITEMS_A_PAGE, toReviewItems } from './review-page'

/** What extra practice is made of: it never disturbs the schedule. Only items that were met before. */
export type Practice =
  | { of: 'mistakes' | 'due-soon' | 'bookmarks' }
  | { of: 'deck'; deckId: string }
  | { of: 'level'; level: Level }
  | { of: 'tag'; tag: string }

/** A round of practice is a round, not a flood. */
const A_ROUND = 60

/**
 * The next items of a round of extra practice; nothing under a session that does not count any more. The same learner
 * gets the same round in the same order all day, as long as the answers change nothing of it.
 * @param holding ids of items that the browser has already, or that were practised in this round
 * @param now epoch milliseconds
 */
export async function readPractice(
  db: Db,
  learner: Learner,
  practice: Practice,
  holding: ReadonlySet<string>,
  now: number,
): Promise<ReviewPage | undefined> {
  const [person, found] = await Promise.all([
    readReviewer(db, learner, now),
    db.fresh([selectRound(db, learner, practice, now)]),
  ])
  if (!person) return undefined
  const { reviewer, pace } = person
  const lot = (id: string) => draw(`${learner.id} ${reviewer.today} practice ${id}`)
  const round = spaced(
    found[0]
      .filter(({ id }) => !holding.has(id))
      .map((item) => ({ ...item, group: 0 }))
      .sort((a, b) => lot(a.id) - lot(b.id)),
  )
  const next = round.slice(0, ITEMS_A_PAGE).map(({ id }) => id)
  const [bodies] = await db.fresh([selectItems(db, { learner: learner.id, ids: JSON.stringify(next) })])
  const rows = new Map(bodies.map((row) => [row.id, row]))
  return {
    learner: { id: reviewer.id, name: reviewer.name },
    items: await toReviewItems(
      next.flatMap((id) => rows.get(id) ?? []),
      reviewer,
      () => 'practice',
    ),
    left: { due: round.length, learning: 0, fresh: 0 },
    seconds: pace,
    habits: { twoButtons: reviewer.twoButtons, shortcuts: reviewer.shortcuts },
  }
}

/** Tags to choose from, and no wall of them. */
const MOST_TAGS = 40

/** Tags of live items that the learner has met, those of the most items; in the order of the alphabet. */
export async function listMetTags(db: Db, learner: Learner): Promise<string[]> {
  const [rows] = await db.fresh([
    db
      .select({ tag: sql<string>`tag.value` })
      .from(snapshots)
      .innerJoin(items, eq(items.id, snapshots.itemId))
      .innerJoin(decks, eq(decks.id, items.deckId))
      .innerJoin(sql`json_each(${items.tags}) tag`, sql`true`)
      .where(
        and(
          eq(snapshots.learnerId, learner.id),
          isNotNull(snapshots.state),
          isNull(items.retiredAt),
          isNull(decks.retiredAt),
        ),
      )
      .groupBy(sql`tag.value`)
      .orderBy(sql`count(*) desc`, sql`tag.value`)
      .limit(MOST_TAGS),
  ])
  return rows.map(({ tag }) => tag).sort()
}

/** Walks the learner's own rows: practice is asked for now and then, and may cost more than the daily queue. */
const selectRound = (db: Db, learner: Learner, practice: Practice, now: number) =>
  db
    .select({ id: items.id, deckId: items.deckId, kind: items.kind, concepts: items.concepts })
    .from(snapshots)
    .innerJoin(items, eq(items.id, snapshots.itemId))
    .innerJoin(decks, eq(decks.id, items.deckId))
    .where(
      and(
        eq(snapshots.learnerId, learner.id),
        isNotNull(snapshots.state),
        eq(snapshots.suspended, 0),
        // Set aside for its learner to decide on: to bury it here and undo that would take it up unasked.
        eq(snapshots.leech, 0),
        isNull(items.retiredAt),
        isNull(decks.retiredAt),
        chosen(practice, now),
      ),
    )
    .orderBy(practice.of === 'due-soon' ? snapshots.askAt : desc(snapshots.lastAt), snapshots.itemId)
    .limit(A_ROUND)

function chosen(practice: Practice, now: number): SQL | undefined {
  switch (practice.of) {
    case 'mistakes':
      // What its learner claimed as right was recalled, whatever its mark; a mark speaks where no answer counted.
      return or(eq(snapshots.recalled, 0), and(isNull(snapshots.recalled), lt(snapshots.lastMark, 0.5)))
    case 'bookmarks':
      return eq(snapshots.bookmarked, 1)
    case 'due-soon':
      return gt(snapshots.askAt, now)
    case 'deck':
      return eq(snapshots.deckId, practice.deckId)
    case 'level':
      return inArray(items.level, [practice.level])
    case 'tag':
      return sql`${practice.tag} in (select value from json_each(${items.tags}))`
  }
}
