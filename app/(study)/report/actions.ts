'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { database } from '@/db/client'
import { learnerAction } from '@/lib/action'
import { reportField } from '@/lib/report-field'
import type { Result } from '@/lib/result'
import { takeReport } from '@/lib/take-report'

const form = z.object({ item: z.string().max(129), hash: z.string().max(64), text: reportField })

/** Reports a mistake in the version of an item that was seen; sent again it takes the place of the open report. */
export const sendReport = learnerAction(
  form,
  async ({ item, hash, text }, learner): Promise<Result<{ message: string }>> => {
    const now = Date.now()
    const report = { itemId: item, contentHash: hash, text, madeAt: now }
    const taken = await takeReport(await database(), learner, report, now)
    if (!taken.ok) return taken
    refresh()
    return { ok: true, message: 'Reported. The first page tells you once it is answered.' }
  },
  { keep: ['text'] },
)
