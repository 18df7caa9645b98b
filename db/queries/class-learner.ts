import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { assignments, classes, items, itemVersions, learners, memberships, snapshots } from '@/db/schema'
import type { Instructor } from '@/lib/identity'
import type { Answer } from '@/lib/rules/answer'
import {
  countedDecks,
  type DashboardDeck,
  type DeckStanding,
  joinPeople,
  NOTHING_DONE,
} from '@/lib/rules/class/dashboard'
import type { ItemKind } from '@/lib/rules/item'
import {
  assignedDecks,
  countInTime,
  countLiveItems,
  countLostConcepts,
  oneOfClass,
  readSums,
  toSnapshots,
} from './class-scope'
import { askedInWords } from './item-words'
import { isCurrent } from './session'
import { versionNow } from './versions'

/** Where a learner stands on one live item; the numbers are absent while it was not answered. */
export type ItemProgress = {
  id: string
  name: string
  kind: ItemKind
  asked: string
  done?: {
    attempts: number
    firstMark: number
    lastMark: number
    lastAnswer: Answer
    bestMark: number
    conceptsBest: number
    /** Epoch milliseconds. */
    lastAt: number
  }
  /** A prompt's concepts. */
  concepts?: number
}

export type ClassLearner = {
  id: string
  name: string
  className: string
  /** Newest work on an assigned deck. */
  lastAt?: number
  /** The zone of the instructor who looks. */
  timeZone: string
  decks: (DashboardDeck & { standing: DeckStanding; items: ItemProgress[] })[]
}

/**
 * One learner of the class as its instructor sees them: where they stand on each live item of the assigned decks.
 * Nothing when class or learner are not the instructor's. One round trip.
 */
export async function readClassLearner(
  db: Db,
  instructor: Instructor,
  learnerId: string,
): Promise<ClassLearner | undefined> {
  const scope = oneOfClass(db, instructor, learnerId)
  const [found, viewers, assigned, counts, sums, inTime, lost, standings] = await db.together([
    db
      .select({ id: learners.id, name: learners.name, className: classes.name })
      .from(memberships)
      .innerJoin(learners, eq(learners.id, memberships.learnerId))
      .innerJoin(classes, eq(classes.id, memberships.classId))
      .where(scope.people),
    db.select({ timeZone: learners.timeZone }).from(learners).where(isCurrent(instructor.learner)),
    assignedDecks(db, scope),
    countLiveItems(db, scope),
    readSums(db, scope),
    countInTime(db, scope),
    countLostConcepts(db, scope),
    readStandings(db, scope.people),
  ])
  const [person] = found
  if (!person) return undefined
  const decks = countedDecks(assigned, counts)
  const [row] = joinPeople([person], sums, inTime, lost)
  const progress = await Promise.all(standings.map(itemProgress))
  return {
    ...person,
    ...(row?.lastAt !== undefined && { lastAt: row.lastAt }),
    timeZone: viewers[0]?.timeZone ?? 'UTC',
    decks: decks.map((deck) => ({
      ...deck,
      standing: row?.decks[deck.id] ?? NOTHING_DONE,
      items: progress.filter(({ id }) => id.startsWith(`${deck.id}/`)),
    })),
  }
}

const readStandings = (db: Db, people: ReturnType<typeof oneOfClass>['people']) =>
  db
    .select({
      item: { id: items.id, name: items.name, kind: items.kind },
      body: itemVersions.body,
      snapshot: snapshots,
    })
    .from(memberships)
    .innerJoin(assignments, toSnapshots.assignment)
    .innerJoin(items, and(eq(items.deckId, assignments.deckId), isNull(items.retiredAt)))
    .innerJoin(itemVersions, versionNow)
    .leftJoin(
      snapshots,
      and(
        eq(snapshots.itemId, items.id),
        eq(snapshots.learnerId, memberships.learnerId),
        gt(snapshots.attempts, 0),
      ),
    )
    .where(people)
    .orderBy(items.kind, items.position)

type Standing = Awaited<ReturnType<typeof readStandings>>[number]

async function itemProgress({ item, body, snapshot }: Standing): Promise<ItemProgress> {
  return {
    ...item,
    asked: await askedInWords(body),
    ...(body.kind === 'prompt' && { concepts: body.concepts.length }),
    ...(snapshot && {
      done: {
        attempts: snapshot.attempts,
        firstMark: snapshot.firstMark,
        lastMark: snapshot.lastMark,
        lastAnswer: snapshot.lastAnswer,
        bestMark: snapshot.bestMark,
        conceptsBest: snapshot.conceptsBest,
        lastAt: snapshot.lastAt,
      },
    }),
  }
}
