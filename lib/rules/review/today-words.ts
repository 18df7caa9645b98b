import { sayDate, sayTime } from '../dates'
import { addDays, localDay } from '../local-day'

/** What a day brings. Times are epoch milliseconds. */
export type Brought = {
  /** Items to be asked now, and those to be met for the first time. */
  due: number
  fresh: number
  /** How long they will take this learner. */
  seconds: number
  /** When something comes that is not asked for now. */
  comesAt?: number
  /** The learner's own zone, and the hour at which their day starts. */
  timeZone: string
  dayStartHour: number
}

/** Whether there is something to review now. */
export const isAsked = (today: Pick<Brought, 'due' | 'fresh'> | undefined): boolean =>
  today !== undefined && today.due + today.fresh > 0

/** What today brings, in one line: "14 due, about 6 minutes", or when the next comes. */
export function sayToday(today: Brought, now: number): string {
  const { due, fresh, seconds, comesAt } = today
  if (isAsked(today)) {
    const what = [due > 0 && `${due} due`, fresh > 0 && `${fresh} new`].filter(Boolean).join(', ')
    const minutes = Math.max(Math.round(seconds / 60), 1)
    return `${what}, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  }
  return comesAt === undefined ? 'Nothing is due' : `Nothing is due until ${sayNext(comesAt, today, now)}`
}

/** On the learner's own days: a step of learning by its minute, anything later by its day. */
function sayNext(at: number, { timeZone, dayStartHour }: Brought, now: number): string {
  const today = localDay(now, timeZone, dayStartHour)
  const day = localDay(at, timeZone, dayStartHour)
  if (day <= today) return sayTime(at, timeZone)
  return day === addDays(today, 1) ? 'tomorrow' : sayDate(at, timeZone, now)
}
