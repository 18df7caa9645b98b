'use server'

import { z } from 'zod'
import { database } from '@/db/client'
import { recordAttempt } from '@/db/queries/attempts'
import { findVersion } from '@/db/queries/versions'
import { learnerAction, publicAction } from '@/lib/action'
import { KEPT_PER_CALL } from '@/lib/rules/answer'
import { mark, misfit } from '@/lib/rules/mark'
import { answerOf, submissionSchema, toSubmission } from '@/lib/submission'
import { present } from './present'
import { notRecorded, refusals } from './refusals'

/**
 * Marks an answer. Signed in, it is recorded first; signed out, it is marked and forgotten. The learner comes from
 * the session alone: an answer that names another one is refused and stays where it was kept.
 */
export const answerItem = publicAction(submissionSchema, async (input, { learner }) => {
  const db = await database()
  const now = Date.now()
  if (input.learner && !learner) return refusals.signedOut
  if (learner) {
    if (input.learner && input.learner !== learner.id) return refusals.otherLearner
    const outcome = await recordAttempt(db, learner, toSubmission(input, learner, now), now)
    return outcome.recorded ? present(input.item, outcome, true) : notRecorded(outcome)
  }
  const body = await findVersion(db, input.item, input.hash)
  if (!body) return refusals.gone
  const answer = answerOf(input)
  const complaint = misfit(body, answer)
  if (complaint) return { ...refusals.invalid, message: complaint }
  const id = input.id ?? toSubmission(input, { id: '' }, now).id
  return present(input.item, { id, answer, body, verdict: mark(body, answer) }, false)
})

/**
 * Records answers that the browser kept, each marked again here. One that names another learner, or that no item
 * takes, is refused by id; the others are kept all the same.
 */
export const keepAnswers = learnerAction(
  z.object({ answers: z.array(submissionSchema.required({ id: true })).max(KEPT_PER_CALL) }),
  async ({ answers }, learner) => {
    const db = await database()
    const kept: string[] = []
    const refused: { id: string; message: string }[] = []
    for (const input of answers) {
      if (input.learner && input.learner !== learner.id) {
        refused.push({ id: input.id, message: refusals.otherLearner.message })
        continue
      }
      const now = Date.now()
      const outcome = await recordAttempt(db, learner, toSubmission(input, learner, now), now)
      if (outcome.recorded) kept.push(input.id)
      else {
        const refusal = notRecorded(outcome)
        // Nothing wrong with the answers themselves: what is left can be sent once more.
        if (refusal.reason === 'signed-out' || refusal.reason === 'busy')
          return kept.length ? { ok: true, kept, refused } : refusal
        refused.push({ id: input.id, message: refusal.message })
      }
    }
    return { ok: true as const, kept, refused }
  },
)
