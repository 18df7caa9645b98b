import { and, asc, desc, eq, exists, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { deckFiles, deckKeepers, decks, items, itemVersions, learners, notices, reports } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { deckHead } from './deck-head'
import { reportColumns } from './reports'
import { isCurrent } from './session'

/**
 * Joins `deck_keepers` to whoever keeps a deck at this moment: the address in the deck's file is the learner's, is
 * verified, and their session counts.
 */
const isKeeper = (learner: Learner): SQL | undefined =>
  and(eq(learners.email, deckKeepers.email), isNotNull(learners.emailVerifiedAt), isCurrent(learner))

/** Ids of the decks that the learner keeps: for a WHERE. */
export const keptDecks = (db: Db, learner: Learner) =>
  db.select({ id: deckKeepers.deckId }).from(deckKeepers).innerJoin(learners, isKeeper(learner))

/** Whoever asks as a keeper: their address, and whether it counts. Nothing under a stale session. */
export async function findKeeper(db: Db, learner: Learner) {
  const [[row]] = await db.fresh([
    db
      .select({
        email: learners.email,
        verifiedAt: learners.emailVerifiedAt,
        timeZone: learners.timeZone,
      })
      .from(learners)
      .where(isCurrent(learner)),
  ])
  return row && { email: row.email ?? undefined, verified: row.verifiedAt !== null, timeZone: row.timeZone }
}

/** The decks that the learner keeps, by title, each with how many reports of it are open. */
export async function listKeptDecks(db: Db, learner: Learner) {
  const [rows] = await db.fresh([
    db
      .select({
        id: decks.id,
        title: decks.title,
        language: decks.language,
        direction: decks.direction,
        isLive: sql<number>`${decks.retiredAt} is null`,
        open: sql<number>`(select count(*) from ${reports} where ${and(eq(reports.deckId, decks.id), eq(reports.state, 'open'))})`,
      })
      .from(deckKeepers)
      .innerJoin(learners, isKeeper(learner))
      .innerJoin(decks, eq(decks.id, deckKeepers.deckId))
      .orderBy(asc(decks.title), asc(decks.id)),
  ])
  return rows.map(({ isLive, ...row }) => ({ ...row, isLive: isLive === 1 }))
}

/** How many reports wait for this learner as a keeper: an item for a list of reads. */
export const selectWaiting = (db: Db, learner: Learner) =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(reports)
    .where(and(eq(reports.state, 'open'), inArray(reports.deckId, keptDecks(db, learner))))

/**
 * Reports of the decks that the learner keeps, at most `most`: the open ones, the oldest first, or those answered, the
 * last first. Each with the item in the version that was reported, keys included; of who reported it nothing.
 */
export async function listKeptReports(db: Db, learner: Learner, which: 'open' | 'answered', most: number) {
  const open = which === 'open'
  const [rows] = await db.fresh([
    db
      .select({
        ...reportColumns,
        undoable: sql<number>`${notices.subject} is not null`,
        item: {
          id: items.id,
          name: items.name,
          kind: items.kind,
          position: items.position,
          contentHash: items.contentHash,
          retiredAt: items.retiredAt,
        },
        body: itemVersions.body,
        deck: deckHead,
      })
      .from(reports)
      .innerJoin(items, eq(items.id, reports.itemId))
      .innerJoin(decks, eq(decks.id, reports.deckId))
      .innerJoin(
        itemVersions,
        and(eq(itemVersions.itemId, reports.itemId), eq(itemVersions.contentHash, reports.contentHash)),
      )
      .leftJoin(notices, isUnread)
      .where(
        and(
          inArray(reports.deckId, keptDecks(db, learner)),
          open ? eq(reports.state, 'open') : ne(reports.state, 'open'),
        ),
      )
      .orderBy(open ? asc(reports.madeAt) : desc(reports.answeredAt), asc(reports.id))
      .limit(most),
  ])
  return rows.map(({ item: { retiredAt, contentHash, ...item }, undoable, answer, answeredAt, ...row }) => ({
    ...row,
    item,
    answer: answer ?? undefined,
    answeredAt: answeredAt ?? undefined,
    undoable: undoable === 1,
    /** What became of the item since the version that was reported. */
    since:
      retiredAt !== null
        ? ('left' as const)
        : contentHash !== row.contentHash
          ? ('changed' as const)
          : undefined,
  }))
}

export type KeptReport = Awaited<ReturnType<typeof listKeptReports>>[number]

/** The notice of a report's answer, as long as whoever reported has not put it away. */
const isUnread = and(
  eq(notices.learnerId, reports.learnerId),
  eq(notices.kind, 'report-answered'),
  eq(notices.subject, reports.id),
  isNull(notices.dismissedAt),
)

/** Whether that notice is there: for a WHERE. */
export const isUnreadYet = (db: Db) => exists(db.select({ one: sql`1` }).from(notices).where(isUnread))

/** The file of a deck as it is served; nothing for who does not keep it. */
export async function findKeptFile(db: Db, learner: Learner, deckId: string): Promise<string | undefined> {
  const [rows] = await db.fresh([
    db
      .select({ source: deckFiles.source })
      .from(deckFiles)
      .where(and(eq(deckFiles.deckId, deckId), inArray(deckFiles.deckId, keptDecks(db, learner)))),
  ])
  return rows[0]?.source
}
