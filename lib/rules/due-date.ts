import { localDay } from './local-day'

const DAY = 86_400_000

/**
 * The last millisecond of a calendar date by the clock on the wall in `timeZone`: what "due on that day" means.
 * @param date YYYY-MM-DD
 * @returns epoch milliseconds; absent when there is no such date
 * @throws RangeError for an unknown zone
 */
export function endOfDate(date: string, timeZone: string): number | undefined {
  const midnight = nextMidnightUtc(date)
  if (midnight === undefined) return undefined
  // The clock may change around midnight. The offsets a day before and a day after are the two there can be.
  const candidates = [midnight - DAY, midnight + DAY].map((near) => midnight - offset(near, timeZone))
  const starts = candidates.filter((at) => localDay(at, timeZone, 0) > date)
  return Math.min(...starts) - 1
}

/** Whether there is such a date, YYYY-MM-DD. */
export const isDate = (date: string): boolean => nextMidnightUtc(date) !== undefined

function nextMidnightUtc(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  const start = Date.parse(`${date}T00:00:00Z`)
  const exists = !Number.isNaN(start) && new Date(start).toISOString().startsWith(date)
  return exists ? start + DAY : undefined
}

/** Milliseconds by which the wall clock is ahead of UTC at a moment. */
function offset(at: number, timeZone: string): number {
  const parts: Record<string, number> = {}
  const format = new Intl.DateTimeFormat('en-u-hc-h23', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  for (const { type, value } of format.formatToParts(at)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}
