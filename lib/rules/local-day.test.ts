import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayStart, daysBetween, localDay, localHour } from './local-day'

const at = (iso: string) => Date.parse(iso)

describe('the learner’s own day', () => {
  it.each([
    ['2026-03-02T03:59:00Z', 'UTC', 4, '2026-03-01', 'before the day starts it is still yesterday'],
    ['2026-03-02T04:00:00Z', 'UTC', 4, '2026-03-02', 'at the hour it is today'],
    ['2026-03-01T23:30:00Z', 'Asia/Tokyo', 4, '2026-03-02', 'a zone ahead'],
    ['2026-03-02T05:00:00Z', 'America/New_York', 0, '2026-03-02', 'midnight, a zone behind'],
    ['2026-03-02T04:59:59Z', 'America/New_York', 0, '2026-03-01', 'a second before it'],
    ['2026-01-01T02:00:00Z', 'Europe/Berlin', 4, '2025-12-31', 'over the turn of the year'],
    [
      '2026-03-29T01:30:00Z',
      'Europe/Berlin',
      3,
      '2026-03-29',
      'the hour that summer time skips: 03:30 by the wall',
    ],
    [
      '2026-10-25T01:30:00Z',
      'Europe/Berlin',
      3,
      '2026-10-24',
      'the hour that comes twice: 02:30 by the wall',
    ],
    [
      '2024-02-29T12:00:00Z',
      'Pacific/Kiritimati',
      4,
      '2024-02-29',
      'a leap day, fourteen hours ahead: 02:00 on 1 March',
    ],
  ])('%s in %s from %i is %s (%s)', (moment, zone, dayStart, day) =>
    expect(localDay(at(moment), zone, dayStart)).toBe(day),
  )

  it('refuses a zone that there is not', () => {
    expect(() => localDay(0, 'Mars/Olympus', 4)).toThrow(RangeError)
  })
})

describe('the start of a day', () => {
  it('is the first moment that belongs to it, in any zone and at any hour', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    ]
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        (days, zone, hour) => {
          // Samoa left out the whole of 30 December 2011: that day starts nowhere.
          const day = addDays('1995-01-01', days)
          fc.pre(!(zone === 'Pacific/Apia' && day >= '2011-12-29' && day <= '2011-12-31'))
          const start = dayStart(day, zone, hour)
          expect(localDay(start, zone, hour)).toBe(day)
          expect(localDay(start - 1, zone, hour) < day).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it.each([
    ['2026-03-29', 'Europe/Berlin', 2, '2026-03-29T01:00:00Z', 'the clock jumps over that hour'],
    ['2026-10-25', 'Europe/Berlin', 2, '2026-10-25T00:00:00Z', 'it comes twice: the first time'],
    ['2026-03-02', 'Asia/Tokyo', 4, '2026-03-01T19:00:00Z', 'a zone ahead'],
  ])('%s in %s at %i is %s (%s)', (day, zone, hour, moment) =>
    expect(dayStart(day, zone, hour)).toBe(at(moment)),
  )

  it('says hours by the wall and counts days between dates', () => {
    expect(localHour(at('2026-07-01T23:30:00Z'), 'Asia/Kathmandu')).toBe(5)
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3)
  })
})
