/** "90 %". */
export const percent = (share: number): string => `${Math.round(share * 100)} %`

/** A figure that is an average: one digit more while it is small. */
export const about = (number: number): string => number.toFixed(number < 9.95 ? 1 : 0)

/** What a load is told by: a day, or where that is next to nothing, all the days looked at. */
export type Per = { words: string; days: number }

/** @param minutesADay of the dearest of what is compared */
export const perOf = (minutesADay: number, days: number): Per =>
  minutesADay < 1 ? { words: `in ${days} days`, days } : { words: 'a day', days: 1 }
