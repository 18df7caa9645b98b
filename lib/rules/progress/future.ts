import { addDays, daysBetween, localDay } from '../local-day'
import { periodLength, weekday } from './days'

/** Items that the queue may ask for from `askAt` (epoch milliseconds) on. */
export type Asked = { askAt: number; items: number }

export type FutureDue = {
  /** Asked for since an earlier day. */
  backlog: number
  /** Asked for today: now, or later today. */
  today: number
  /** From today on; the backlog is not in them. */
  periods: { from: string; to: string; items: number }[]
  /** All of `periods`. */
  ahead: number
}

/**
 * What comes due in so many days from today on, by day or by week.
 * @param asked moments up to the end of the last day at least; what lies beyond is left out
 */
export function futureDue(
  asked: readonly Asked[],
  days: number,
  { now, timeZone, dayStartHour }: { now: number; timeZone: string; dayStartHour: number },
): FutureDue {
  const dayAt = (at: number) => localDay(at, timeZone, dayStartHour)
  const today = dayAt(now)
  const byDay = new Array<number>(days).fill(0)
  let backlog = 0
  for (const { askAt, items } of asked) {
    const place = daysBetween(today, dayAt(askAt))
    if (place < 0) backlog += items
    else if (place < days) byDay[place] = (byDay[place] ?? 0) + items
  }
  const step = periodLength(days) === 'day' ? 1 : 7
  const periods: FutureDue['periods'] = []
  for (let place = 0; place < days; ) {
    // Weeks begin on Monday, so the first may be short.
    const length = step === 1 ? 1 : 7 - weekday(addDays(today, place))
    const end = Math.min(place + length, days)
    periods.push({
      from: addDays(today, place),
      to: addDays(today, end - 1),
      items: byDay.slice(place, end).reduce((sum, items) => sum + items, 0),
    })
    place = end
  }
  const ahead = byDay.reduce((sum, items) => sum + items, 0)
  return { backlog, today: byDay[0] ?? 0, periods, ahead }
}
