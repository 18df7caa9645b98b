import { and, asc, eq, exists, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { deckPlans, decks, items, learners, rollups, snapshots } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import type { ItemKind } from '@/lib/rules/item'
import { effortOf } from '@/lib/rules/memory/effort'
import type { Reviewed } from '@/lib/rules/review/exam'
import { effortSums, isWhole, type Outlook, standing, toSums } from './outlook'
import { isCurrent, whileCurrent } from './session'

/** What a learner wants of one deck: new items a day (absent: as their habits say) and the day of an exam, YYYY-MM-DD. */
export type DeckPlan = { newADay?: number; examDay?: string }

type Columns = { newADay: number | null; examDay: string | null }
const toPlan = ({ newADay, examDay }: Columns): DeckPlan => ({
  ...(newADay !== null && { newADay }),
  ...(examDay !== null && { examDay }),
})

const planOf = (learner: Learner) => and(eq(deckPlans.deckId, decks.id), eq(deckPlans.learnerId, learner.id))

/** The decks that the learner has begun or has a plan for, by title. */
export async function listDeckPlans(
  db: Db,
  learner: Learner,
): Promise<({ id: string; title: string } & DeckPlan)[]> {
  const begun = db
    .select({ one: sql`1` })
    .from(rollups)
    .where(and(eq(rollups.deckId, decks.id), eq(rollups.learnerId, learner.id)))
  const [rows] = await db.fresh([
    db
      .select({ id: decks.id, title: decks.title, newADay: deckPlans.newADay, examDay: deckPlans.examDay })
      .from(decks)
      .innerJoin(learners, isCurrent(learner))
      .leftJoin(deckPlans, planOf(learner))
      .where(and(isNull(decks.retiredAt), or(exists(begun), sql`${deckPlans.deckId} is not null`)))
      .orderBy(asc(decks.title), asc(decks.id)),
  ])
  return rows.map(({ id, title, ...plan }) => ({ id, title, ...toPlan(plan) }))
}

/** A deck, what the learner wants of it, and what they have of it. */
export type PlannedDeck = {
  title: string
  plan: DeckPlan
  outlook: Outlook
  /** For the last pass. */
  reviewed: Reviewed[]
}

/**
 * One deck for its plan; nothing when there is no such deck, or the session does not count any more. Suspended items
 * are left out: nothing asks for them.
 * @param since the first local day, YYYY-MM-DD, from which answers tell what they take
 */
export async function readPlannedDeck(
  db: Db,
  learner: Learner,
  deckId: string,
  since: string,
): Promise<PlannedDeck | undefined> {
  const [[deck], memories, unmet, days] = await db.fresh([
    db
      .select({ title: decks.title, newADay: deckPlans.newADay, examDay: deckPlans.examDay })
      .from(decks)
      .innerJoin(learners, isCurrent(learner))
      .leftJoin(deckPlans, planOf(learner))
      .where(and(eq(decks.id, deckId), isNull(decks.retiredAt))),
    standing(db, learner, and(eq(snapshots.deckId, deckId), sql`${snapshots.askAt} is not null`)),
    db
      .select({ kind: items.kind, items: sql<number>`count(*)` })
      .from(items)
      .leftJoin(snapshots, and(eq(snapshots.itemId, items.id), eq(snapshots.learnerId, learner.id)))
      .where(
        and(
          eq(items.deckId, deckId),
          isNull(items.retiredAt),
          isNull(snapshots.stability),
          // A row without a memory is that of an item suspended, or only marked.
          sql`coalesce(${snapshots.suspended}, 0) = 0`,
        ),
      )
      .groupBy(items.kind),
    effortSums(db, learner, since),
  ])
  if (!deck) return undefined
  const { title, ...plan } = deck
  const unseen: Record<ItemKind, number> = { card: 0, question: 0, prompt: 0 }
  for (const { kind, items } of unmet) unseen[kind] = items
  const whole = memories.filter(isWhole)
  return {
    title,
    plan: toPlan(plan),
    outlook: { memories: whole, unseen, effort: effortOf(toSums(days)) },
    reviewed: whole.map(({ itemId, stability, reviewedDay }) => ({ itemId, stability, reviewedDay })),
  }
}

/** Keeps what the learner wants of a deck, all of it; wanting nothing removes the row. False when there is no such deck, or for a stale session. */
export async function setDeckPlan(
  db: Db,
  learner: Learner,
  deckId: string,
  { newADay, examDay }: DeckPlan,
): Promise<boolean> {
  const live = and(eq(decks.id, deckId), isNull(decks.retiredAt))
  const [, rows] = await db.atomically([
    db
      .delete(deckPlans)
      .where(
        and(eq(deckPlans.learnerId, learner.id), eq(deckPlans.deckId, deckId), whileCurrent(db, learner)),
      ),
    db
      .insert(deckPlans)
      .select(
        db
          .select({
            learnerId: learners.id,
            deckId: decks.id,
            newADay: sql`${newADay ?? null}`.as('new_a_day'),
            examDay: sql`${examDay ?? null}`.as('exam_day'),
          })
          .from(decks)
          .innerJoin(learners, isCurrent(learner))
          .where(live),
      )
      .returning({ deckId: deckPlans.deckId }),
    db
      .delete(deckPlans)
      .where(
        and(
          eq(deckPlans.learnerId, learner.id),
          eq(deckPlans.deckId, deckId),
          isNull(deckPlans.newADay),
          isNull(deckPlans.examDay),
        ),
      ),
  ])
  return rows.length === 1
}
