'use server'

import { z } from 'zod'
import { database } from '@/db/client'
import { dismissNotice } from '@/db/queries/notices'
import { learnerAction } from '@/lib/action'
import { type Result, SIGNED_OUT } from '@/lib/result'
import { NOTICE_KINDS } from '@/lib/rules/notices'

/** Puts a notice away; doing it again, from another tab, changes nothing. */
export const putAwayNotice = learnerAction(
  z.object({ kind: z.enum(NOTICE_KINDS), subject: z.string().max(64) }),
  async (notice, learner): Promise<Result> =>
    (await dismissNotice(await database(), learner, notice, Date.now())) ? { ok: true } : SIGNED_OUT,
)
