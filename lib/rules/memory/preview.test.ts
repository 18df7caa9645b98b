import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Grade } from '../answer'
import type { Fact } from '../facts'
import { localDay } from '../local-day'
import { DEFAULT_DIALS } from './dials'
import { type Dials, RATINGS } from './memory'
import { preview } from './preview'
import { remember } from './timeline'

const START = Date.UTC(2026, 2, 2, 20)
const MINUTE = 60_000

it('says of every grade what the fold then gives, whatever the history, the zone and the dials', () => {
  const history = fc.array(
    fc.record({ grade: fc.constantFrom<Grade>('forgot', 'hard', 'good', 'easy'), days: fc.nat(40) }),
    { maxLength: 8 },
  )
  const zones = fc.constantFrom('UTC', 'America/Los_Angeles', 'Pacific/Auckland')
  const retentions = fc.constantFrom(0.75, 0.9, 0.96)
  fc.assert(
    fc.property(history, zones, retentions, (answers, timeZone, retention) => {
      const dials: Dials = { ...DEFAULT_DIALS, timeZone, dayStartHour: 4, retention, maximumIntervalDays: 60 }
      const person = { seed: 'ada deck/card', dialsAt: () => dials }
      let at = START
      const fact = (grade: Grade): Fact => ({
        id: `${at} ${grade}`,
        context: 'review',
        answer: { kind: 'card', grade },
        verdict: { rule: 1, mark: grade === 'forgot' ? 0 : 1 },
        contentHash: 'v1',
        revision: 1,
        answeredAt: at,
        receivedAt: at,
        localDay: localDay(at, timeZone, 4),
      })
      const facts = answers.map(({ grade, days }) => {
        at += (days * 1440 + 15) * MINUTE
        return fact(grade)
      })
      at += 30 * 1440 * MINUTE
      const { memory, reviewedDay } = remember(facts, new Set(), person)
      const today = localDay(at, timeZone, 4)
      const minutes = preview(
        memory && { ...memory, reviewedDay: reviewedDay ?? '' },
        today,
        dials,
        person.seed,
      )
      for (const rating of RATINGS) {
        const grade = rating === 'again' ? 'forgot' : rating
        const after = remember([...facts, fact(grade)], new Set(), person).memory
        if (!after) throw new Error('An answer forms a memory.')
        const given =
          after.intervalDays === 0 ? (after.dueAt - at) / MINUTE : Math.min(after.intervalDays, 60) * 1440
        expect([rating, minutes[rating]]).toEqual([rating, given])
      }
    }),
    { numRuns: 60 },
  )
})
