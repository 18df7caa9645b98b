'use server'

import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { database } from '@/db/client'
import { findResetToken, redeemResetToken } from '@/db/queries/passwords'
import { newPasswordField } from '@/lib/account-fields'
import { publicAction } from '@/lib/action'
import { endSession } from '@/lib/auth'
import { tokenHash } from '@/lib/keyed-hash'
import { hashPassword, passwordFault } from '@/lib/password'
import { type Refusal, refusedField } from '@/lib/result'
import { routes } from '@/lib/routes'

const form = z.object({ token: z.string().max(100), password: newPasswordField })

const dead: Refusal = {
  ok: false,
  reason: 'gone',
  message: 'This link was used or has run out. Ask for a new one.',
}

/** Sets a new password by a reset link, ends every session, and leads to signing in with it. */
export const setNewPassword = publicAction(form, async ({ token, password }): Promise<Refusal> => {
  const db = await database()
  const hash = tokenHash(token)
  const whose = await findResetToken(db, hash, Date.now())
  if (!whose) return dead
  const fault = passwordFault(password, [whose.name, whose.email])
  if (fault) return refusedField('password', fault)
  const secret = await hashPassword(password)
  if (!(await redeemResetToken(db, hash, { secret, identityId: randomUUID() }, Date.now()))) return dead
  // Whoever was signed in on this browser: the page that follows is for the owner of the link.
  await endSession()
  redirect(routes.signInBecause('reset'))
})
