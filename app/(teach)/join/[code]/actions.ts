'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { database } from '@/db/client'
import { joinClass } from '@/db/queries/joining'
import { learnerAction } from '@/lib/action'
import { clientAddress } from '@/lib/client-address'
import { mayTryCode } from '@/lib/join-limit'
import type { Refusal } from '@/lib/result'
import { routes } from '@/lib/routes'
import { readCode } from '@/lib/rules/class/code'

/** Joins the class with this code, whose page said what its instructors will see. */
export const join = learnerAction(
  z.object({ code: z.string().max(40) }),
  async ({ code: typed }, learner): Promise<Refusal> => {
    const now = Date.now()
    if (!mayTryCode(learner.id, clientAddress(await headers()), now))
      return {
        ok: false,
        reason: 'busy',
        message: 'Codes can be used only so often. Wait a few minutes, then try again.',
      }
    const code = readCode(typed)
    const joined = code && (await joinClass(await database(), learner, code, now))
    if (!joined)
      return {
        ok: false,
        reason: 'gone',
        message: 'This code leads to no class now. Ask your instructor for a new one.',
      }
    redirect(routes.class(joined))
  },
)
