import { expect, it } from 'vitest'
import { priceSentence, saved, waiting } from './words'

const NOW = Date.UTC(2026, 11, 3, 8)
const TOMORROW = Date.UTC(2026, 11, 4, 3)
const base = { timeZone: 'Europe/Berlin', dayStartHour: 4, retention: 0.9, maximumIntervalDays: 36_500 }
const before = { ...base, id: 'a', setAt: 0, holdsFrom: 0 }
const turned = (more: object) => ({ ...base, id: 'b', setAt: NOW, holdsFrom: TOMORROW, ...more })

it('says from when on a dial holds, in the zone that holds until then', () => {
  const set = { holdsFrom: TOMORROW, timeZone: 'Europe/Berlin' }
  expect(saved('85 % holds', set, NOW)).toBe('Saved. 85 % holds from Friday, 4 December, 04:00.')
  expect(saved('85 % holds', { ...set, holdsFrom: NOW }, NOW)).toBe('Saved.')
})

it('names what was set and waits for its day, and nothing once it holds or was turned back', () => {
  const wait = (more: object, now = NOW) => waiting({ base, turned: [before, turned(more)] }, now)
  expect(wait({ retention: 0.85, timeZone: 'America/New_York' })).toBe(
    'From Friday, 4 December, 04:00: retention 85 % (until then 90 %), time zone America/New York (until then Europe/Berlin).',
  )
  expect(wait({ retention: 0.85 }, TOMORROW)).toBeUndefined()
  expect(wait({})).toBeUndefined()
  expect(waiting({ base, turned: [] }, NOW)).toBeUndefined()
})

it('says what the retention costs, and what the next would', () => {
  const price = { retention: 0.9, answersADay: 19.2, minutesADay: 5.4, known: 210, met: 220 }
  const next = { retention: 0.93, answersADay: 23, minutesADay: 6.5, known: 213.6, met: 220 }
  const day = { words: 'a day', days: 1 }
  expect(priceSentence([price, next], 0.9, day)).toBe(
    'At 90 % you answer about 19 times a day, which takes 5.4 minutes, and know 210 of 220 items at the end of 90 days. At 93 % it takes 1.1 minutes more, and you know 4 more.',
  )
  expect(priceSentence([price, { ...next, known: 210.2 }], 0.9, day)).toContain('brings hardly anything')
  expect(priceSentence([price, next], 0.93, { words: 'in 90 days', days: 90 })).toBe(
    'At 93 % you answer about 2070 times in 90 days, which takes 585 minutes, and know 214 of 220 items at the end of 90 days.',
  )
})
