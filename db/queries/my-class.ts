import { and, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { classes, learners, memberships } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import {
  countedDecks,
  type DashboardDeck,
  type DeckStanding,
  joinPeople,
  NOTHING_DONE,
} from '@/lib/rules/class/dashboard'
import {
  assignedDecks,
  countInTime,
  countLiveItems,
  countLostConcepts,
  isMember,
  oneself,
  readSums,
} from './class-scope'
import { isCurrent } from './session'

export type MyClass = {
  id: string
  name: string
  role: 'learner' | 'instructor'
  archived: boolean
  instructors: string[]
  /** The reader's own zone. */
  timeZone: string
  decks: (DashboardDeck & { standing: DeckStanding })[]
}

/**
 * A class as one of its members sees it: its instructors, its decks, and where they themselves stand, never anybody
 * else. Nothing for somebody outside. One round trip.
 */
export async function readMyClass(db: Db, learner: Learner, classId: string): Promise<MyClass | undefined> {
  const scope = oneself(db, learner, classId)
  const [found, teachers, assigned, counts, sums, inTime, lost] = await db.fresh([
    db
      .select({
        id: classes.id,
        name: classes.name,
        role: memberships.role,
        archivedAt: classes.archivedAt,
        timeZone: learners.timeZone,
      })
      .from(classes)
      .innerJoin(memberships, eq(memberships.classId, classes.id))
      .innerJoin(learners, and(eq(learners.id, memberships.learnerId), isCurrent(learner)))
      .where(eq(classes.id, classId)),
    db
      .select({ name: learners.name })
      .from(memberships)
      .innerJoin(learners, eq(learners.id, memberships.learnerId))
      .where(
        and(
          eq(memberships.classId, classId),
          eq(memberships.role, 'instructor'),
          isMember(db, learner, classId),
        ),
      )
      .orderBy(memberships.joinedAt, learners.name),
    assignedDecks(db, scope),
    countLiveItems(db, scope),
    readSums(db, scope),
    countInTime(db, scope),
    countLostConcepts(db, scope),
  ])
  const [one] = found
  if (!one) return undefined
  const { archivedAt, ...rest } = one
  const decks = countedDecks(assigned, counts)
  const [me] = joinPeople([{ id: learner.id, name: '' }], sums, inTime, lost)
  return {
    ...rest,
    archived: archivedAt !== null,
    instructors: teachers.map(({ name }) => name),
    decks: decks.map((deck) => ({ ...deck, standing: me?.decks[deck.id] ?? NOTHING_DONE })),
  }
}
