import { expect, it } from 'vitest'
import { streakOf } from './streak'

/** A day a sign, oldest first: x is studied, the last is today. */
const days = (signs: string) => [...signs].map((sign) => sign === 'x')

it.each([
  ['', 0, 0],
  ['.', 0, 0],
  ['x', 1, 0],
  ['xxx', 3, 0],
  ['x..xx', 2, 0],
  // Today is not over.
  ['xx.', 2, 0],
  ['x.x.', 2, 1],
  // Nor is yesterday's day off lost while it can still lie between two days of study.
  ['xx..', 2, 1],
  ['xx...', 0, 0],
  // A single day off is forgiven, two in a row are not, nor one before which nothing was.
  ['xx.xx', 4, 1],
  ['.xx', 2, 0],
  // One in any seven days: the later one is forgiven, and the earlier breaks.
  ['xx.x.x', 2, 1],
  ['x.xxxxx.x', 6, 1],
  ['x.xxxxxx.x', 8, 2],
  ['x.xxxxxx.xxxxxx.x', 14, 3],
])('%j is %i days in a row with %i off', (signs, inARow, forgiven) => {
  expect(streakOf(days(signs))).toEqual({ days: inARow, forgiven })
})
