import { expect, it } from 'vitest'
import { dayWords } from './day-words'

const at = (text: string) => new Date(text).getTime()

it.each([
  ['2026-11-24T00:05', 'today'],
  ['2026-11-24T23:59', 'today'],
  ['2026-11-23T23:59', 'yesterday'],
  ['2026-11-22T00:01', 'Sunday'],
  ['2026-11-18T12:00', 'Wednesday'],
  ['2026-11-17T12:00', '17 November'],
  ['2025-12-03T12:00', '3 December 2025'],
])('calls %s, seen in the morning of 24 November 2026, %s', (then, words) => {
  expect(dayWords(at(then), at('2026-11-24T09:00'))).toBe(words)
})
