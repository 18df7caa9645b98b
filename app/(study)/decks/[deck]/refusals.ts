import type { NotRecorded } from '@/db/queries/attempts'
import type { Refusal } from '@/lib/result'

/** Why an answer was not taken, in words for whoever gave it. Each says what became of the answer. */
export const refusals = {
  signedOut: {
    ok: false,
    reason: 'signed-out',
    message: 'Your session has ended. Your answer is kept in this browser: sign in, and it will be saved.',
  },
  otherLearner: {
    ok: false,
    reason: 'other-learner',
    message: 'This answer was given under another account, and stays kept for it.',
  },
  gone: {
    ok: false,
    reason: 'gone',
    message: 'This item was changed or removed since you opened the page. Reload to see it as it is now.',
  },
  busy: { ok: false, reason: 'busy', message: 'Not saved yet: the server is busy. Try again.' },
  away: {
    ok: false,
    reason: 'busy',
    message: 'Not saved yet: the database cannot be reached just now. Your answer stays here. Try again.',
  },
  full: {
    ok: false,
    reason: 'busy',
    message:
      'Not saved: the server has no room left. Your answer stays here. Tell whoever runs this copy, then try again.',
  },
  invalid: { ok: false, reason: 'invalid', message: 'This answer does not fit the item.' },
} as const satisfies Record<string, Refusal>

/** The refusal for an attempt that the database did not take. */
export function notRecorded({ reason, message }: NotRecorded): Refusal {
  if (reason === 'signed-out') return refusals.signedOut
  if (reason === 'invalid') return { ...refusals.invalid, ...(message && { message }) }
  return refusals[reason]
}
