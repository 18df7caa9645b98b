const HOUR = 60
const DAY = 24 * HOUR
const MONTH = 30.4375 * DAY
const YEAR = 365.25 * DAY

/**
 * Minutes as they stand on a grade button: `1 min`, `3 h`, `4 d`, `2.5 mo`, `1.2 y`.
 * @param minutes until the item would be asked again
 */
export function shortInterval(minutes: number): string {
  if (minutes < HOUR) return `${Math.max(1, Math.round(minutes))} min`
  if (minutes < DAY) return `${Math.round(minutes / HOUR)} h`
  if (minutes < MONTH) return `${Math.round(minutes / DAY)} d`
  if (minutes < YEAR) return `${tenths(minutes / MONTH)} mo`
  return `${tenths(minutes / YEAR)} y`
}

/**
 * When an item comes again, for a sentence: `in 10 minutes`, `tomorrow`, `in 4 days`, `in 2.5 months`.
 * @param days whole days; 0 within a learning step
 * @param minutes until the step is due, where days are 0
 */
export function againIn(days: number, minutes: number): string {
  if (days === 1) return 'tomorrow'
  if (days >= 366) return spelled(tenths((days * DAY) / YEAR), 'year')
  if (days >= 60) return spelled(tenths((days * DAY) / MONTH), 'month')
  if (days > 1) return spelled(days, 'day')
  if (minutes < HOUR) return spelled(Math.max(1, Math.round(minutes)), 'minute')
  return spelled(Math.round(minutes / HOUR), 'hour')
}

const tenths = (number: number) => Math.round(number * 10) / 10
const spelled = (number: number, noun: string) => `in ${number} ${noun}${number === 1 ? '' : 's'}`
