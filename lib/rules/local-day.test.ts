import { describe, expect, it } from 'vitest'
import { localDay } from './local-day'

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
