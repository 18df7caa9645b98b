import { sayDate, sayTime } from '../dates'
import { addDays, localDay } from '../local-day'

type Today = {
  due: number
  fresh: number
  seconds: number
  comesAt?: number
  timeZone: string
  dayStartHour: number
}

/** Whether there is something to review now. */
export const isAsked = (today: Pick<Today, 'due' | 'fresh'> | undefined): boolean =>
  today !== undefined && today.due + today.fresh > 0

/** What today brings, in one line: "14 due, about 6 minutes", or when the next comes. */
export function sayToday(today: Today, now: number): string {
  const { due, fresh, seconds, comesAt } = today
  if (isAsked(today)) {
    const what = [due > 0 && `${due} due`, fresh > 0 && `${fresh} new`].filter(Boolean).join(', ')
    const minutes = Math.max(Math.round(seconds / 60), 1)
    return `${what}, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  }
  return comesAt === undefined ? 'Nothing is due' : `Nothing is due until ${sayNext(comesAt, today, now)}`
}

/** On the learner's own days: a step of learning by its minute, anything later by its day. */
function sayNext(at: number, { timeZone, dayStartHour }: Today, now: number): string {
  const today = localDay(now, timeZone, dayStartHour)
  const day = localDay(at, timeZone, dayStartHour)
  if (day <= today) return sayTime(at, timeZone)
  return day === addDays(today, 1) ? 'tomorrow' : sayDate(at, timeZone, now)
}
