'use server'

import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { database } from '@/db/client'
import { createLearner, isEmailTaken } from '@/db/queries/learners'
import { browserZone, emailField, nameField, newPasswordField, nextField } from '@/lib/account-fields'
import { publicAction } from '@/lib/action'
import { startSession } from '@/lib/auth'
import { hashPassword, passwordFault } from '@/lib/password'
import { type Refusal, refusedField } from '@/lib/result'
import { returnPath } from '@/lib/return-path'
import { countTaken, maySignUp } from '@/lib/throttle'

const form = z.object({
  name: nameField,
  email: emailField,
  password: newPasswordField,
  timeZone: browserZone,
  next: nextField,
})

const busy: Refusal = {
  ok: false,
  reason: 'busy',
  message: 'Too many accounts were asked for from your network. Try again in an hour.',
}
const taken: Refusal = refusedField(
  'email',
  'This email address has an account. Sign in instead, or use another.',
)

/** Makes an account with a password and signs in. */
export const signUp = publicAction(
  form,
  async ({ name, email, password, timeZone, next }, { address }): Promise<Refusal> => {
    const fault = passwordFault(password, [name, email])
    if (fault) return refusedField('password', fault)
    const db = await database()
    const now = Date.now()
    if (!(await maySignUp(db, address, now))) return busy
    if (await isEmailTaken(db, email)) return (await countTaken(db, address, now)) ? taken : busy
    const id = randomUUID()
    const secret = await hashPassword(password)
    const proof = { provider: 'password', secret } as const
    const made = await createLearner(db, { id, name, email, timeZone, identityId: randomUUID(), proof }, now)
    // Somebody took the address while the password was being hashed.
    if (made !== 'created') return taken
    await startSession({ id, sessionVersion: 1 })
    redirect(returnPath(next))
  },
  { keep: ['name', 'email'] },
)
