import type { Period, PeriodLength } from './days'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "3 Dec" of a day YYYY-MM-DD; with the year when it is not that of `today`. */
export function sayDay(day: string, today: string): string {
  const [year, month, date] = day.split('-').map(Number)
  const said = `${date} ${MONTHS[(month ?? 1) - 1]}`
  return day.slice(0, 4) === today.slice(0, 4) ? said : `${said} ${year}`
}

/** "Dec", and in January the year. */
export const sayMonth = (day: string): string =>
  day.slice(5, 7) === '01' ? day.slice(0, 4) : (MONTHS[Number(day.slice(5, 7)) - 1] ?? '')

/** What stands under the bar of a period. */
export const periodLabel = ({ from }: Pick<Period, 'from'>, length: PeriodLength): string =>
  length === 'month' ? sayMonth(from) : `${Number(from.slice(8))} ${MONTHS[Number(from.slice(5, 7)) - 1]}`

/** A period in a table: a day, or its first and its last. */
export const sayPeriod = ({ from, to }: Pick<Period, 'from' | 'to'>, today: string): string =>
  from === to ? sayDay(from, today) : `${sayDay(from, today)} to ${sayDay(to, today)}`

/** A number with its noun as a sentence has it: "1 answer", "3,561 answers". */
export const several = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`

/** "91 %" of a number from 0 to 1. */
export const percent = (share: number): string => `${Math.round(100 * share)}\u00a0%`

/** "4.2 %": for an error, which is small. */
export const finePercent = (share: number): string => `${(100 * share).toFixed(1)}\u00a0%`

/** "45 seconds", "12 minutes", "3 hours 20 minutes" of milliseconds. */
export function sayTime(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return several(seconds, 'second')
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return several(minutes, 'minute')
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours >= 10 || rest === 0) return several(Math.round(minutes / 60), 'hour')
  return `${several(hours, 'hour')} ${several(rest, 'minute')}`
}

/** Names of the buckets between edges: "under 1 day", "1 to 3 days" and so on. Short enough to stand under a bar. */
export function daysBuckets(edges: readonly number[]): string[] {
  const say = (days: number) =>
    days >= 365 ? `${days / 365} y` : days >= 30 ? `${Math.round(days / 30)} mo` : `${days} d`
  return [
    `< ${say(edges[0] ?? 0)}`,
    ...edges.map((edge, place) => (place < edges.length - 1 ? say(edge) : `${say(edge)} +`)),
  ]
}
