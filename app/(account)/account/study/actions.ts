'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { database } from '@/db/client'
import { setDials, type WantedDials } from '@/db/queries/dials'
import { setHabits } from '@/db/queries/study-settings'
import { timeZoneField } from '@/lib/account-fields'
import { learnerAction } from '@/lib/action'
import { wholeNumber } from '@/lib/form'
import type { Learner } from '@/lib/identity'
import { type Result, SIGNED_OUT } from '@/lib/result'
import { RETENTIONS } from '@/lib/rules/memory/dials'
import { saved } from './words'

type Said = Result<{ message: string }>

async function turn(learner: Learner, wanted: WantedDials, what: string): Promise<Said> {
  const now = Date.now()
  const set = await setDials(await database(), learner, wanted, now)
  if (!set) return SIGNED_OUT
  refresh()
  return { ok: true, message: saved(what, set, now) }
}

const retentionForm = z.object({
  retention: wholeNumber(Math.round(100 * RETENTIONS.least), Math.round(100 * RETENTIONS.most)),
})

export const saveRetention = learnerAction(
  retentionForm,
  async ({ retention }, learner) => turn(learner, { retention: retention / 100 }, `${retention} % holds`),
  { keep: ['retention'] },
)

const daysForm = z.object({
  timeZone: timeZoneField,
  dayStartHour: wholeNumber(0, 23),
  // Under a week it would be cramming for good, and not remembering.
  maximumIntervalDays: wholeNumber(7, 36_500),
})

export const saveDays = learnerAction(daysForm, async (days, learner) => turn(learner, days, 'It holds'), {
  keep: ['timeZone', 'dayStartHour', 'maximumIntervalDays'],
})

const yesOrNo = z.enum(['yes', 'no'], 'Choose one of the list.').transform((choice) => choice === 'yes')
const habitsForm = z.object({
  newADay: wholeNumber(0, 999),
  reviewsADay: wholeNumber(1, 9999),
  twoButtons: yesOrNo,
  shortcuts: yesOrNo,
})

export const saveHabits = learnerAction(
  habitsForm,
  async (habits, learner): Promise<Said> => {
    if (!(await setHabits(await database(), learner, habits))) return SIGNED_OUT
    refresh()
    return { ok: true, message: 'Saved. It holds at once.' }
  },
  { keep: ['newADay', 'reviewsADay', 'twoButtons', 'shortcuts'] },
)
