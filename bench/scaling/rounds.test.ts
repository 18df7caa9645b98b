import { expect, it } from 'vitest'
import { inTurns, ROUNDS, row } from './rounds'

it('takes turns, beginning with another place each round, and leaves the warm-up out', async () => {
  const order: string[] = []
  const places = ['a', 'b', 'c'].map((name) => ({ name }))
  const measured = await inTurns(places, async ({ name }) => order.push(name))
  expect(order.slice(0, 9).join('')).toBe('abcbcacab')
  expect(measured.map(({ perSecond }) => perSecond.length)).toEqual([ROUNDS, ROUNDS, ROUNDS])
  // The second measurement of the second round was "c".
  expect(measured[2]?.perSecond[0]).toBe(5)
})

it('prints a place as a ratio of the same rounds', () => {
  const first = { name: 'file', perSecond: [100, 200, 1000] }
  expect(row(first, first)).toBe('| file | 200 | 1 |')
  const second = { name: 'other', perSecond: [50, 150, 2000] }
  expect(row(second, first)).toBe('| other | 150 | 0.75 (0.50 to 2.00) |')
})
