'use server'

import { after } from 'next/server'
import { z } from 'zod'
import { database } from '@/db/client'
import { emailField } from '@/lib/account-fields'
import { publicAction } from '@/lib/action'
import { canMail } from '@/lib/mail'
import { mailResetLink, RESET_MINUTES } from '@/lib/reset-link'
import type { Result } from '@/lib/result'
import { resetAttempt } from '@/lib/throttle'

/**
 * Asks for a reset link by mail. The answer is the same whether or not the email has an account, and it is given
 * before anybody looks.
 */
export const askForReset = publicAction(
  z.object({ email: emailField }),
  async ({ email }, { address }): Promise<Result<{ message: string }>> => {
    if (!canMail()) return { ok: false, message: 'This copy cannot send mail. Ask whoever runs it.' }
    const db = await database()
    const now = Date.now()
    const { allowed, mayWrite } = await resetAttempt(db, email, address, now)
    if (!allowed)
      return { ok: false, reason: 'busy', message: 'Too many tries from your network. Try again in an hour.' }
    if (mayWrite) after(() => mailResetLink(db, email, now))
    const message = `If ${email} has an account, a link to set a new password is on its way. It works for ${RESET_MINUTES} minutes.`
    return { ok: true, message }
  },
  { keep: ['email'] },
)
