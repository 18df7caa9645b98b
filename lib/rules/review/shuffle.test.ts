import { expect, it } from 'vitest'
import { shuffled } from './shuffle'

const LIST = ['a', 'b', 'c', 'd']

it('keeps every element, and gives one order to one seed', () => {
  expect([...shuffled(LIST, 'one')].sort()).toEqual(LIST)
  expect(shuffled(LIST, 'one')).toEqual(shuffled(LIST, 'one'))
  expect(shuffled([], 'one')).toEqual([])
})

it('favours no order: each element stands in each place in about a quarter of the askings', () => {
  const places = new Map<string, number>()
  const askings = 4000
  for (let asking = 0; asking < askings; asking += 1)
    for (const [place, each] of shuffled(LIST, `${asking}-9b0b`).entries())
      places.set(each + place, (places.get(each + place) ?? 0) + 1)
  expect(places.size).toBe(16)
  for (const count of places.values()) expect(count / askings).toBeCloseTo(0.25, 1)
})
