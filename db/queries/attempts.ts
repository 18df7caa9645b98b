import type { Db } from '@/db/client'
import type { Learner } from '@/lib/identity'
import type { Answer, Certainty, Context, Verdict } from '@/lib/rules/answer'
import { countedAt, type Fact } from '@/lib/rules/facts'
import { fold } from '@/lib/rules/fold'
import type { ItemBody } from '@/lib/rules/item'
import { localDay } from '@/lib/rules/local-day'
import { mark, misfit, shownOrder } from '@/lib/rules/mark'
import type { MemoryNow } from '@/lib/rules/review/sent'
import { insertAttempt, selectStored, selectVersion } from './fact-statements'
import { itemReads, type Refused, toItem, untilWritten } from './item-facts'
import { type SnapshotRow, snapshotWrites, toMemory } from './snapshots'

/** An answer as it comes in: what was seen, what was said, and when the browser says it was. */
export type Submission = {
  id: string
  itemId: string
  contentHash: string
  answer: Answer
  context: Context
  answeredAt: number
  durationMs?: number | undefined
  certainty?: Certainty | undefined
  optionOrder?: string[] | undefined
  hints?: string[] | undefined
  studySession?: string | undefined
}

export type Recorded = {
  recorded: true
  /** True when this id was there already: the stored answer and verdict are returned, nothing is written. */
  again: boolean
  id: string
  answer: Answer
  verdict: Verdict
  /** The version of the item that was seen. */
  body: ItemBody
  /** What the item's memory has come to; absent when none of its answers counted. */
  memory?: MemoryNow | undefined
}

export type NotRecorded = Refused

/**
 * Marks an answer against the version that was seen and stores it with the item's snapshot and the learner's rollups,
 * all or nothing, in two round trips: one reads, one writes. The snapshot's version guards the write; a lost race
 * reads again. The same id twice is one attempt.
 * @param now epoch milliseconds of receipt
 * @throws whatever the database throws that is no lost race, full disk or absence
 */
export const recordAttempt = (
  db: Db,
  learner: Learner,
  submission: Submission,
  now: number,
): Promise<Recorded | NotRecorded> => untilWritten(() => recordOnce(db, learner, submission, now))

/** One try. Throws what the database throws, a lost race above all. */
async function recordOnce(
  db: Db,
  learner: Learner,
  submission: Submission,
  now: number,
): Promise<Recorded | NotRecorded> {
  const { id, itemId, contentHash, context, answer, answeredAt } = submission
  const [versions, same, ...rows] = await db.fresh([
    selectVersion(db, { item: itemId, hash: contentHash }),
    selectStored(db, { id }),
    ...itemReads(db, learner, itemId),
  ])
  const { person, facts, snapshot } = toItem(rows, itemId)
  if (!person) return { recorded: false, reason: 'signed-out' }
  if (same[0]) return storedAlready(learner, submission, same[0], snapshot)
  const seen = versions[0]
  if (!seen) return { recorded: false, reason: 'gone' }
  const complaint = misfit(seen.body, answer)
  if (complaint) return { recorded: false, reason: 'invalid', message: complaint }
  const verdict = mark(seen.body, answer)
  const at = countedAt({ answeredAt, context, receivedAt: now })
  const { timeZone, dayStartHour } = person.dialsAt(at)
  const fact: Fact = {
    ...submission,
    optionOrder: shownOrder(seen.body, submission.optionOrder),
    verdict,
    revision: seen.revision,
    receivedAt: now,
    localDay: localDay(at, timeZone, dayStartHour),
  }
  const key = { learnerId: learner.id, itemId, deckId: seen.deckId, kind: seen.body.kind }
  const folded = fold({ ...facts, attempts: [...facts.attempts, fact] }, person)
  await db.atomically([
    insertAttempt(db, {
      ...key,
      ...optionalColumns(fact, submission.studySession),
      id,
      contentHash,
      revision: fact.revision,
      context,
      answer,
      answeredAt,
      receivedAt: now,
      localDay: fact.localDay,
      mark: verdict.mark,
      verdict,
    }),
    ...snapshotWrites(db, key, snapshot, folded),
  ])
  return { recorded: true, again: false, id, answer, verdict, body: seen.body, memory: toMemory(folded) }
}

/** What is not known is null in its column; lists go in as text. */
const optionalColumns = (
  { certainty, optionOrder, hints, durationMs }: Fact,
  studySession: string | undefined,
) => ({
  assignmentId: null,
  certainty: certainty ?? null,
  optionOrder: optionOrder ? JSON.stringify(optionOrder) : null,
  hints: hints ? JSON.stringify(hints) : null,
  durationMs: durationMs ?? null,
  studySession: studySession ?? null,
})

type Stored = { learnerId: string; itemId: string; answer: Answer; verdict: Verdict; body: ItemBody }

/** Somebody else's id, or the id of an answer to another item, is refused without saying whose it is. */
function storedAlready(
  learner: Learner,
  { id, itemId }: Submission,
  stored: Stored,
  snapshot: SnapshotRow | undefined,
): Recorded | NotRecorded {
  if (stored.learnerId !== learner.id || stored.itemId !== itemId)
    return {
      recorded: false,
      reason: 'invalid',
      message: 'This answer could not be stored. Answer the item again.',
    }
  const { answer, verdict, body } = stored
  return { recorded: true, again: true, id, answer, verdict, body, memory: snapshot && toMemory(snapshot) }
}
