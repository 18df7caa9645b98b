import { describe, expect, it } from 'vitest'
import { addDays } from '../local-day'
import { retrievability } from '../memory/schedule'
import { calendarOf } from './calendar'
import { certaintyTruth } from './certainty'
import { conceptMastery } from './concepts'
import { type Day, daysStudied, periodLength, periods, sumCounts, weekday } from './days'
import { forecastTruth } from './forecast'
import { futureDue } from './future'
import { byHour } from './hours'
import { retentionOf, retentionTable } from './retention'
import { daysBuckets, periodLabel, sayPeriod, sayTime } from './say'
import { shareOf } from './share'
import { daysAhead, firstDay, progressParams, readProgressView } from './view'

describe('what the address says', () => {
  it('reads a range and a deck, and takes what does not fit as if it were not there', () => {
    expect(readProgressView({})).toEqual({ range: '30d' })
    expect(readProgressView({ range: 'year', deck: 'what-is-mlops' })).toEqual({
      range: 'year',
      deck: 'what-is-mlops',
    })
    expect(readProgressView({ range: ['all', '7d'], deck: '' })).toEqual({ range: 'all' })
    expect(readProgressView({ range: 'a century' })).toEqual({ range: '30d' })
  })

  it('writes what it reads, and nothing for the usual', () => {
    expect(progressParams({ range: '30d' })).toEqual({})
    for (const view of [{ range: '7d' as const }, { range: 'all' as const, deck: 'deck' }])
      expect(readProgressView(progressParams(view))).toEqual(view)
  })

  it('counts today among the days of a range', () => {
    expect(firstDay('7d', '2026-03-02')).toBe('2026-02-24')
    expect(firstDay('year', '2026-03-02')).toBe('2025-03-03')
    expect(firstDay('all', '2026-03-02', '2024-05-01')).toBe('2024-05-01')
    expect(firstDay('all', '2026-03-02')).toBe('2026-03-02')
    expect([daysAhead('7d'), daysAhead('all')]).toEqual([7, 365])
  })
})

describe('days', () => {
  const days: Day[] = [
    { day: '2026-02-27', counts: { attempts: 3 } },
    { day: '2026-03-01', counts: { attempts: 4, again: 1 } },
    { day: '2026-03-02', counts: { attempts: 5 } },
  ]

  it('are summed by name', () => {
    expect(sumCounts([{ attempts: 3, again: 1 }, {}, { attempts: 4, good: 2 }])).toEqual({
      attempts: 7,
      again: 1,
      good: 2,
    })
  })

  it('go into weeks from Monday to Sunday, cut to the range, empty ones too', () => {
    expect(weekday('2026-03-02')).toBe(0)
    expect(weekday('1969-12-31')).toBe(2)
    expect(periods(days, '2026-02-14', '2026-03-03', 'week')).toEqual([
      { from: '2026-02-14', to: '2026-02-15', counts: {} },
      { from: '2026-02-16', to: '2026-02-22', counts: {} },
      { from: '2026-02-23', to: '2026-03-01', counts: { attempts: 7, again: 1 } },
      { from: '2026-03-02', to: '2026-03-03', counts: { attempts: 5 } },
    ])
  })

  it('go into months, of 28 days as well', () => {
    expect(periods(days, '2026-02-01', '2026-03-02', 'month')).toEqual([
      { from: '2026-02-01', to: '2026-02-28', counts: { attempts: 3 } },
      { from: '2026-03-01', to: '2026-03-02', counts: { attempts: 9, again: 1 } },
    ])
    expect([7, 31, 32, 210, 211].map(periodLength)).toEqual(['day', 'day', 'week', 'week', 'month'])
  })

  it('are counted when something was answered on them', () => {
    expect(daysStudied([...days, { day: '2026-02-28', counts: { attempts: 0 } }], '2026-03-02', 3)).toBe(2)
  })
})

describe('a share', () => {
  it('lies within Wilson’s bounds', () => {
    // Worked by hand for 8 of 10: centre (0.8 + 0.19208)/(1.38416) = 0.7167, half 0.2267.
    const share = shareOf(8, 10)
    expect(share?.share).toBe(0.8)
    expect(share?.low).toBeCloseTo(0.4902, 3)
    expect(share?.high).toBeCloseTo(0.9433, 3)
  })

  it('of everything or nothing is not certain, and of no answers is none', () => {
    expect(shareOf(0, 0)).toBeUndefined()
    expect(shareOf(3, 3)?.low).toBeCloseTo(0.4385, 3)
    expect(shareOf(3, 3)?.high).toBe(1)
    expect(shareOf(0, 3)?.low).toBe(0)
  })
})

describe('true retention', () => {
  it('is apart for young and mature, and together', () => {
    const { young, mature, all } = retentionOf({ youngN: 10, youngR: 9, matureN: 4, matureR: 3 })
    expect([young?.share, mature?.share, all?.share]).toEqual([0.9, 0.75, 12 / 14])
    expect(retentionOf({ attempts: 5 })).toEqual({})
  })

  it('is told of a day, a week, a month and a year that end today', () => {
    const on = (ago: number) => ({
      day: addDays('2026-03-02', -ago),
      counts: { youngN: 1, youngR: ago % 2 },
    })
    const table = retentionTable([400, 364, 300, 29, 6, 1, 0].map(on), '2026-03-02')
    expect(table.map(({ name, all }) => [name, all?.of])).toEqual([
      ['Today', 1],
      ['Yesterday', 1],
      ['Last week', 3],
      ['Last month', 4],
      ['Last year', 6],
    ])
    expect(table[1]?.all?.hit).toBe(1)
  })
})

describe('the calendar', () => {
  // A Wednesday.
  const today = '2026-03-04'

  it('ends today, begins on a Monday, and has levels by quarters of the days studied', () => {
    const days = [1, 2, 3, 4, 40].map((answers, place) => ({
      day: addDays(today, -place),
      counts: { attempts: answers },
    }))
    const { weeks, studied, answers } = calendarOf(days, today)
    expect(weeks).toHaveLength(53)
    expect(weeks.at(-1)?.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04'])
    expect(weekday(weeks[0]?.[0]?.day ?? '')).toBe(0)
    expect([studied, answers]).toEqual([5, 50])
    // Quarters of 1, 2, 3, 4, 40 end at 2, 3 and 4.
    expect(
      weeks
        .flat()
        .slice(-6)
        .map(({ level }) => level),
    ).toEqual([0, 4, 3, 2, 1, 1])
  })

  it('counts days in a row up to today, or to yesterday while today has nothing yet', () => {
    const studied = (...ago: number[]) =>
      calendarOf(
        ago.map((days) => ({ day: addDays(today, -days), counts: { attempts: 1 } })),
        today,
      ).streak
    expect(studied(0, 1, 2, 4)).toEqual({ days: 4, forgiven: 1 })
    expect([studied(1, 2), studied(3, 4), studied()].map(({ days }) => days)).toEqual([2, 0, 0])
  })
})

describe('the forecast', () => {
  it('is held against what came of it: bins, root mean squared error over them, squared error', () => {
    // Eight reviews at 0.9, six recalled; two at 0.6, both recalled.
    const truth = forecastTruth({
      'binN.18': 8,
      'binP.18': 7200,
      'binR.18': 6,
      'binN.12': 2,
      'binP.12': 1200,
      'binR.12': 2,
      error: 6 * 10_000 + 2 * 810_000 + 2 * 160_000,
    })
    expect(truth?.bins.map(({ predicted, observed }) => [predicted, observed.share, observed.of])).toEqual([
      [0.6, 1, 2],
      [0.9, 0.75, 8],
    ])
    expect(truth?.predicted).toBeCloseTo(0.84, 10)
    expect(truth?.observed.share).toBe(0.8)
    // √((8·0.15² + 2·0.4²)/10)
    expect(truth?.rmse).toBeCloseTo(Math.sqrt(0.05), 10)
    expect(truth?.squaredError).toBeCloseTo(0.2, 10)
    expect(truth?.baseline).toBeCloseTo(0.16, 10)
  })

  it('that was never made has no error', () => {
    expect(forecastTruth({ attempts: 3 })).toBeUndefined()
  })
})

describe('what comes due', () => {
  // 22:30 on the 2nd in Berlin; the day began at 4.
  const clock = { now: Date.UTC(2026, 2, 2, 21, 30), timeZone: 'Europe/Berlin', dayStartHour: 4 }
  const at = (day: number, hour: number) => Date.UTC(2026, 2, day, hour)

  it('tells what waits from earlier days from what today asks for', () => {
    const due = futureDue(
      [
        { askAt: at(1, 3), items: 5 },
        { askAt: at(2, 3), items: 2 },
        // A step of learning, past midnight and still today.
        { askAt: at(3, 2), items: 1 },
        { askAt: at(3, 3), items: 4 },
        { askAt: at(9, 3), items: 8 },
      ],
      7,
      clock,
    )
    expect(due).toMatchObject({ backlog: 5, today: 3, ahead: 7 })
    expect(due.periods.map(({ items }) => items)).toEqual([3, 4, 0, 0, 0, 0, 0])
    expect(due.periods[1]).toEqual({ from: '2026-03-03', to: '2026-03-03', items: 4 })
  })

  it('goes by weeks that begin on Monday when it looks far ahead, over a change of the clock too', () => {
    const wednesday = { ...clock, now: at(4, 12) }
    const due = futureDue(
      [
        { askAt: at(8, 3), items: 1 },
        // Summer time begins on the 29th: four o'clock is 2:00 in UTC.
        { askAt: at(30, 2), items: 2 },
      ],
      90,
      wednesday,
    )
    expect(due.periods.slice(0, 5)).toEqual([
      { from: '2026-03-04', to: '2026-03-08', items: 1 },
      { from: '2026-03-09', to: '2026-03-15', items: 0 },
      { from: '2026-03-16', to: '2026-03-22', items: 0 },
      { from: '2026-03-23', to: '2026-03-29', items: 0 },
      { from: '2026-03-30', to: '2026-04-05', items: 2 },
    ])
    expect(due.periods.at(-1)?.to).toBe(addDays('2026-03-04', 89))
  })
})

it('tells hours and certainties only where there were answers', () => {
  expect(byHour({ 'hourN.9': 4, 'hourR.9': 3 })[9]).toMatchObject({
    hour: 9,
    reviews: 4,
    recalled: { hit: 3 },
  })
  expect(byHour({})[9]).toEqual({ hour: 9, reviews: 0 })
  expect(
    certaintyTruth({ sureN: 4, sureR: 3, guessN: 2 }).map(({ certainty, right }) => [certainty, right.share]),
  ).toEqual([
    ['guess', 0],
    ['sure', 0.75],
  ])
})

describe('concepts', () => {
  const now = Date.UTC(2026, 2, 2)
  const item = (concepts: string[], attempts: number, stability: number | null) => ({
    concepts,
    attempts,
    state: stability === null ? null : ('review' as const),
    stability,
    reviewedAt: stability === null ? null : now - 86_400_000,
    recalled: 1,
    mixed: 1,
  })

  it('are named when an item that carries them was answered, and only then', () => {
    const names = new Map([
      ['a', 'First idea'],
      ['b', 'Second idea'],
      ['c', 'Third idea'],
    ])
    const told = conceptMastery(
      [item(['a'], 3, 30), item(['a', 'b'], 0, null), item(['c', 'c'], 1, null)],
      names,
      now,
    )
    expect(told.unseen).toBe(1)
    expect(JSON.stringify(told)).not.toContain('Second')
    expect(told.concepts).toEqual([
      { name: 'First idea', mastery: 'attempted', items: 2, answered: 1 },
      { name: 'Third idea', mastery: 'attempted', items: 1, answered: 1 },
    ])
  })

  it('are mastered when three quarters of their items are', () => {
    const four = [30, 30, 30].map((days) => item(['a'], 3, days))
    expect(
      conceptMastery([...four, item(['a'], 0, null)], new Map([['a', 'A']]), now).concepts[0]?.mastery,
    ).toBe('mastered')
    // Long ago the same items are not held any more.
    const forgotten = four.map((one) => ({ ...one, reviewedAt: now - 400 * 86_400_000 }))
    expect(retrievability(30, 400)).toBeLessThan(0.8)
    expect(conceptMastery(forgotten, new Map([['a', 'A']]), now).concepts[0]?.mastery).toBe('familiar')
  })
})

it('says days, spans of them and time as people do', () => {
  expect(periodLabel({ from: '2026-03-02' }, 'week')).toBe('2 Mar')
  expect(periodLabel({ from: '2026-01-01' }, 'month')).toBe('2026')
  expect(sayPeriod({ from: '2025-12-29', to: '2026-01-04' }, '2026-03-02')).toBe('29 Dec 2025 to 4 Jan')
  expect([1000, 45_400, 60_000, 5_400_000, 7_200_000, 12_000_000, 86_400_000].map(sayTime)).toEqual([
    '1 second',
    '45 seconds',
    '1 minute',
    '90 minutes',
    '2 hours',
    '3 hours 20 minutes',
    '24 hours',
  ])
  expect(daysBuckets([1, 7, 60, 365])).toEqual(['< 1 d', '1 d', '7 d', '2 mo', '1 y +'])
})
