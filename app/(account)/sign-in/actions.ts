'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { database } from '@/db/client'
import { findForSignIn } from '@/db/queries/learners'
import { emailField, nextField, passwordField } from '@/lib/account-fields'
import { publicAction } from '@/lib/action'
import { startSession } from '@/lib/auth'
import { verifyPassword } from '@/lib/password'
import type { Refusal } from '@/lib/result'
import { returnPath } from '@/lib/return-path'
import { signInAttempt } from '@/lib/throttle'

const form = z.object({ email: emailField, password: passwordField, next: nextField })

/** Signs in by email and password. Whether the email has an account shows neither in the words nor in the time. */
export const signIn = publicAction(
  form,
  async ({ email, password, next }, { address }): Promise<Refusal> => {
    const db = await database()
    const attempt = await signInAttempt(db, email, address, Date.now())
    if (!attempt.allowed)
      return {
        ok: false,
        reason: 'busy',
        message: 'Too many tries. Wait a quarter of an hour, or set a new password below.',
      }
    const found = await findForSignIn(db, email)
    const isRight = await verifyPassword(found?.secret, password)
    if (!found || !isRight)
      return { ok: false, message: 'This email and this password do not belong together.' }
    await attempt.succeeded()
    if (found.disabled)
      return { ok: false, message: 'This account was closed by whoever runs this copy. Ask them.' }
    await startSession(found)
    redirect(returnPath(next))
  },
  { keep: ['email'] },
)
