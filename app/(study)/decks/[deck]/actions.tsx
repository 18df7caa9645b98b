'use server'

import { z } from 'zod'
import { type Db, database } from '@/db/client'
import { recordAttempt } from '@/db/queries/attempts'
import { findVersion } from '@/db/queries/versions'
import { learnerAction, publicAction } from '@/lib/action'
import type { Learner } from '@/lib/identity'
import type { Refusal } from '@/lib/result'
import { KEPT_PER_CALL } from '@/lib/rules/answer'
import { mark, misfit } from '@/lib/rules/mark'
import { formSchema, type Given, keptSchema, toSubmission } from '@/lib/submission'
import { present } from './present'
import { notRecorded, refusals } from './refusals'

/**
 * Marks an answer. Signed in, it is recorded first; signed out, it is marked and forgotten. The learner comes from
 * the session alone: an answer that names another one is refused and stays where it was kept.
 */
export const answerItem = publicAction(
  formSchema,
  async (input, { learner }) => {
    const db = await database()
    const now = Date.now()
    if (input.learner && !learner) return refusals.signedOut
    if (learner) {
      if (input.learner && input.learner !== learner.id) return refusals.otherLearner
      const outcome = await recordAttempt(db, learner, toSubmission(input, learner, now), now)
      if (outcome.recorded) return present(input.item, outcome, true)
      // A cookie of a session that has ended, on a page that claims nobody, is nobody's: it locks no one out of studying.
      if (outcome.reason !== 'signed-out' || input.learner) return notRecorded(outcome)
    }
    return markOnly(db, input, now)
  },
  { misfit: refusals.invalid },
)

/** What an answer earns, kept nowhere. */
async function markOnly(db: Db, input: Given, now: number) {
  const body = await findVersion(db, input.item, input.hash)
  if (!body) return refusals.gone
  const { answer } = input
  const complaint = misfit(body, answer)
  if (complaint) return { ...refusals.invalid, message: complaint }
  const id = input.id ?? toSubmission(input, { id: '' }, now).id
  return present(input.item, { id, answer, body, verdict: mark(body, answer) }, false)
}

/** Each answer is looked at by itself, so that a broken one does not hold the others up. */
const anyKept = z.looseObject({ id: z.string() })

/**
 * Records answers that the browser kept, each marked again here. One that no item takes is refused by id; the others
 * are kept all the same. An answer in neither list was not tried, and stays where it is.
 */
export const keepAnswers = learnerAction(
  z.object({ answers: z.array(anyKept).max(KEPT_PER_CALL) }),
  async ({ answers }, learner) => {
    const db = await database()
    const kept: string[] = []
    const refused: { id: string; message: string }[] = []
    for (const given of answers) {
      const refusal = await keepOne(db, learner, given)
      if (!refusal) kept.push(given.id)
      // Nothing is wrong with the answers themselves: what is left can be sent once more, by whoever they belong to.
      else if (!isForGood(refusal)) {
        if (kept.length === 0) return refusal
        break
      } else refused.push({ id: given.id, message: refusal.message })
    }
    return { ok: true as const, kept, refused }
  },
)

const isForGood = ({ reason }: Refusal) => reason === 'gone' || reason === 'invalid'

async function keepOne(db: Db, learner: Learner, sent: unknown): Promise<Refusal | undefined> {
  const checked = keptSchema.safeParse(sent)
  if (!checked.success) return refusals.invalid
  const given = checked.data
  if (given.learner && given.learner !== learner.id) return refusals.otherLearner
  const now = Date.now()
  const outcome = await recordAttempt(db, learner, toSubmission(given, learner, now), now)
  return outcome.recorded ? undefined : notRecorded(outcome)
}
