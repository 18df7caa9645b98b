import { addDays, dayNumber, daysBetween } from '../local-day'
import type { DayCounts } from '../memory/day-counts'

/** What happened on one of the learner's days, over all decks and kinds that are looked at. */
export type Day = { day: string; counts: DayCounts }

/** The days from `from` to `to`, both YYYY-MM-DD and included. */
export const within = (days: readonly Day[], from: string, to: string): Day[] =>
  days.filter(({ day }) => day >= from && day <= to)

/** The sum of many counts, made in one go: there may be ten thousand. */
export function sumCounts(list: readonly DayCounts[]): DayCounts {
  const sums: Record<string, number> = {}
  for (const counts of list) for (const name in counts) sums[name] = (sums[name] ?? 0) + (counts[name] ?? 0)
  return sums
}

export const sumDays = (days: readonly Day[]): DayCounts => sumCounts(days.map(({ counts }) => counts))

/** One bar of a picture over time; both days are included. */
export type Period = { from: string; to: string; counts: DayCounts }
export type PeriodLength = 'day' | 'week' | 'month'

const MOST_DAYS = 31
const MOST_WEEKS = 30

/** The length of a bar that keeps a picture of so many days to about thirty of them. */
export function periodLength(days: number): PeriodLength {
  if (days <= MOST_DAYS) return 'day'
  return days <= MOST_WEEKS * 7 ? 'week' : 'month'
}

/** The same for shares, which say nothing when they are of two or three answers: a week at least, where there is one. */
export const shareLength = (days: number): PeriodLength =>
  days > 7 && days <= MOST_DAYS ? 'week' : periodLength(days)

/**
 * What happened from one day to another by day, by week (Monday first) or by month, empty ones included. The first
 * and the last are cut to the range.
 */
export function periods(days: readonly Day[], from: string, to: string, length: PeriodLength): Period[] {
  const made: Period[] = []
  for (let start = from; start <= to; ) {
    const last = lastDay(start, length)
    const end = last < to ? last : to
    made.push({ from: start, to: end, counts: {} })
    start = addDays(end, 1)
  }
  const parts = made.map((): DayCounts[] => [])
  for (const { day, counts } of within(days, from, to)) parts[place(made, day)]?.push(counts)
  return made.map((period, index) => ({ ...period, counts: sumCounts(parts[index] ?? []) }))
}

function lastDay(day: string, length: PeriodLength): string {
  if (length === 'day') return day
  if (length === 'week') return addDays(day, 6 - weekday(day))
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** 0 for Monday to 6 for Sunday: 1970-01-01 was a Thursday. */
export const weekday = (day: string): number => (((dayNumber(day) + 3) % 7) + 7) % 7

/** Where the period of a day stands in a list of periods that follow one another. */
function place(list: readonly Period[], day: string): number {
  let [low, high] = [0, list.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.to ?? '') < day) low = middle + 1
    else high = middle
  }
  return low
}

/** How many of the last `span` days were studied on, today included. */
export const daysStudied = (days: readonly Day[], today: string, span: number): number =>
  days.filter(({ day, counts }) => {
    const ago = daysBetween(day, today)
    return ago >= 0 && ago < span && (counts.attempts ?? 0) > 0
  }).length
