import { expect, it } from 'vitest'
import { sayToday } from './today-words'

const NOW = Date.UTC(2026, 10, 24, 12)
const HOUR = 3_600_000
const today = { due: 0, fresh: 0, seconds: 0, timeZone: 'Europe/Berlin', dayStartHour: 4 }

it.each([
  ['14 due, about 6 minutes', { due: 14, seconds: 340 }],
  ['1 due, 5 new, about 1 minute', { due: 1, fresh: 5, seconds: 70 }],
  ['3 new, about 1 minute', { fresh: 3, seconds: 10 }],
  ['Nothing is due', {}],
  ['Nothing is due until 13:10', { comesAt: NOW + HOUR / 6 }],
  ['Nothing is due until tomorrow', { comesAt: NOW + 15 * HOUR }],
  ['Nothing is due until Thursday, 3 December', { comesAt: NOW + 9 * 24 * HOUR }],
])('says "%s"', (line, more) => {
  expect(sayToday({ ...today, ...more }, NOW)).toBe(line)
})
