import { describe, expect, it } from 'vitest'
import { masteryOf } from '../memory/mastery'
import { retrievability } from '../memory/schedule'
import {
  DAYS_EDGES,
  deckMastery,
  histogram,
  itemsByState,
  type MemoryCell,
  RECALL_EDGES,
  recallLimits,
} from './memory-cells'

const bucket = (value: number, edges: readonly number[]) => edges.filter((edge) => value >= edge).length
const cell = (more: Partial<MemoryCell> = {}): MemoryCell => ({
  deckId: 'deck',
  state: 'review',
  recalled: 1,
  mixed: 1,
  suspended: 0,
  leech: 0,
  stability: bucket(30, DAYS_EDGES),
  interval: bucket(30, DAYS_EDGES),
  difficulty: 4,
  recall: bucket(0.92, RECALL_EDGES),
  items: 1,
  ...more,
})
const unremembered = {
  state: null,
  recalled: null,
  stability: null,
  interval: null,
  difficulty: null,
  recall: null,
}

describe('memories counted by what is shown of them', () => {
  it('fall below a chance of recall just when FSRS says so, with a learner’s own weights too', () => {
    const own = [
      0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
      0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.3,
    ]
    for (const weights of [undefined, own])
      recallLimits(weights).forEach((limit, place) => {
        expect(retrievability(10, 10 * limit, weights)).toBeCloseTo(RECALL_EDGES[place] ?? 0, 4)
      })
    expect(recallLimits()[RECALL_EDGES.indexOf(0.9)]).toBeCloseTo(1, 10)
  })

  it('make a histogram of each figure; what was only practised is in none', () => {
    const cells = [cell({ items: 3 }), cell({ stability: 0 }), cell({ ...unremembered, items: 7 })]
    expect(histogram(cells, 'stability', DAYS_EDGES)).toEqual([1, 0, 0, 0, 0, 3, 0, 0, 0])
  })

  it('are in one state each, and the states add up to all items', () => {
    const states = itemsByState(
      [
        cell({ items: 4 }),
        cell({ interval: bucket(20, DAYS_EDGES), items: 3 }),
        cell({ state: 'relearning', interval: 0, items: 2 }),
        cell({ suspended: 1 }),
        cell({ leech: 1 }),
        cell({ ...unremembered, items: 5 }),
      ],
      20,
    )
    expect(states).toEqual({ 'not-started': 4, practised: 5, learning: 2, young: 3, mature: 4, aside: 2 })
  })

  it('have the mastery that each of their items has', () => {
    for (const state of ['review', 'learning', null] as const)
      for (const days of [0.5, 6.9, 7, 20, 21, 400])
        for (const recall of [0.3, 0.79, 0.8, 0.99])
          for (const mixed of [0, 1])
            for (const recalled of [0, 1]) {
              const one = cell({
                ...(state === null && unremembered),
                state,
                mixed,
                ...(state && {
                  recalled,
                  stability: bucket(days, DAYS_EDGES),
                  recall: bucket(recall, RECALL_EDGES),
                }),
              })
              const expected = masteryOf({
                attempts: 1,
                state,
                stability: days,
                recalled: state !== null && recalled === 1,
                mixed: mixed === 1,
                retrievability: recall,
              })
              expect(deckMastery([one], 1).mastery).toBe(expected)
            }
  })

  it('make a deck as good as three quarters of its items', () => {
    expect(deckMastery([cell({ items: 3 })], 4)).toEqual({
      mastery: 'mastered',
      items: { 'not-started': 1, attempted: 0, familiar: 0, proficient: 0, mastered: 3 },
    })
    expect(deckMastery([cell({ items: 3 })], 5).mastery).toBe('attempted')
    expect(deckMastery([], 5).mastery).toBe('not-started')
  })
})
