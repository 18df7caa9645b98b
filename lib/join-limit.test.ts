import { expect, it } from 'vitest'
import { mayTryCode } from './join-limit'

const tries = (count: number, learner: string | undefined, address: string, now: number) =>
  Array.from({ length: count }, () => mayTryCode(learner, address, now)).filter(Boolean).length

it('lets an account try some codes and no more, wherever it is', () => {
  expect(tries(50, 'ada', '203.0.113.1', 0)).toBe(20)
  expect(tries(50, 'ada', '203.0.113.2', 0)).toBe(0)
  expect(tries(50, 'ada', '203.0.113.1', 60_000)).toBe(1)
})

it('lets a classroom behind one router in, and bounds who is not signed in', () => {
  expect(tries(200, undefined, '203.0.113.9', 0)).toBe(200)
  expect(tries(1000, undefined, '203.0.113.9', 0)).toBe(200)
})
