const DAY = 86_400_000
const HOUR = 3_600_000
/** Zones change their offset on quarters of an hour, so it is asked for once per quarter and zone. */
const QUARTER = 900_000
const MOST_KNOWN = 200_000

const formatters = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, Map<number, number>>()
let known = 0

function formatter(timeZone: string): Intl.DateTimeFormat {
  const made = formatters.get(timeZone)
  if (made) return made
  const fresh = new Intl.DateTimeFormat('en-CA-u-hc-h23', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formatters.set(timeZone, fresh)
  return fresh
}

/**
 * How far a zone's clock is ahead of UTC at a moment, milliseconds.
 * @throws RangeError for an unknown zone
 */
function zoneOffset(at: number, timeZone: string): number {
  const quarter = Math.floor(at / QUARTER)
  const found = offsets.get(timeZone)?.get(quarter)
  if (found !== undefined) return found
  const start = quarter * QUARTER
  const parts: Record<string, number> = {}
  for (const part of formatter(timeZone).formatToParts(start)) parts[part.type] = Number(part.value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts
  const offset = Date.UTC(year, month - 1, day, hour, minute) - start
  if (known >= MOST_KNOWN) {
    offsets.clear()
    known = 0
  }
  const ofZone = offsets.get(timeZone) ?? new Map<number, number>()
  offsets.set(timeZone, ofZone.set(quarter, offset))
  known += 1
  return offset
}

/**
 * The learner's own day at a moment: the calendar date in their zone, where a day lasts until `dayStartHour` of the
 * next date by the clock on the wall (so a change to summer time moves nothing but that hour).
 * @param at epoch milliseconds
 * @returns YYYY-MM-DD
 * @throws RangeError for an unknown zone
 */
export function localDay(at: number, timeZone: string, dayStartHour: number): string {
  const wall = at + zoneOffset(at, timeZone)
  return dayOf(Math.floor((wall - dayStartHour * HOUR) / DAY))
}

/** The hour on the wall of a zone, 0 to 23. */
export function localHour(at: number, timeZone: string): number {
  const wall = at + zoneOffset(at, timeZone)
  return Math.floor((wall - Math.floor(wall / DAY) * DAY) / HOUR)
}

/**
 * The first moment of a learner's day: `localDay` gives `day` from there on, and an earlier one before.
 * @param day YYYY-MM-DD
 * @returns epoch milliseconds
 */
export function dayStart(day: string, timeZone: string, dayStartHour: number): number {
  const wall = dayNumber(day) * DAY + dayStartHour * HOUR
  let start = wall - zoneOffset(wall, timeZone)
  start = wall - zoneOffset(start, timeZone)
  // Where the clock jumps over that hour or has it twice, the day starts at the first quarter that belongs to it.
  while (localDay(start - 1, timeZone, dayStartHour) >= day) start -= QUARTER
  while (localDay(start, timeZone, dayStartHour) < day) start += QUARTER
  return start
}

/** Days since 1970-01-01 of a date YYYY-MM-DD. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY)

/** The date YYYY-MM-DD of a number of days since 1970-01-01. */
export const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)

/** The date `days` later, YYYY-MM-DD. */
export const addDays = (day: string, days: number): string => dayOf(dayNumber(day) + days)

/** Whole days from one date to a later one; negative when it is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)
