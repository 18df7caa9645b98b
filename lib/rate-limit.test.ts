import { expect, it } from 'vitest'
import { rateLimiter } from './rate-limit'

it('lets a burst through, then one turn for each that has grown back', () => {
  const may = rateLimiter({ burst: 3, perSecond: 2 })
  expect([0, 0, 0, 0].map((at) => may('a', at))).toEqual([true, true, true, false])
  expect(may('b', 0)).toBe(true)
  expect(may('a', 400)).toBe(false)
  expect(may('a', 500)).toBe(true)
  expect(may('a', 500)).toBe(false)
})

it('never grows beyond the burst, and a clock set back gains nothing', () => {
  const may = rateLimiter({ burst: 2, perSecond: 1 })
  expect([1e9, 1e9, 1e9].map((at) => may('a', at))).toEqual([true, true, false])
  expect(may('a', 0)).toBe(false)
})
