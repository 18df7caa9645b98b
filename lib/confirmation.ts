import type { Db } from '@/db/client'
import { findPasswordHash } from '@/db/queries/passwords'
import type { Learner } from './identity'
import { verifyPassword } from './password'
import { type Refusal, refusedField } from './result'
import { confirmationAttempt } from './throttle'

/**
 * Asks a signed-in learner for their password once more, before something that a stranger at an open screen must not
 * do. Returns the hash that it was checked against, or the refusal for the field named `field`.
 */
export async function confirmPassword(
  db: Db,
  learner: Learner,
  password: string | undefined,
  field: string,
): Promise<{ ok: true; hash: string } | Refusal> {
  const attempt = await confirmationAttempt(db, learner.id, Date.now())
  if (!attempt.allowed)
    return { ok: false, reason: 'busy', message: 'Too many tries. Wait a quarter of an hour.' }
  const hash = await findPasswordHash(db, learner)
  const isRight = await verifyPassword(hash, password ?? '')
  if (!hash || !isRight) return refusedField(field, 'This is not your password.')
  await attempt.succeeded()
  return { ok: true, hash }
}
