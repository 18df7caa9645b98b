import { and, eq, gte, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { learners, studyDays } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { isCurrent } from './session'

/**
 * The learner's days from `from` (YYYY-MM-DD) on, oldest first, over all their decks or one: for each the counts of its
 * decks and kinds as the text of a JSON array. One row a day, because rows are what costs.
 */
export const studyDaysSince = (db: Db, learner: Learner, from: string, deckId?: string) =>
  db
    .select({
      day: studyDays.localDay,
      parts: sql<string>`'[' || group_concat(${studyDays.counts}) || ']'`,
    })
    .from(studyDays)
    .innerJoin(learners, and(eq(learners.id, studyDays.learnerId), isCurrent(learner)))
    .where(
      and(gte(studyDays.localDay, from), deckId === undefined ? undefined : eq(studyDays.deckId, deckId)),
    )
    .groupBy(studyDays.localDay)
    .orderBy(studyDays.localDay)
