'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { database } from '@/db/client'
import { takeBackReport } from '@/db/queries/reports'
import { learnerAction } from '@/lib/action'
import type { Result } from '@/lib/result'

/** Takes back a report that nobody has answered yet. */
export const takeBack = learnerAction(
  z.object({ report: z.string().max(64) }),
  async ({ report }, learner): Promise<Result<{ message: string }>> => {
    if (!(await takeBackReport(await database(), learner, report)))
      return { ok: false, reason: 'gone', message: 'This report was answered or taken back meanwhile.' }
    refresh()
    return { ok: true, message: 'The report is taken back.' }
  },
)
