'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { database } from '@/db/client'
import { answerReport, takeBackAnswer } from '@/db/queries/answers-to-reports'
import { learnerAction } from '@/lib/action'
import { answerField } from '@/lib/report-field'
import type { Refusal, Result } from '@/lib/result'
import { ANSWER_STATES } from '@/lib/rules/report'

const report = z.string().max(64)

/** The answer to somebody who does not keep the deck, too: the same whether there is such a report or not. */
const MOVED_ON: Refusal = {
  ok: false,
  reason: 'gone',
  message:
    'This report was changed, answered or taken back since you opened the page, or its deck is not yours to keep. Load the page anew.',
}

const answerForm = z.object({
  report,
  seenAt: z.coerce.number().int().min(0),
  state: z.enum(ANSWER_STATES, { error: 'Say what became of it.' }),
  answer: answerField,
})

export const answer = learnerAction(
  answerForm,
  async ({ report: id, ...given }, learner): Promise<Result<{ message: string }>> => {
    if (!(await answerReport(await database(), learner, { id, ...given }, Date.now()))) return MOVED_ON
    refresh()
    return { ok: true, message: 'Answered. Whoever reported it is told.' }
  },
  { keep: ['answer', 'state'] },
)

/** As long as whoever reported has not read it. */
export const undoAnswer = learnerAction(
  z.object({ report }),
  async ({ report: id }, learner): Promise<Result<{ message: string }>> => {
    if (!(await takeBackAnswer(await database(), learner, id)))
      return {
        ok: false,
        reason: 'gone',
        message: 'This answer stays: it was read by now, or the same version was reported anew.',
      }
    refresh()
    return { ok: true, message: 'The report is open again, and nobody is told of the answer.' }
  },
)
