import type { Db } from '@/db/client'
import { type Report, reportMistake } from '@/db/queries/reports'
import type { Learner } from './identity'
import { type Refusal, type Result, SIGNED_OUT } from './result'
import { mayReport } from './throttle'

/** Refused for good, so that in a session nothing that was answered later waits for it. */
const TOO_MANY: Refusal = {
  ok: false,
  reason: 'invalid',
  message: 'You reported a lot within an hour. Try again later.',
}
const GONE: Refusal = {
  ok: false,
  reason: 'gone',
  message: 'There is no such item any more.',
}

/** Takes a learner's report of a mistake, by whichever door it came. */
export async function takeReport(db: Db, learner: Learner, report: Report, now: number): Promise<Result> {
  if (!(await mayReport(db, learner.id, now))) return TOO_MANY
  const came = await reportMistake(db, learner, report, now)
  if (came === 'signed-out') return SIGNED_OUT
  return came === 'gone' ? GONE : { ok: true }
}
