import { describe, expect, it } from 'vitest'
import { nextStep } from './next'

const PATH = [
  { id: 'first', buildsOn: [] },
  { id: 'second', buildsOn: ['first'] },
  { id: 'aside', buildsOn: [] },
  { id: 'last', buildsOn: ['second', 'aside'] },
]
const of = (first: number, second: number, aside: number, last: number, total = 10) =>
  Object.fromEntries([first, second, aside, last].map((answered, at) => [PATH[at]?.id, { answered, total }]))

describe('what to do next in a course', () => {
  it.each([
    ['nothing was begun', of(0, 0, 0, 0), { deck: 'first', do: 'start' }],
    ['the first is under way', of(3, 0, 0, 0), { deck: 'first', do: 'go-on' }],
    ['the first is done', of(10, 0, 0, 0), { deck: 'second', do: 'start' }],
    ['a later one was opened first', of(0, 0, 0, 4), { deck: 'first', do: 'start' }],
    ['one in the middle was left out', of(10, 10, 0, 10), { deck: 'aside', do: 'start' }],
    ['all but a few items are done', of(10, 10, 10, 9), { deck: 'last', do: 'go-on' }],
    ['more was answered than there is now', of(12, 10, 10, 10), { do: 'review' }],
    ['everything is done', of(10, 10, 10, 10), { do: 'review' }],
    [
      'a deck lost all its items',
      { ...of(0, 0, 0, 0), first: { answered: 0, total: 0 } },
      { deck: 'second', do: 'start' },
    ],
  ] as const)('when %s', (_, counts, step) => {
    expect(nextStep(PATH, counts)).toEqual(step)
  })

  it('goes by foundations where the order does not', () => {
    const turned = [
      { id: 'upper', buildsOn: ['base'] },
      { id: 'base', buildsOn: [] },
    ]
    const none = { answered: 0, total: 2 }
    expect(nextStep(turned, { upper: none, base: none })).toEqual({ deck: 'base', do: 'start' })
    expect(nextStep(turned, { upper: none, base: { answered: 1, total: 2 } })).toEqual({
      deck: 'upper',
      do: 'start',
    })
  })

  it('of a circle still names a deck', () => {
    const circle = [
      { id: 'a', buildsOn: ['b'] },
      { id: 'b', buildsOn: ['a'] },
    ]
    const none = { answered: 0, total: 1 }
    expect(nextStep(circle, { a: none, b: none })).toEqual({ deck: 'a', do: 'start' })
  })
})
