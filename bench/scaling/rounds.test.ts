import { expect, it } from 'vitest'
import { inTurns, ROUNDS, row, type Sample } from './rounds'

const sample = (perSecond: number): Sample => ({
  answered: perSecond * 3,
  perSecond,
  copiesMs: perSecond * 6,
  databasesMs: perSecond * 3,
})

it('takes turns, beginning with another place each round, and leaves the warm-up out', async () => {
  const order: string[] = []
  const places = ['a', 'b', 'c'].map((name) => ({ name }))
  const measured = await inTurns(places, async ({ name }) => sample(order.push(name)))
  expect(order.slice(0, 9).join('')).toBe('abcbcacab')
  expect(measured.map(({ samples }) => samples.length)).toEqual([ROUNDS, ROUNDS, ROUNDS])
  // The second measurement of the second round was "c".
  expect(measured[2]?.samples[0]?.perSecond).toBe(5)
})

it('prints a place as a ratio of the same rounds, and what a request took of the processor', () => {
  const first = { name: 'file', samples: [100, 200, 1000].map(sample) }
  expect(row(first, first)).toBe('| file | 200 | 1 | 2.00 | 1.00 |')
  const second = { name: 'other', samples: [50, 150, 2000].map(sample) }
  expect(row(second, first)).toBe('| other | 150 | 0.75 (0.50 to 2.00) | 2.00 | 1.00 |')
})
