'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { database } from '@/db/client'
import { setDeckPlan } from '@/db/queries/deck-plans'
import { readDials } from '@/db/queries/dials'
import { learnerAction } from '@/lib/action'
import { optional, wholeNumber } from '@/lib/form'
import { type Result, refusedField, SIGNED_OUT } from '@/lib/result'
import { isDate } from '@/lib/rules/due-date'
import { addDays, localDay } from '@/lib/rules/local-day'
import { dialsAt } from '@/lib/rules/memory/dials'

/** A plan looks two years ahead at most: what would be simulated beyond says nothing. */
const LONGEST_DAYS = 730

const planForm = z.object({
  deck: z.string().max(200),
  examDay: optional(z.string().refine(isDate, 'Choose a date, or leave it empty.')),
  newADay: optional(wholeNumber(0, 999)),
})

export const saveDeckPlan = learnerAction(
  planForm,
  async ({ deck, ...plan }, learner): Promise<Result<{ message: string }>> => {
    const db = await database()
    const dials = await readDials(db, learner)
    if (!dials) return SIGNED_OUT
    const now = Date.now()
    const { timeZone, dayStartHour } = dialsAt(dials.base, dials.turned)(now)
    const today = localDay(now, timeZone, dayStartHour)
    if (plan.examDay && (plan.examDay <= today || plan.examDay > addDays(today, LONGEST_DAYS)))
      return refusedField('examDay', 'Choose a day after today and within two years, or leave it empty.')
    if (!(await setDeckPlan(db, learner, deck, plan)))
      return { ok: false, reason: 'gone', message: 'This deck is not here any more.' }
    refresh()
    return { ok: true, message: 'Saved.' }
  },
  { keep: ['examDay', 'newADay'] },
)
