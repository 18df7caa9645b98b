import { expect, it } from 'vitest'
import { sayAgo, sayDate, sayDay, sayMoment, shortDate } from './dates'

const at = (iso: string) => Date.parse(iso)
const now = at('2026-12-03T12:00:00Z')

it('says a date in the zone of whoever reads, with the year only when it is another', () => {
  expect(sayDate(at('2026-12-03T22:59:59Z'), 'Europe/Berlin', now)).toBe('Thursday, 3 December')
  expect(sayDate(at('2026-12-03T22:59:59Z'), 'Asia/Tokyo', now)).toBe('Friday, 4 December')
  expect(sayDate(at('2027-01-01T12:00:00Z'), 'UTC', now)).toBe('Friday, 1 January 2027')
  expect(shortDate(at('2026-02-01T12:00:00Z'), 'UTC', now)).toBe('1 Feb')
  expect(sayMoment(at('2026-12-03T12:05:00Z'), 'Asia/Kathmandu', now)).toBe('3 December, 17:50')
  expect(sayDay('2026-12-24', '2026-12-03')).toBe('Thursday, 24 December')
  expect(sayDay('2027-01-01', '2026-12-31')).toBe('Friday, 1 January 2027')
})

it.each([
  ['2026-12-03T00:00:00Z', 'today'],
  ['2026-12-02T23:59:59Z', 'yesterday'],
  ['2026-11-28T12:00:00Z', '5 days ago'],
  ['2026-11-19T12:00:00Z', '19 Nov'],
  ['2026-12-04T12:00:00Z', 'today'],
])('%s was %s', (moment, words) => expect(sayAgo(at(moment), 'UTC', now)).toBe(words))
