import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context, Grade } from '../answer'
import type { Fact, JudgementFact, ShelvingFact } from '../facts'
import { fold } from '../fold'
import { localDay } from '../local-day'
import { DEFAULT_DIALS, dialsAt, nextDayStart } from './dials'
import type { DialFact, Dials } from './memory'

const MINUTE = 60_000
const DAY = 86_400_000
const NOON = Date.UTC(2026, 2, 2, 12)
const BERLIN: Dials = { ...DEFAULT_DIALS, timeZone: 'Europe/Berlin', dayStartHour: 4 }
const person = (turned: DialFact[] = []) => ({ seed: '1 deck/card', dialsAt: dialsAt(BERLIN, turned) })

let serial = 0
function graded(grade: Grade, at: number, more: Partial<Fact> = {}): Fact {
  serial += 1
  return {
    id: `${String(serial).padStart(4, '0')}`,
    context: 'deck',
    answer: { kind: 'card', grade },
    verdict: { rule: 1, mark: grade === 'forgot' ? 0 : 1 },
    contentHash: 'v1',
    revision: 1,
    answeredAt: at,
    receivedAt: at,
    localDay: localDay(at, 'Europe/Berlin', 4),
    ...more,
  }
}
const folded = (
  attempts: Fact[],
  judgements: JudgementFact[] = [],
  shelvings: ShelvingFact[] = [],
  turned: DialFact[] = [],
) => fold({ attempts, judgements, shelvings }, person(turned))

describe('what moves a memory', () => {
  it('is the first answer of a day, and a step of learning when it is due', () => {
    const first = folded([graded('good', NOON)])
    expect(first).toMatchObject({
      state: 'learning',
      reviews: 1,
      dueAt: NOON + 10 * MINUTE,
      intervalDays: 0,
      recalled: 1,
    })
    const early = folded([graded('good', NOON), graded('forgot', NOON + 9 * MINUTE)])
    expect(early).toMatchObject({ state: 'learning', reviews: 1, attempts: 2, lastMark: 0, recalled: 1 })
    const due = folded([graded('good', NOON), graded('good', NOON + 10 * MINUTE)])
    expect(due).toMatchObject({ state: 'review', reviews: 2 })
    // Learned for today: what comes now is practice.
    const more = folded([
      graded('good', NOON),
      graded('good', NOON + 10 * MINUTE),
      graded('forgot', NOON + 60 * MINUTE),
    ])
    expect(more).toMatchObject({ state: 'review', reviews: 2, attempts: 3, lapses: 0 })
    const tomorrow = folded([graded('good', NOON), graded('good', NOON + DAY)])
    expect(tomorrow).toMatchObject({ state: 'review', reviews: 2 })
  })

  it.each([
    ['extra' as Context, [], 0],
    ['review' as Context, [], 1],
    ['graded' as Context, [], 1],
    ['deck' as Context, ['hint'], 1],
    ['deck' as Context, ['model'], 0],
  ])('in context %s with %j opened: %i', (context, hints, reviews) =>
    expect(folded([graded('good', NOON, { context, hints })])).toMatchObject({ attempts: 1, reviews }),
  )

  it('asks again at the start of the learner’s day it falls on, by the clock on their wall', () => {
    const { dueAt, intervalDays, reviewedDay } = folded([
      graded('good', NOON),
      graded('good', NOON + 10 * MINUTE),
    ])
    expect(reviewedDay).toBe('2026-03-02')
    expect(dueAt).toBe(Date.UTC(2026, 2, 2 + (intervalDays ?? 0), 3))
  })

  it('counts days as the learner does: late at night is still the day before', () => {
    const evening = Date.UTC(2026, 2, 2, 20)
    const afterMidnight = Date.UTC(2026, 2, 3, 2, 30)
    expect(
      folded([
        graded('good', evening),
        graded('good', evening + 11 * MINUTE),
        graded('forgot', afterMidnight),
      ]),
    ).toMatchObject({
      reviews: 2,
      lapses: 0,
    })
    const morning = Date.UTC(2026, 2, 3, 3, 30)
    expect(
      folded([graded('good', evening), graded('good', evening + 11 * MINUTE), graded('forgot', morning)]),
    ).toMatchObject({
      reviews: 3,
      lapses: 1,
      state: 'relearning',
    })
  })

  it('stands still for a learner who flies west and lives a day twice', () => {
    const later = graded('good', NOON + DAY, { localDay: '2026-03-01' })
    expect(folded([graded('good', NOON), later])).toMatchObject({ reviews: 2, reviewedDay: '2026-03-01' })
  })
})

describe('what is said of an answer afterwards', () => {
  const judged = (attemptId: string, judgement: JudgementFact['judgement']): JudgementFact => ({
    id: `j${attemptId}`,
    attemptId,
    judgement,
    madeAt: NOON,
  })

  it('undo takes a grade away as if it had never been given', () => {
    const [a, b] = [graded('good', NOON), graded('forgot', NOON + DAY)]
    expect(folded([a, b], [judged(b.id, 'withdrawn')])).toEqual(folded([a]))
  })

  it('graded work and answers that showed a key know no undo', () => {
    const exam = graded('good', NOON, { context: 'graded' })
    const chosen = graded('good', NOON + 1, { answer: { kind: 'question', chosen: ['a'] } })
    for (const fact of [exam, chosen])
      expect(folded([fact], [judged(fact.id, 'withdrawn')])).toEqual(folded([fact]))
  })

  it('a claim moves the memory and not the mark', () => {
    const wrong = graded('good', NOON, {
      answer: { kind: 'question', chosen: ['a'] },
      verdict: { rule: 1, mark: 0, total: 4 },
    })
    expect(folded([wrong])).toMatchObject({ recalled: 0, lastMark: 0 })
    expect(folded([wrong], [judged(wrong.id, 'claimed')])).toMatchObject({
      recalled: 1,
      lastMark: 0,
      rightFirst: 0,
    })
  })

  it('leaves a row for nothing when everything was withdrawn', () => {
    const only = graded('good', NOON)
    expect(folded([only], [judged(only.id, 'withdrawn')])).toMatchObject({
      attempts: 0,
      reviews: 0,
      state: null,
      askAt: null,
      days: {},
    })
  })
})

describe('what is done with an item in the queue', () => {
  const shelved = (shelving: ShelvingFact['shelving'], madeAt: number, until?: number): ShelvingFact => ({
    id: `${shelving}${madeAt}`,
    shelving,
    madeAt,
    until: until ?? null,
  })
  const learned = () => [graded('good', NOON), graded('good', NOON + 10 * MINUTE)]

  it('puts it off, and leaves its memory alone', () => {
    const far = NOON + 400 * DAY
    const plain = folded(learned())
    expect(folded(learned(), [], [shelved('buried', NOON, far)])).toMatchObject({
      askAt: far,
      dueAt: plain.dueAt,
    })
    expect(folded(learned(), [], [shelved('suspended', NOON)])).toMatchObject({
      askAt: null,
      suspended: 1,
      dueAt: plain.dueAt,
    })
    expect(folded(learned(), [], [shelved('suspended', NOON), shelved('resumed', NOON + 1)])).toMatchObject({
      askAt: plain.dueAt,
      suspended: 0,
    })
    expect(folded([], [], [shelved('buried', NOON, far)])).toMatchObject({
      attempts: 0,
      askAt: far,
      state: null,
    })
    expect(
      folded(
        learned(),
        [],
        [shelved('bookmarked', NOON), shelved('unmarked', NOON + 1), shelved('bookmarked', NOON + 2)],
      ).bookmarked,
    ).toBe(1)
  })

  it('sets an item aside that keeps being forgotten, until it is taken up, and after four more again', () => {
    const lapse = (n: number) => [
      graded('forgot', NOON + 2 * n * DAY),
      graded('good', NOON + 2 * n * DAY + 11 * MINUTE),
    ]
    const lapses = (count: number) => [
      ...learned(),
      ...Array.from({ length: count }, (_, n) => lapse(n + 2)).flat(),
    ]
    expect(folded(lapses(7))).toMatchObject({ lapses: 7, leech: 0 })
    expect(folded(lapses(8))).toMatchObject({ lapses: 8, leech: 1, askAt: null })
    const takenUp = shelved('resumed', NOON + 19 * DAY)
    expect(folded(lapses(8), [], [takenUp])).toMatchObject({ leech: 0 })
    expect(folded(lapses(11), [], [takenUp])).toMatchObject({ lapses: 11, leech: 0 })
    expect(folded(lapses(12), [], [takenUp])).toMatchObject({ lapses: 12, leech: 1 })
  })
})

describe('a dial', () => {
  const turn = (at: number, dials: Partial<Dials>): DialFact => ({
    ...BERLIN,
    ...dials,
    id: `d${at}`,
    setAt: at,
    holdsFrom: nextDayStart(at, BERLIN),
  })
  const history = [graded('easy', NOON), graded('good', NOON + 8 * DAY)]

  it('holds from the next day on, and changes nothing that was before', () => {
    const before = folded(history)
    expect(folded(history, [], [], [turn(NOON + 8 * DAY, { retention: 0.97 })])).toEqual(before)
    const after = folded(history, [], [], [turn(NOON + 7 * DAY, { retention: 0.97 })])
    expect(after.intervalDays).toBeLessThan((before.intervalDays ?? 0) / 2)
    expect(after.stability).toBe(before.stability)
  })

  it('caps the interval that was promised', () => {
    const capped = folded(history, [], [], [turn(NOON, { maximumIntervalDays: 5 })])
    expect(capped.dueAt).toBe(Date.UTC(2026, 2, 15, 3))
  })
})

it('gives the same row whatever the order of arrival, however often and late a fact is told', () => {
  const step = fc.record({
    grade: fc.constantFrom<Grade>('forgot', 'hard', 'good', 'easy'),
    after: fc.oneof(
      fc.integer({ min: 0, max: 30 * MINUTE }),
      fc.integer({ min: 0, max: 30 }).map((days) => days * DAY),
    ),
    context: fc.constantFrom<Context>('deck', 'review', 'extra'),
    late: fc.integer({ min: 0, max: 13 * DAY }),
    next: fc.constantFrom('withdrawn', 'buried', 'suspended', 'resumed', 'nothing', 'nothing'),
  })
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 15 }),
      fc.infiniteStream(fc.nat()),
      (steps, luck) => {
        let at = NOON
        const attempts: Fact[] = []
        const judgements: JudgementFact[] = []
        const shelvings: ShelvingFact[] = []
        for (const { grade, after, context, late, next } of steps) {
          at += after
          const fact = graded(grade, at, { context, receivedAt: at + late })
          attempts.push(fact)
          if (next === 'withdrawn')
            judgements.push({ id: `j${fact.id}`, attemptId: fact.id, judgement: next, madeAt: at })
          else if (next !== 'nothing')
            shelvings.push({ id: `s${fact.id}`, shelving: next as 'buried', madeAt: at, until: at + DAY })
        }
        const shuffled = <T>(list: readonly T[]) =>
          [...list, ...list.slice(0, 4)]
            .map((value) => ({ value, key: luck.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ value }) => value)
        const once = fold({ attempts, judgements, shelvings }, person())
        const again = fold(
          { attempts: shuffled(attempts), judgements: shuffled(judgements), shelvings: shuffled(shelvings) },
          person(),
        )
        expect(JSON.stringify(again)).toBe(JSON.stringify(once))
      },
    ),
  )
})
