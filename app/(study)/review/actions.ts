'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { database } from '@/db/client'
import { setCatchUp } from '@/db/queries/habits'
import { learnerAction } from '@/lib/action'
import { optional, wholeNumber } from '@/lib/form'
import { type Result, SIGNED_OUT } from '@/lib/result'

/** Takes up a plan after a break, changes it, or without a number drops it. */
export const savePlan = learnerAction(
  z.object({ aDay: optional(wholeNumber(1, 9999)) }),
  async ({ aDay }, learner): Promise<Result<{ message?: string }>> => {
    if (!(await setCatchUp(await database(), learner, aDay))) return SIGNED_OUT
    refresh()
    return { ok: true }
  },
  { keep: ['aDay'] },
)
