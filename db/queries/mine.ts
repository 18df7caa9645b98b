import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { decks, items, learners, rollups, snapshots } from '@/db/schema'
import type { DeckProgress, ItemStanding, Mine } from '@/db/types'
import type { Learner } from '@/lib/identity'
import { progressColumns } from './rollups'
import { isCurrent } from './session'

/**
 * What is this learner's own on a public page, in one round trip: name, progress by deck and, when a deck is named,
 * where they stand on each of its live items. A stale session reads as nobody.
 */
export async function readMine(db: Db, learner: Learner, deckId?: string): Promise<Mine> {
  const [people, sums, standings] = await db.fresh([
    db
      .select({ id: learners.id, name: learners.name, shortcuts: learners.shortcuts })
      .from(learners)
      .where(isCurrent(learner)),
    db
      .select({
        deckId: rollups.deckId,
        kind: rollups.kind,
        ...progressColumns,
      })
      .from(rollups)
      .innerJoin(learners, eq(learners.id, rollups.learnerId))
      .innerJoin(decks, eq(decks.id, rollups.deckId))
      .where(and(isCurrent(learner), isNull(decks.retiredAt))),
    db
      .select({
        name: items.name,
        attempts: snapshots.attempts,
        lastAt: snapshots.lastAt,
        lastMark: snapshots.lastMark,
        lastAnswer: snapshots.lastAnswer,
        rightFirst: snapshots.rightFirst,
        rightEver: snapshots.rightEver,
        conceptsBest: snapshots.conceptsBest,
      })
      .from(snapshots)
      .innerJoin(learners, eq(learners.id, snapshots.learnerId))
      .innerJoin(items, eq(items.id, snapshots.itemId))
      .where(
        and(
          isCurrent(learner),
          eq(snapshots.deckId, deckId ?? ''),
          gt(snapshots.attempts, 0),
          isNull(items.retiredAt),
        ),
      ),
  ])
  const [person] = people
  return {
    learner: person ? { ...person, shortcuts: person.shortcuts === 1 } : null,
    decks: progressByDeck(sums),
    ...(deckId && { items: Object.fromEntries(standings.map((row) => [row.name, toStanding(row)])) }),
  }
}

type Sum = Omit<DeckProgress, 'cards' | 'questions' | 'prompts'> & {
  deckId: string
  kind: 'card' | 'question' | 'prompt'
  items: number
}

/** Joins the rows per kind into one progress per deck. */
function progressByDeck(sums: readonly Sum[]): Record<string, DeckProgress> {
  const progress = new Map<string, DeckProgress>()
  for (const sum of sums) {
    const deck = progress.get(sum.deckId) ?? { ...NOTHING }
    progress.set(sum.deckId, deck)
    deck[`${sum.kind}s`] += sum.items
    deck.known += sum.known
    deck.rightFirst += sum.rightFirst
    deck.rightEver += sum.rightEver
    deck.conceptsBest += sum.conceptsBest
    deck.lastAt = Math.max(deck.lastAt, sum.lastAt)
  }
  return Object.fromEntries(progress)
}

const NOTHING: DeckProgress = {
  cards: 0,
  questions: 0,
  prompts: 0,
  known: 0,
  rightFirst: 0,
  rightEver: 0,
  conceptsBest: 0,
  lastAt: 0,
}

type Row = Pick<
  typeof snapshots.$inferSelect,
  'attempts' | 'lastAt' | 'lastMark' | 'lastAnswer' | 'conceptsBest'
> & {
  rightFirst: number
  rightEver: number
}

const toStanding = ({
  attempts,
  lastAt,
  lastMark,
  lastAnswer,
  rightFirst,
  rightEver,
  conceptsBest,
}: Row): ItemStanding => ({
  attempts,
  lastAt,
  lastMark,
  ...(lastAnswer.kind === 'card' && { lastGrade: lastAnswer.grade }),
  rightFirst: rightFirst === 1,
  rightEver: rightEver === 1,
  conceptsBest,
})
