import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { assignments, items, memberships, snapshots } from '@/db/schema'
import type { Instructor } from '@/lib/identity'
import { teaches } from './instructors'

/** True for the membership of a learner of the instructor's class. */
export const ofClass = (db: Db, instructor: Instructor) =>
  and(eq(memberships.classId, instructor.classId), eq(memberships.role, 'learner'), teaches(db, instructor))

/** First answers of the class's learners to live items of its decks: the one place that says which rows they are. */
export const ofFirstAnswers = (db: Db, instructor: Instructor) => ({
  assignment: eq(assignments.classId, memberships.classId),
  snapshot: and(eq(snapshots.learnerId, memberships.learnerId), eq(snapshots.deckId, assignments.deckId)),
  item: and(eq(items.id, snapshots.itemId), isNull(items.retiredAt)),
  where: ofClass(db, instructor),
})
