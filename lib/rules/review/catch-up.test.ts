import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Backlog, catchUp, needsPlan, offeredPlan } from './catch-up'

const backlog = (more: Partial<Backlog> = {}): Backlog => ({
  due: 100,
  comes: [],
  retention: 1,
  today: '2026-11-25',
  ...more,
})

describe('getting level after a break', () => {
  it.each([
    ['what waits alone', backlog({ due: 108 }), 12, { days: 9, levelOn: '2026-12-03' }],
    ['done within the day', backlog({ due: 12 }), 12, { days: 1, levelOn: '2026-11-25' }],
    [
      'what comes due meanwhile',
      backlog({ due: 20, comes: [5, 5, 5] }),
      10,
      { days: 3, levelOn: '2026-11-27' },
    ],
    ['what is forgotten again', backlog({ due: 30, retention: 0.9 }), 10, { days: 4, levelOn: '2026-11-28' }],
  ])('counts %s', (_, from, aDay, plan) => {
    expect(catchUp(from, aDay)).toEqual({ aDay, ...plan })
  })

  it('says when a plan never gets level', () => {
    expect(catchUp(backlog({ due: 100, comes: [12, 12, 12] }), 12)).toBeUndefined()
    expect(offeredPlan(backlog({ due: 1000, comes: [300] }), 200)).toBeUndefined()
  })

  it('offers the fewest a day that get level in about nine days, or what the limit allows', () => {
    expect(offeredPlan(backlog({ due: 108 }), 200)).toMatchObject({ aDay: 12, days: 9 })
    expect(offeredPlan(backlog({ due: 1400 }), 100)).toMatchObject({ aDay: 100, days: 14 })
  })

  it('is never slower with more a day', () => {
    const any = fc.record({
      due: fc.integer({ min: 1, max: 2000 }),
      comes: fc.array(fc.nat(60), { maxLength: 14 }),
      retention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
    })
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 200 }), (from, aDay) => {
        const less = catchUp(backlog(from), aDay)?.days ?? Number.POSITIVE_INFINITY
        const more = catchUp(backlog(from), aDay + 1)?.days ?? Number.POSITIVE_INFINITY
        expect(more).toBeLessThanOrEqual(less)
      }),
    )
  })

  it('is offered for more than a day’s work, and not for less', () => {
    expect(needsPlan(200, 200)).toBe(false)
    expect(needsPlan(201, 200)).toBe(true)
  })
})
