import type { Habits } from '@/db/queries/study-settings'
import { counted } from '@/lib/rules/counted'
import { sayDay } from '@/lib/rules/dates'
import { addDays } from '@/lib/rules/local-day'
import type { Dials } from '@/lib/rules/memory/memory'
import { type ExamPlan, LAST_PASS_DAYS, lastPass, type Reviewed } from '@/lib/rules/review/exam'

/** What the plan brings, against doing nothing. */
export function knownSentence({ planned, items, knownOtherwise }: ExamPlan): string {
  const kept = `Keep to the plan, and you recall about ${Math.round(planned.known)} of ${items} items on the day.`
  return `${kept} Without any more study it would be about ${Math.round(knownOtherwise)}.`
}

/** How many new items a day it takes, and whether the learner's limits allow for it. */
export function newSentence(
  { unseen, planned, asNow }: ExamPlan,
  newADay: number,
  habits: Pick<Habits, 'newADay'>,
): string {
  if (unseen === 0) return 'You have met every item of this deck: what is left is to keep them.'
  const needed = planned.newADay
  const need = `${counted(unseen, 'item')} you have not met yet: ${needed} new a day are enough to meet them with time to spare.`
  if (newADay >= needed) return `${need} You take up to ${newADay} a day.`
  const left = unseen - Math.round(asNow.met - (planned.met - unseen))
  const short = `At ${newADay} a day, ${counted(Math.max(left, 0), 'item')} would stay unseen.`
  const over = needed > habits.newADay ? ` Raise your ${habits.newADay} new items a day in all as well.` : ''
  return left > 0 ? `${need} ${short}${over}` : `${need} At ${newADay} a day the last come late.${over}`
}

/** When the last pass comes, or what it holds today. */
export function passSentence(
  reviewed: readonly Reviewed[],
  today: string,
  examDay: string,
  dials: Dials,
): string {
  const start = addDays(examDay, -LAST_PASS_DAYS)
  if (today < start)
    return `From ${sayDay(start, today)}, items that you would be likeliest to miss on the day come once more, even if they are not due.`
  const today_ = lastPass(reviewed, today, examDay, dials).length
  if (today_ === 0) return 'Nothing needs another look today.'
  return `Today ${counted(today_, 'item')} that you would be likeliest to miss ${today_ === 1 ? 'comes' : 'come'} once more, even if not due.`
}
