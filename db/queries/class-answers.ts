import { and, asc, desc, eq, gt, gte, inArray, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { assignments, attempts, decks, items, itemVersions, learners, memberships } from '@/db/schema'
import type { Instructor } from '@/lib/identity'
import type { Context, Verdict } from '@/lib/rules/answer'
import { countedAt } from '@/lib/rules/facts'
import type { ItemKind } from '@/lib/rules/item'
import { oneOfClass, wholeClass } from './class-scope'
import { answerInWords, askedInWords } from './item-words'
import { versionSeen } from './versions'

/** An answer of a learner of the class on an assigned deck, as it is shown and downloaded. Times are epoch milliseconds. */
export type ClassAnswer = {
  id: string
  learnerId: string
  learner: string
  deckId: string
  deck: string
  /** The anchor on the deck's page. */
  name: string
  kind: ItemKind
  asked: string
  words: string
  revision: number
  contentHash: string
  context: Context
  /** The moment that counts: the claimed one where it is believable. */
  answeredAt: number
  receivedAt: number
  localDay: string
  durationMs?: number
  mark: number
  verdict: Verdict
}

/** Answers on one page of a learner's. */
export const ANSWERS_A_PAGE = 25

/**
 * A page of what one learner answered on the assigned decks, newest first, and how many answers there are in all.
 * @param page counted from 1
 */
export async function pageOfAnswers(
  db: Db,
  instructor: Instructor,
  learnerId: string,
  page: number,
): Promise<{ answers: ClassAnswer[]; total: number }> {
  const { people } = oneOfClass(db, instructor, learnerId)
  const chosen = pick(db, instructor, people)
    .orderBy(desc(attempts.receivedAt), asc(attempts.id))
    .limit(ANSWERS_A_PAGE)
    .offset((page - 1) * ANSWERS_A_PAGE)
  const [rows, totals] = await db.together([
    readAnswers(db, chosen).orderBy(desc(attempts.receivedAt), asc(attempts.id)),
    db
      .select({ total: sql<number>`count(*)` })
      .from(memberships)
      .innerJoin(attempts, eq(attempts.learnerId, memberships.learnerId))
      .where(and(people, onAssignedDecks(db, instructor))),
  ])
  return { answers: await Promise.all(rows.map(inWords)), total: totals[0]?.total ?? 0 }
}

/** Where the next page of a download begins: after this learner's answer to this item. */
export type Cursor = { learnerId: string; itemId: string; id: string }

/**
 * Up to `most` answers of the whole class after a cursor, by learner, item and id; a cursor for the next page while
 * there may be more. Every page asks for the role again, so a download ends when the role does.
 */
export async function answersAfter(
  db: Db,
  instructor: Instructor,
  after: Cursor | undefined,
  most = 500,
): Promise<{ answers: ClassAnswer[]; next?: Cursor }> {
  const chosen = pick(db, instructor, and(wholeClass(db, instructor).people, after && beyond(after)))
    .orderBy(asc(memberships.learnerId), asc(attempts.itemId), asc(attempts.id))
    .limit(most)
  const rows = await readAnswers(db, chosen).orderBy(
    asc(attempts.learnerId),
    asc(attempts.itemId),
    asc(attempts.id),
  )
  const last = rows.at(-1)
  const answers = await Promise.all(rows.map(inWords))
  if (!last || rows.length < most) return { answers }
  return { answers, next: { learnerId: last.learnerId, itemId: last.itemId, id: last.id } }
}

/** The first condition follows from the second; it lets the database begin at the cursor's learner. */
const beyond = ({ learnerId, itemId, id }: Cursor): SQL | undefined =>
  and(
    gte(memberships.learnerId, learnerId),
    or(
      gt(memberships.learnerId, learnerId),
      gt(attempts.itemId, itemId),
      and(eq(attempts.itemId, itemId), gt(attempts.id, id)),
    ),
  )

/** On decks of the class. A list of ids and no join, so that the index by learner and item gives the order. */
const onAssignedDecks = (db: Db, { classId }: Instructor) =>
  inArray(
    attempts.deckId,
    db.select({ deckId: assignments.deckId }).from(assignments).where(eq(assignments.classId, classId)),
  )

/** Ids of answers, chosen before anything wide is read: the rest is read for these alone. */
const pick = (db: Db, instructor: Instructor, people: SQL | undefined) =>
  db
    .select({ id: attempts.id })
    .from(memberships)
    .innerJoin(attempts, eq(attempts.learnerId, memberships.learnerId))
    .where(and(people, onAssignedDecks(db, instructor)))
    .$dynamic()

const readAnswers = (db: Db, chosen: SQLWrapper) =>
  db
    .select({
      id: attempts.id,
      learnerId: attempts.learnerId,
      learner: learners.name,
      itemId: attempts.itemId,
      deckId: attempts.deckId,
      deck: decks.title,
      name: items.name,
      kind: attempts.kind,
      body: itemVersions.body,
      answer: attempts.answer,
      revision: attempts.revision,
      contentHash: attempts.contentHash,
      context: attempts.context,
      answeredAt: attempts.answeredAt,
      receivedAt: attempts.receivedAt,
      localDay: attempts.localDay,
      durationMs: attempts.durationMs,
      mark: attempts.mark,
      verdict: attempts.verdict,
    })
    .from(attempts)
    .innerJoin(learners, eq(learners.id, attempts.learnerId))
    .innerJoin(decks, eq(decks.id, attempts.deckId))
    .innerJoin(items, eq(items.id, attempts.itemId))
    .innerJoin(itemVersions, versionSeen)
    .where(sql`${attempts.id} in ${chosen}`)
    .$dynamic()

type Row = Awaited<ReturnType<typeof readAnswers>>[number]

async function inWords({ body, answer, itemId: _, durationMs, ...row }: Row): Promise<ClassAnswer> {
  return {
    ...row,
    answeredAt: countedAt(row),
    ...(durationMs !== null && { durationMs }),
    asked: await askedInWords(body),
    words: await answerInWords(answer, body),
  }
}
