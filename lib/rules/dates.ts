import { daysBetween, localDay } from './local-day'

/**
 * Dates as people say them, in a zone. Formatters are made per call: a page says few dates, and the list of zones is
 * whatever learners have.
 */
const say = (at: number, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', options).format(at)

/** "Thursday, 3 December", with the year when it is not that of `now`. */
export function sayDate(at: number, timeZone: string, now: number): string {
  const weekday = say(at, { timeZone, weekday: 'long' })
  return `${weekday}, ${dayAndMonth(at, timeZone, now, 'long')}`
}

/** "3 Dec", with the year when it is not that of `now`: for a cell of a table. */
export const shortDate = (at: number, timeZone: string, now: number): string =>
  dayAndMonth(at, timeZone, now, 'short')

/** "3 December, 14:05". */
export const sayMoment = (at: number, timeZone: string, now: number): string =>
  `${dayAndMonth(at, timeZone, now, 'long')}, ${sayTime(at, timeZone)}`

/** "14:05". */
export const sayTime = (at: number, timeZone: string): string =>
  say(at, { timeZone, hour: '2-digit', minute: '2-digit' })

/** The same as `sayDate` for a date YYYY-MM-DD; `today` is the date it is seen from. */
export const sayDay = (day: string, today: string): string =>
  sayDate(Date.parse(`${day}T12:00:00Z`), 'UTC', Date.parse(`${today}T12:00:00Z`))

/** "Thursday, 3 December, 23:59": for a moment by which something has to be done. */
export const sayDeadline = (at: number, timeZone: string, now: number): string =>
  `${sayDate(at, timeZone, now)}, ${sayTime(at, timeZone)}`

/** "today", "yesterday", "5 days ago", and from two weeks on the date. */
export function sayAgo(at: number, timeZone: string, now: number): string {
  const days = daysBetween(localDay(at, timeZone, 0), localDay(now, timeZone, 0))
  if (days <= 0) return 'today'
  if (days === 1) return 'yesterday'
  return days < 14 ? `${days} days ago` : shortDate(at, timeZone, now)
}

function dayAndMonth(at: number, timeZone: string, now: number, month: 'long' | 'short'): string {
  const year = (moment: number) => say(moment, { timeZone, year: 'numeric' })
  const sameYear = year(at) === year(now)
  return say(at, { timeZone, day: 'numeric', month, ...(!sameYear && { year: 'numeric' }) })
}
