import { expect, it } from 'vitest'
import { againIn, shortInterval } from './interval'

const DAY = 1440

it.each([
  [0, '1 min'],
  [1, '1 min'],
  [10, '10 min'],
  [59.4, '59 min'],
  [180, '3 h'],
  [DAY, '1 d'],
  [4 * DAY, '4 d'],
  [30 * DAY, '30 d'],
  [76 * DAY, '2.5 mo'],
  [365.25 * DAY, '1 y'],
  [438 * DAY, '1.2 y'],
])('%d minutes stand on a button as %s', (minutes, words) => expect(shortInterval(minutes)).toBe(words))

it.each([
  [0, 0.2, 'in 1 minute'],
  [0, 9.6, 'in 10 minutes'],
  [0, 120, 'in 2 hours'],
  [1, 0, 'tomorrow'],
  [4, 0, 'in 4 days'],
  [59, 0, 'in 59 days'],
  [76, 0, 'in 2.5 months'],
  [365, 0, 'in 12 months'],
  [731, 0, 'in 2 years'],
])('%d days or %d minutes are said as %s', (days, minutes, words) =>
  expect(againIn(days, minutes)).toBe(words),
)
