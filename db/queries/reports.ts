import { randomUUID } from 'node:crypto'
import { and, desc, eq, gte, lte, ne, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '@/db/client'
import { decks, items, itemVersions, learners, reports } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import type { ReportState } from '@/lib/rules/report'
import { deckHead } from './deck-head'
import { isCurrent, whileCurrent } from './session'

/** What is wrong with one version of an item. `madeAt`: when it was written, epoch milliseconds, as the browser says. */
export type Report = { itemId: string; contentHash: string; text: string; madeAt: number }

/**
 * Keeps a learner's report. An open one of the same version takes these words if they are newer; what was written no
 * later than an answered one was sent twice, and changes nothing.
 * @param now epoch milliseconds of receipt
 */
export async function reportMistake(
  db: Db,
  learner: Learner,
  { itemId, contentHash, text, madeAt }: Report,
  now: number,
): Promise<'reported' | 'signed-out' | 'gone'> {
  const [people, known] = await db.fresh([
    db.select({ id: learners.id }).from(learners).where(isCurrent(learner)),
    db.select({ itemId: itemVersions.itemId }).from(itemVersions).where(isVersion(itemId, contentHash)),
  ])
  if (!people[0]) return 'signed-out'
  if (!known[0]) return 'gone'
  const at = Math.min(madeAt, now)
  const earlier = alias(reports, 'earlier')
  const answered = db
    .select({ one: sql`1` })
    .from(earlier)
    .where(
      and(
        eq(earlier.learnerId, learner.id),
        eq(earlier.itemId, itemId),
        eq(earlier.contentHash, contentHash),
        ne(earlier.state, 'open'),
        gte(earlier.madeAt, at),
      ),
    )
  const row = db
    .select({
      id: sql<string>`${randomUUID()}`.as('id'),
      learnerId: learners.id,
      itemId: itemVersions.itemId,
      deckId: items.deckId,
      contentHash: itemVersions.contentHash,
      text: sql<string>`${text}`.as('text'),
      madeAt: sql<number>`${at}`.as('made_at'),
      state: sql<ReportState>`'open'`.as('state'),
      answer: sql<string | null>`null`.as('answer'),
      answeredAt: sql<number | null>`null`.as('answered_at'),
    })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .innerJoin(learners, isCurrent(learner))
    .where(and(isVersion(itemId, contentHash), notExists(answered)))
  await db.atomically([
    db
      .insert(reports)
      .select(row)
      .onConflictDoUpdate({
        target: [reports.learnerId, reports.itemId, reports.contentHash],
        targetWhere: sql`state = 'open'`,
        set: { text, madeAt: at },
        setWhere: lte(reports.madeAt, at),
      }),
  ])
  return 'reported'
}

const isVersion = (itemId: string, contentHash: string) =>
  and(eq(itemVersions.itemId, itemId), eq(itemVersions.contentHash, contentHash))

/** Takes an open report back for good. False for somebody else's, an answered one and under a stale session. */
export async function takeBackReport(db: Db, learner: Learner, id: string): Promise<boolean> {
  const gone = await db
    .delete(reports)
    .where(
      and(
        eq(reports.id, id),
        eq(reports.learnerId, learner.id),
        eq(reports.state, 'open'),
        whileCurrent(db, learner),
      ),
    )
    .returning({ id: reports.id })
  return gone.length === 1
}

/** An item in the version that is reported, as its page names it; without a hash as it is now. Keys are in `body`. */
export async function findReported(db: Db, itemId: string, contentHash: string | undefined) {
  const rows = await db
    .select({
      id: items.id,
      name: items.name,
      kind: items.kind,
      position: items.position,
      contentHash: itemVersions.contentHash,
      isNow: sql<number>`${itemVersions.contentHash} = ${items.contentHash} and ${items.retiredAt} is null`,
      body: itemVersions.body,
      deck: deckHead,
    })
    .from(items)
    .innerJoin(decks, eq(decks.id, items.deckId))
    .innerJoin(itemVersions, eq(itemVersions.itemId, items.id))
    .where(and(eq(items.id, itemId), eq(itemVersions.contentHash, contentHash ?? items.contentHash)))
  return rows[0]
}

/** The words of the learner's open report of this version, if there is one. */
export async function findOpenReport(db: Db, learner: Learner, itemId: string, contentHash: string) {
  const [rows] = await db.fresh([
    db
      .select({ id: reports.id, text: reports.text })
      .from(reports)
      .innerJoin(learners, and(eq(learners.id, reports.learnerId), isCurrent(learner)))
      .where(
        and(eq(reports.itemId, itemId), eq(reports.contentHash, contentHash), eq(reports.state, 'open')),
      ),
  ])
  return rows[0]
}

/** A report and what was answered: all but whose it is. */
export const reportColumns = {
  id: reports.id,
  text: reports.text,
  madeAt: reports.madeAt,
  state: reports.state,
  answer: reports.answer,
  answeredAt: reports.answeredAt,
  contentHash: reports.contentHash,
}

/** The learner's own reports, the newest first, at most `most`, each with what was answered. */
export async function listOwnReports(db: Db, learner: Learner, most: number) {
  const [rows] = await db.fresh([
    db
      .select({
        ...reportColumns,
        item: { id: items.id, name: items.name, kind: items.kind, position: items.position },
        isLive: sql<number>`${items.retiredAt} is null and ${decks.retiredAt} is null`,
        deck: deckHead,
        timeZone: learners.timeZone,
      })
      .from(reports)
      .innerJoin(learners, and(eq(learners.id, reports.learnerId), isCurrent(learner)))
      .innerJoin(items, eq(items.id, reports.itemId))
      .innerJoin(decks, eq(decks.id, items.deckId))
      .orderBy(desc(reports.madeAt), desc(reports.id))
      .limit(most),
  ])
  return rows.map(({ isLive, answer, answeredAt, ...row }) => ({
    ...row,
    answer: answer ?? undefined,
    answeredAt: answeredAt ?? undefined,
    isLive: isLive === 1,
  }))
}
