import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { decks, items, learners, rollups } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { addDays, localDay } from '@/lib/rules/local-day'
import type { DayCounts } from '@/lib/rules/memory/day-counts'
import { dialsAt } from '@/lib/rules/memory/dials'
import { type ConceptMastery, conceptMastery } from '@/lib/rules/progress/concepts'
import { type Day, sumCounts } from '@/lib/rules/progress/days'
import type { ReviewHabits } from '@/lib/rules/progress/due-today'
import type { Asked } from '@/lib/rules/progress/future'
import type { MemoryCell } from '@/lib/rules/progress/memory-cells'
import { daysAhead, type ProgressView } from '@/lib/rules/progress/view'
import { dialReads, toDials } from './dials'
import { askedInWords } from './item-words'
import { conceptItems, conceptNames, packedMemories, sureAndWrong, unpackMemories } from './memories'
import { isCurrent } from './session'
import { studyDaysSince } from './study-days'

/** A deck the learner has begun. `items` are its live ones. */
export type StudiedDeck = { id: string; title: string; items: number; attempts: number }

/** All that `/progress` shows, as it was read. */
export type Progress = {
  timeZone: string
  dayStartHour: number
  /** The learner's day, YYYY-MM-DD. */
  today: string
  /** The share they asked to recall. */
  retention: number
  decks: StudiedDeck[]
  /** The deck looked at; absent for all. */
  deck?: StudiedDeck
  /** Of the range, and of the year that ends today. Oldest first; days without study are left out. */
  days: Day[]
  cells: MemoryCell[]
  asked: Asked[]
  /** Of the deck looked at; absent for all decks. */
  concepts?: { concepts: ConceptMastery[]; unseen: number }
  sureAndWrong: { itemId: string; deckId: string; name: string; asked: string; lastAt: number }[]
  habits: ReviewHabits
  /** Reviews of today, over all decks, as the day's limit counts them. */
  reviewed: number
}

const DAY = 86_400_000
/** The calendar's 53 weeks: every range but `all` lies within. */
const YEAR_DAYS = 53 * 7
const EARLIEST = '0000-01-01'

/**
 * What a learner's progress page shows; nothing under a session that does not count any more. Two round trips: the
 * second depends on the learner's day and weights. It reads the rollup of days and counts memories in the database, so
 * that its cost grows with days and not with answers.
 * @param now epoch milliseconds
 */
export async function readProgress(
  db: Db,
  learner: Learner,
  view: ProgressView,
  now: number,
): Promise<Progress | undefined> {
  const [own, turned, studied, [habits]] = await db.fresh([
    ...dialReads(db, learner),
    studiedDecks(db, learner),
    reviewHabits(db, learner),
  ])
  const history = toDials(own, turned)
  if (!history || !habits) return undefined
  const { timeZone, dayStartHour, retention, weights } = dialsAt(history.base, history.turned)(now)
  const today = localDay(now, timeZone, dayStartHour)
  const deck = studied.find(({ id }) => id === view.deck)
  const since = view.range === 'all' ? EARLIEST : addDays(today, -YEAR_DAYS)
  // A day of 24 hours may be short by one at a change of the clock: a day more is read, and left out by the rule.
  const until = now + (daysAhead(view.range) + 2) * DAY
  const [days, [ofToday], packed, wrong, carriers, prompts] = await db.fresh([
    studyDaysSince(db, learner, since, deck?.id),
    studyDaysSince(db, learner, today),
    packedMemories(db, learner, { now, until, deckId: deck?.id }),
    sureAndWrong(db, learner, deck?.id),
    conceptItems(db, learner, deck?.id ?? ''),
    conceptNames(db, deck?.id ?? ''),
  ])
  const names = new Map(
    prompts.flatMap(({ body }) =>
      body.kind === 'prompt' ? body.concepts.map(({ id, name }) => [id, name]) : [],
    ),
  )
  const { youngN = 0, matureN = 0 } = ofToday?.day === today ? countsOf(ofToday) : {}
  return {
    timeZone,
    dayStartHour,
    today,
    retention,
    decks: studied,
    ...(deck && {
      deck,
      concepts: conceptMastery(carriers, names, now, weights),
    }),
    days: days.map((row) => ({ day: row.day, counts: countsOf(row) })),
    ...unpackMemories(packed, weights),
    sureAndWrong: await Promise.all(
      wrong.map(async ({ body, ...item }) => ({ ...item, asked: await askedInWords(body) })),
    ),
    habits: { reviewsADay: habits.reviewsADay, catchUpADay: habits.catchUpADay ?? undefined },
    reviewed: youngN + matureN,
  }
}

const countsOf = ({ parts }: { parts: string }): DayCounts => sumCounts(JSON.parse(parts) as DayCounts[])

const reviewHabits = (db: Db, learner: Learner) =>
  db
    .select({ reviewsADay: learners.reviewsADay, catchUpADay: learners.catchUpADay })
    .from(learners)
    .where(isCurrent(learner))

/** Live decks that the learner answered something of, by title. */
const studiedDecks = (db: Db, learner: Learner) =>
  db
    .select({
      id: decks.id,
      title: decks.title,
      attempts: sql<number>`sum(${rollups.attempts})`,
      items: sql<number>`(${db
        .select({ count: sql`count(*)` })
        .from(items)
        .where(and(eq(items.deckId, decks.id), isNull(items.retiredAt)))})`,
    })
    .from(rollups)
    .innerJoin(learners, and(eq(learners.id, rollups.learnerId), isCurrent(learner)))
    .innerJoin(decks, and(eq(decks.id, rollups.deckId), isNull(decks.retiredAt)))
    .groupBy(decks.id, decks.title)
    .having(sql`sum(${rollups.attempts}) > 0`)
    .orderBy(decks.title)
