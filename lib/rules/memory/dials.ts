import { addDays, dayStart, localDay } from '../local-day'
import type { DialFact, Dials } from './memory'

export const DEFAULT_DIALS = { retention: 0.9, maximumIntervalDays: 36_500 } as const
export const RETENTIONS = { least: 0.7, most: 0.97 } as const

/**
 * What held at a moment: the dials turned last of those that held by then.
 * @param before what held before any was turned
 */
export function dialsAt(before: Dials, turned: readonly DialFact[]): (at: number) => Dials {
  const ordered = [...turned].sort(
    (a, b) => a.holdsFrom - b.holdsFrom || a.setAt - b.setAt || (a.id < b.id ? -1 : 1),
  )
  return (at) => ordered.findLast(({ holdsFrom }) => holdsFrom <= at) ?? before
}

/** When dials turned now begin to hold: the start of the learner's next day, by what holds until then. */
export const nextDayStart = (now: number, { timeZone, dayStartHour }: Dials): number =>
  dayStart(addDays(localDay(now, timeZone, dayStartHour), 1), timeZone, dayStartHour)
