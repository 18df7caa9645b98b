import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from './answer'
import { countedAt, type Fact } from './facts'
import { fold as foldAll } from './fold'
import { DEFAULT_DIALS } from './memory/dials'

const DAY = 86_400_000
const NOON = Date.UTC(2026, 2, 2, 12)

const somebody = {
  seed: '1 deck/item',
  dialsAt: () => ({ ...DEFAULT_DIALS, timeZone: 'UTC', dayStartHour: 4 }),
}
const fold = (attempts: readonly Fact[]) => foldAll({ attempts, judgements: [], shelvings: [] }, somebody)

const fact = (id: string, answer: Answer, mark: number, at = NOON): Fact => ({
  id,
  context: 'deck',
  contentHash: 'v1',
  revision: 1,
  localDay: new Date(at).toISOString().slice(0, 10),
  answer,
  verdict: { rule: 1, mark },
  answeredAt: at,
  receivedAt: at,
})
const graded = (id: string, grade: 'forgot' | 'hard' | 'good' | 'easy', at = NOON) =>
  fact(id, { kind: 'card', grade }, grade === 'forgot' ? 0 : 1, at)
const chose = (id: string, mark: number, at = NOON) => fact(id, { kind: 'question', chosen: ['a'] }, mark, at)
const explained = (id: string, covered: string[], at = NOON): Fact => ({
  ...fact(id, { kind: 'prompt', text: 'words' }, covered.length / 3, at),
  verdict: { rule: 1, mark: covered.length / 3, covered, total: 3 },
})

describe('when a claimed time counts', () => {
  const received = NOON
  const claim = (answeredAt: number, context: Fact['context'] = 'deck') =>
    countedAt({ answeredAt, receivedAt: received, context })

  it.each([
    ['a minute before receipt', claim(received - 60_000), received - 60_000],
    ['exactly fourteen days before', claim(received - 14 * DAY), received - 14 * DAY],
    ['longer ago than that', claim(received - 14 * DAY - 1), received],
    ['in the future', claim(received + 1), received],
    ['in graded work', claim(received - 60_000, 'graded'), received],
  ])('%s', (_, counted, expected) => expect(counted).toBe(expected))
})

describe('folding the facts on one item', () => {
  it('knows a card by its last grade alone', () => {
    expect(fold([graded('1', 'good'), graded('2', 'forgot', NOON + 1)]).known).toBe(0)
    expect(fold([graded('1', 'forgot'), graded('2', 'easy', NOON + 1)]).known).toBe(1)
    expect(fold([graded('1', 'hard')]).known).toBe(0)
  })

  it('tells right at the first attempt from right ever', () => {
    const late = fold([chose('1', 0), chose('2', 1, NOON + 1)])
    expect([late.rightFirst, late.rightEver]).toEqual([0, 1])
    const early = fold([chose('1', 1), chose('2', 0, NOON + 1)])
    expect([early.rightFirst, early.rightEver, early.lastMark]).toEqual([1, 1, 0])
  })

  it('takes the best single explanation, not the union of all', () => {
    expect(fold([explained('1', ['a']), explained('2', ['b', 'c'], NOON + 1)]).conceptsBest).toBe(2)
  })

  it('keeps what the first answer was given to and which concepts it covered', () => {
    const edited = { ...explained('2', ['a', 'b'], NOON + 1), contentHash: 'v2' }
    expect(fold([edited, explained('1', ['a'])])).toMatchObject({ firstHash: 'v1', firstCovered: ['a'] })
    expect(fold([chose('1', 0)]).firstCovered).toBeNull()
  })

  it('puts an answer that arrives late where it was given', () => {
    const offline: Fact = { ...chose('2', 1, NOON - DAY), receivedAt: NOON + DAY }
    expect(fold([chose('1', 0), offline]).rightFirst).toBe(1)
  })

  it('gives the same row whatever the order of arrival, and however often a fact is told', () => {
    const facts = fc.uniqueArray(
      fc.record({ id: fc.uuid(), at: fc.integer({ min: 0, max: 5 }), mark: fc.constantFrom(0, 1) }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat()), (drawn, luck) => {
        const all = drawn.map(({ id, at, mark }) => chose(id, mark, NOON + at))
        const shuffled = [...all, ...all.slice(0, 3)]
          .map((value) => ({ value, key: luck.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ value }) => value)
        expect(fold(shuffled)).toEqual(fold(all))
      }),
    )
  })

  it('refuses to make a row of nothing', () => {
    expect(() => fold([])).toThrow('nothing to fold')
  })

  it('takes a history longer than a call can have arguments', () => {
    const long = Array.from({ length: 200_000 }, (_, index) => chose(String(index), index % 2))
    expect(fold(long).attempts).toBe(200_000)
  })
})
