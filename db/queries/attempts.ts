import type { Db } from '@/db/client'
import { writeFault } from '@/db/errors'
import type { Learner } from '@/lib/identity'
import type { Answer, Certainty, Context, Verdict } from '@/lib/rules/answer'
import { countedAt, type Fact, fold } from '@/lib/rules/fold'
import type { ItemBody } from '@/lib/rules/item'
import { localDay } from '@/lib/rules/local-day'
import { mark, misfit, shownOrder } from '@/lib/rules/mark'
import {
  insertAttempt,
  selectFacts,
  selectPerson,
  selectSnapshot,
  selectStored,
  selectVersion,
} from './attempt-statements'
import { snapshotWrites } from './snapshots'

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
}

export type NotRecorded = {
  recorded: false
  reason: 'signed-out' | 'gone' | 'invalid' | 'busy' | 'full' | 'away'
  /** For `invalid`: what does not fit, as a sentence. */
  message?: string
}

/**
 * Lost races before giving up. Eight let twenty writers on one item through on a file and on an idle server; through a
 * replica under load one of them met more. A learner waits three seconds at the very most.
 */
const MOST_TRIES = 12

/**
 * Marks an answer against the version that was seen and stores it with the item's snapshot and the deck's rollup,
 * all or nothing, in two round trips: one reads, one writes. The snapshot's version guards the write; a lost race
 * reads again. The same id twice is one attempt.
 * @param now epoch milliseconds of receipt
 * @throws whatever the database throws that is no lost race, full disk or absence
 */
export async function recordAttempt(
  db: Db,
  learner: Learner,
  submission: Submission,
  now: number,
): Promise<Recorded | NotRecorded> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (tries > 0) await randomWait(tries)
    try {
      return await recordOnce(db, learner, submission, now)
    } catch (error) {
      const fault = writeFault(error)
      if (!fault) throw error
      if (fault !== 'lost-race') return { recorded: false, reason: fault }
    }
  }
  return { recorded: false, reason: 'busy' }
}

/** One try. Throws what the database throws, a lost race above all. */
async function recordOnce(
  db: Db,
  learner: Learner,
  submission: Submission,
  now: number,
): Promise<Recorded | NotRecorded> {
  const [people, versions, same, facts, rows] = await readForAttempt(db, learner, submission)
  const person = people[0]
  if (!person) return { recorded: false, reason: 'signed-out' }
  if (same[0]) return storedAlready(learner, submission, same[0])
  const seen = versions[0]
  if (!seen) return { recorded: false, reason: 'gone' }
  const { id, itemId, contentHash, context, answer, answeredAt } = submission
  const complaint = misfit(seen.body, answer)
  if (complaint) return { recorded: false, reason: 'invalid', message: complaint }
  const verdict = mark(seen.body, answer)
  const fact: Fact = { ...submission, verdict, receivedAt: now }
  const key = { learnerId: learner.id, itemId, deckId: seen.deckId, kind: seen.body.kind }
  await db.atomically([
    insertAttempt(db, {
      ...key,
      ...optionalColumns({ ...submission, optionOrder: shownOrder(seen.body, submission.optionOrder) }),
      id,
      contentHash,
      revision: seen.revision,
      context,
      answer,
      answeredAt,
      receivedAt: now,
      localDay: localDay(countedAt(fact), person.timeZone, person.dayStartHour),
      mark: verdict.mark,
      verdict,
    }),
    ...snapshotWrites(db, key, rows[0], fold([...facts, fact])),
  ])
  return { recorded: true, again: false, id, answer, verdict, body: seen.body }
}

/** Waits longer with every lost race, and at random, so that writers who met once do not meet again. */
const randomWait = (tries: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 15 * 1.6 ** tries))

/** What is not known is null in its column; lists go in as text. */
const optionalColumns = ({ certainty, optionOrder, hints, durationMs, studySession }: Submission) => ({
  assignmentId: null,
  certainty: certainty ?? null,
  optionOrder: optionOrder ? JSON.stringify(optionOrder) : null,
  hints: hints ? JSON.stringify(hints) : null,
  durationMs: durationMs ?? null,
  studySession: studySession ?? null,
})

type Stored = { learnerId: string; itemId: string; answer: Answer; verdict: Verdict; body: ItemBody }

/** Somebody else's id, or the id of an answer to another item, is refused without saying whose it is. */
function storedAlready(learner: Learner, { id, itemId }: Submission, stored: Stored): Recorded | NotRecorded {
  if (stored.learnerId !== learner.id || stored.itemId !== itemId)
    return {
      recorded: false,
      reason: 'invalid',
      message: 'This answer could not be stored. Answer the item again.',
    }
  const { answer, verdict, body } = stored
  return { recorded: true, again: true, id, answer, verdict, body }
}

/** Round trip 1: everything the rule needs, of this learner and this item alone. */
function readForAttempt(db: Db, { id: learner, sessionVersion }: Learner, submission: Submission) {
  const { id, itemId: item, contentHash: hash } = submission
  return db.fresh([
    selectPerson(db, { learner, session: sessionVersion }),
    selectVersion(db, { item, hash }),
    selectStored(db, { id }),
    selectFacts(db, { learner, item }),
    selectSnapshot(db, { learner, item }),
  ])
}
