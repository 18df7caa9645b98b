import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { items, judgements, shelvings } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { countedAt, type Facts, type Judgement, type JudgementFact, type Shelving } from '@/lib/rules/facts'
import { canBeWithdrawn, fold } from '@/lib/rules/fold'
import { nextDayStart } from '@/lib/rules/memory/dials'
import type { MemoryNow } from '@/lib/rules/review/sent'
import { type NotRecorded, type Recorded, recordAttempt, type Submission } from './attempts'
import { itemReads, type Refused, toItem, untilWritten } from './item-facts'
import { snapshotWrites, toMemory } from './snapshots'

/** What is said of an attempt afterwards. `madeAt` in epoch milliseconds, as the browser says. */
export type JudgementSubmission = {
  id: string
  itemId: string
  attemptId: string
  judgement: Judgement
  madeAt: number
}
export type ShelvingSubmission = { id: string; itemId: string; shelving: Shelving; madeAt: number }

export type FactSubmission =
  | ({ fact: 'attempt' } & Submission)
  | ({ fact: 'judgement' } & JudgementSubmission)
  | ({ fact: 'shelving' } & ShelvingSubmission)

/** A fact other than an attempt was stored, now or before, and the item's memory is this. */
export type Noted = { recorded: true; again: boolean; id: string; memory?: MemoryNow | undefined }

/**
 * Records a fact of any kind with what follows from it, each in two round trips. The same id twice is one fact.
 * @param now epoch milliseconds of receipt
 */
export function recordFact(
  db: Db,
  learner: Learner,
  submission: FactSubmission,
  now: number,
): Promise<Recorded | Noted | NotRecorded> {
  if (submission.fact === 'attempt') return recordAttempt(db, learner, submission, now)
  if (submission.fact === 'judgement') return recordJudgement(db, learner, submission, now)
  return recordShelving(db, learner, submission, now)
}

/** A judgement of one of the learner's own attempts. What it cannot be made of is refused in a sentence. */
export const recordJudgement = (db: Db, learner: Learner, submission: JudgementSubmission, now: number) =>
  untilWritten<Noted | Refused>(async () => {
    const { id, itemId, attemptId, judgement } = submission
    const [same, ...rows] = await db.fresh([
      db
        .select({ learnerId: judgements.learnerId, itemId: judgements.itemId })
        .from(judgements)
        .where(eq(judgements.id, id)),
      ...itemReads(db, learner, itemId),
    ])
    const { person, facts, snapshot } = toItem(rows, itemId)
    if (!person) return { recorded: false, reason: 'signed-out' }
    if (same[0]) return notedAlready(learner, submission, same[0], snapshot && toMemory(snapshot))
    const complaint = cannotBeJudged(facts, attemptId, judgement)
    if (complaint || !snapshot)
      return { recorded: false, reason: 'invalid', message: complaint ?? NO_ATTEMPT }
    const madeAt = believed(submission.madeAt, now)
    const fact: JudgementFact = { id, attemptId, judgement, madeAt }
    const folded = fold({ ...facts, judgements: [...facts.judgements, fact] }, person)
    await db.atomically([
      db.insert(judgements).values({ ...fact, learnerId: learner.id, itemId, receivedAt: now }),
      ...snapshotWrites(db, snapshot, snapshot, folded),
    ])
    return { recorded: true, again: false, id, memory: toMemory(folded) }
  })

const NO_ATTEMPT = 'There is no such answer of yours.'

function cannotBeJudged(facts: Facts, attemptId: string, judgement: Judgement): string | undefined {
  const attempt = facts.attempts.find(({ id }) => id === attemptId)
  if (!attempt) return NO_ATTEMPT
  if (judgement === 'withdrawn' && !canBeWithdrawn(attempt))
    return 'Only a card’s grade can be taken back, and none of graded work.'
  if (judgement === 'claimed' && attempt.answer.kind === 'card') return 'A card is graded by you alone.'
  return undefined
}

/** What the learner does with an item in the queue, also before they ever answered it. */
export const recordShelving = (db: Db, learner: Learner, submission: ShelvingSubmission, now: number) =>
  untilWritten<Noted | Refused>(async () => {
    const { id, itemId, shelving } = submission
    const [live, same, ...rows] = await db.fresh([
      db
        .select({ deckId: items.deckId, kind: items.kind })
        .from(items)
        .where(and(eq(items.id, itemId), isNull(items.retiredAt))),
      db
        .select({ learnerId: shelvings.learnerId, itemId: shelvings.itemId })
        .from(shelvings)
        .where(eq(shelvings.id, id)),
      ...itemReads(db, learner, itemId),
    ])
    const { person, facts, snapshot } = toItem(rows, itemId)
    if (!person) return { recorded: false, reason: 'signed-out' }
    if (same[0]) return notedAlready(learner, submission, same[0], snapshot && toMemory(snapshot))
    const item = live[0]
    if (!item) return { recorded: false, reason: 'gone' }
    const madeAt = believed(submission.madeAt, now)
    const until = shelving === 'buried' ? nextDayStart(madeAt, person.dialsAt(madeAt)) : null
    const fact = { id, shelving, madeAt, until }
    const folded = fold({ ...facts, shelvings: [...facts.shelvings, fact] }, person)
    await db.atomically([
      db.insert(shelvings).values({ ...fact, learnerId: learner.id, itemId, receivedAt: now }),
      ...snapshotWrites(db, { learnerId: learner.id, itemId, ...item }, snapshot, folded),
    ])
    return { recorded: true, again: false, id, memory: toMemory(folded) }
  })

/** A claimed moment counts as an answer's does. */
const believed = (madeAt: number, now: number) =>
  countedAt({ answeredAt: madeAt, receivedAt: now, context: 'review' })

/** Somebody else's id, or one of another item, is refused without saying whose it is. */
function notedAlready(
  learner: Learner,
  { id, itemId }: { id: string; itemId: string },
  stored: { learnerId: string; itemId: string },
  memory: MemoryNow | undefined,
): Noted | Refused {
  if (stored.learnerId !== learner.id || stored.itemId !== itemId)
    return { recorded: false, reason: 'invalid', message: 'This could not be stored. Do it again.' }
  return { recorded: true, again: true, id, memory }
}
