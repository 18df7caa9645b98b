import { and, eq, exists, inArray, ne, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '@/db/client'
import { decks, items, notices, reports } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import type { NoticeData, NoticeKind } from '@/lib/rules/notices'
import type { AnswerState } from '@/lib/rules/report'
import { isUnreadYet, keptDecks } from './keepers'

/** `seenAt`: the moment of the words that are answered, so that nobody answers words they did not read. */
export type ReportAnswer = { id: string; seenAt: number; state: AnswerState; answer?: string | undefined }

/**
 * Answers an open report of a deck that the learner keeps, and tells whoever made it. False, with nothing written, when it
 * is not theirs to answer, was answered already, or says something else by now.
 * @param now epoch milliseconds
 */
export async function answerReport(
  db: Db,
  learner: Learner,
  { id, seenAt, state, answer }: ReportAnswer,
  now: number,
): Promise<boolean> {
  const kept = inArray(reports.deckId, keptDecks(db, learner))
  const data = sql<NoticeData>`json_object(
    'deck', json_object('title', ${decks.title}, 'language', ${decks.language}, 'direction', ${decks.direction}),
    'kind', ${items.kind}, 'state', ${reports.state})`
  const told = db
    .select({
      learnerId: reports.learnerId,
      kind: sql<NoticeKind>`'report-answered'`.as('kind'),
      subject: reports.id,
      data: data.as('data'),
      madeAt: sql<number>`${now}`.as('made_at'),
      dismissedAt: sql<number | null>`null`.as('dismissed_at'),
    })
    .from(reports)
    .innerJoin(items, eq(items.id, reports.itemId))
    .innerJoin(decks, eq(decks.id, reports.deckId))
    // Only what the write before this one has done: somebody else's answer was told already.
    .where(and(eq(reports.id, id), eq(reports.state, state), eq(reports.answeredAt, now), kept))
  const [answered] = await db.atomically([
    db
      .update(reports)
      .set({ state, answer: answer || null, answeredAt: now })
      .where(and(eq(reports.id, id), eq(reports.state, 'open'), eq(reports.madeAt, seenAt), kept))
      .returning({ id: reports.id }),
    db
      .insert(notices)
      .select(told)
      .onConflictDoUpdate({
        target: [notices.learnerId, notices.kind, notices.subject],
        set: {
          data: sql`excluded.data`,
          madeAt: sql`excluded.made_at`,
        },
      }),
  ])
  return answered.length === 1
}

/**
 * Takes an answer back while whoever reported has not read it: the report is open again and its notice gone. False when
 * it was read, when a newer report of the same version is open, or when the deck is not the learner's to keep.
 */
export async function takeBackAnswer(db: Db, learner: Learner, id: string): Promise<boolean> {
  const newer = alias(reports, 'newer')
  const reportedAgain = db
    .select({ one: sql`1` })
    .from(newer)
    .where(
      and(
        eq(newer.learnerId, reports.learnerId),
        eq(newer.itemId, reports.itemId),
        eq(newer.contentHash, reports.contentHash),
        eq(newer.state, 'open'),
      ),
    )
  const isOpen = db
    .select({ one: sql`1` })
    .from(reports)
    .where(
      and(
        eq(reports.id, notices.subject),
        eq(reports.state, 'open'),
        inArray(reports.deckId, keptDecks(db, learner)),
      ),
    )
  const [open] = await db.atomically([
    db
      .update(reports)
      .set({ state: 'open', answer: null, answeredAt: null })
      .where(
        and(
          eq(reports.id, id),
          ne(reports.state, 'open'),
          inArray(reports.deckId, keptDecks(db, learner)),
          isUnreadYet(db),
          notExists(reportedAgain),
        ),
      )
      .returning({ id: reports.id }),
    db
      .delete(notices)
      .where(and(eq(notices.kind, 'report-answered'), eq(notices.subject, id), exists(isOpen))),
  ])
  return open.length === 1
}
