import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { assignments, classes, decks, items, learners, memberships, rollups } from '@/db/schema'
import type { Assignment, Today } from '@/db/types'
import type { Learner } from '@/lib/identity'
import type { Notice } from '@/lib/rules/notices'
import { secondsFor } from '@/lib/rules/review/pace'
import { deckHead } from './deck-head'
import { selectWaiting } from './keepers'
import { selectNotices } from './notices'
import { readQueue } from './review-queue'
import { isCurrent } from './session'

/** How long work that was not done in time is still spoken of. */
const OVERDUE_MS = 30 * 86_400_000
const MOST_ASSIGNMENTS = 10
const MOST_NOTICES = 10

/**
 * What this learner has to do today; nothing under a session that does not count any more.
 * @param now epoch milliseconds
 */
export async function readToday(db: Db, learner: Learner, now: number): Promise<Today | undefined> {
  const [read, [assigned, told, waiting]] = await Promise.all([
    readQueue(db, learner, now),
    db.fresh([
      selectAssignments(db, learner, now),
      selectNotices(db, learner, MOST_NOTICES),
      selectWaiting(db, learner),
    ]),
  ])
  if (!read) return undefined
  const { queue, pace, studies, comesAt, reviewer } = read
  return {
    studies,
    due: queue.left.due + queue.left.learning,
    fresh: queue.left.fresh,
    seconds: secondsFor(queue.order, pace),
    ...(comesAt !== undefined && { comesAt }),
    timeZone: reviewer.dials.timeZone,
    dayStartHour: reviewer.dials.dayStartHour,
    assignments: assigned.flatMap(({ dueAt, ...rest }): Assignment[] =>
      dueAt === null ? [] : [{ ...rest, dueAt }],
    ),
    notices: told as Notice[],
    reportsWaiting: waiting[0]?.count ?? 0,
  }
}

/** Decks with a due date, of classes in use, that this learner has not answered throughout. */
const selectAssignments = (db: Db, learner: Learner, now: number) => {
  const live = db
    .select({ count: sql<number>`count(*)` })
    .from(items)
    .where(and(eq(items.deckId, decks.id), isNull(items.retiredAt)))
  const answered = db
    .select({ count: sql<number>`coalesce(sum(${rollups.items}), 0)` })
    .from(rollups)
    .where(and(eq(rollups.learnerId, learner.id), eq(rollups.deckId, decks.id)))
  return db
    .select({
      deck: deckHead,
      className: classes.name,
      dueAt: assignments.dueAt,
    })
    .from(memberships)
    .innerJoin(learners, and(eq(learners.id, memberships.learnerId), isCurrent(learner)))
    .innerJoin(classes, and(eq(classes.id, memberships.classId), isNull(classes.archivedAt)))
    .innerJoin(assignments, eq(assignments.classId, classes.id))
    .innerJoin(decks, and(eq(decks.id, assignments.deckId), isNull(decks.retiredAt)))
    .where(
      and(
        eq(memberships.learnerId, learner.id),
        eq(memberships.role, 'learner'),
        gt(assignments.dueAt, now - OVERDUE_MS),
        sql`(${answered}) < (${live})`,
      ),
    )
    .orderBy(asc(assignments.dueAt), asc(decks.title))
    .limit(MOST_ASSIGNMENTS)
}
