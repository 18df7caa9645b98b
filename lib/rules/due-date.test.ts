import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfDate } from './due-date'
import { localDay } from './local-day'

describe('the end of a date', () => {
  it.each([
    ['2026-12-03', 'UTC', '2026-12-03T23:59:59.999Z'],
    ['2026-12-03', 'Asia/Tokyo', '2026-12-03T14:59:59.999Z'],
    ['2026-12-03', 'America/New_York', '2026-12-04T04:59:59.999Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.999Z'],
    ['2026-12-03', 'Pacific/Kiritimati', '2026-12-03T09:59:59.999Z'],
  ])('%s in %s is %s', (date, zone, end) => expect(endOfDate(date, zone)).toBe(Date.parse(end)))

  it('is the last moment of that date in any zone, also where the clock changes at midnight', () => {
    const zones = fc.constantFrom(
      'America/Santiago',
      'Africa/Cairo',
      'Asia/Beirut',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'America/Havana',
      'America/St_Johns',
      'Pacific/Chatham',
    )
    const days = fc.integer({ min: 0, max: 3650 }).map((day) => Date.UTC(2020, 0, 1 + day))
    fc.assert(
      fc.property(zones, days, (zone, day) => {
        const date = new Date(day).toISOString().slice(0, 10)
        const end = endOfDate(date, zone) ?? 0
        expect(localDay(end, zone, 0)).toBe(date)
        expect(localDay(end + 1, zone, 0) > date).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['2026-02-30', '2026-13-01', '26-1-1', 'soon', ''])('does not exist for "%s"', (date) =>
    expect(endOfDate(date, 'UTC')).toBeUndefined(),
  )
})
