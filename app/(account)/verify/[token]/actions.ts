'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { database } from '@/db/client'
import { hasCurrentSession } from '@/db/queries/session'
import { redeemVerifyToken } from '@/db/queries/verifying'
import { publicAction } from '@/lib/action'
import { tokenHash } from '@/lib/keyed-hash'
import type { Refusal } from '@/lib/result'
import { routes } from '@/lib/routes'

const DEAD: Refusal = {
  ok: false,
  reason: 'gone',
  message: 'This link was used or has run out, or the account has another address by now.',
}

/** Verifies an address by the link that was sent to it. Whoever opens it need not be signed in. */
export const verifyAddress = publicAction(
  z.object({ token: z.string().max(100) }),
  async ({ token }, { learner }): Promise<Refusal> => {
    const db = await database()
    if (!(await redeemVerifyToken(db, tokenHash(token), Date.now()))) return DEAD
    const signedIn = learner && (await hasCurrentSession(db, learner))
    redirect(signedIn ? routes.accountAfterVerifying() : routes.signInBecause('verified'))
  },
)
