import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, CERTAINTIES, GRADES } from '../answer'
import { isRecalled, rate } from './rating'

const options = (count: number) => Array.from({ length: count }, (_, index) => `o${index}`)
const question = (mark: number, more: object = {}, chosen = ['a']) =>
  rate({ answer: { kind: 'question', chosen }, verdict: { rule: 1, mark, total: 4 }, ...more })
const among = (count: number, more: object = {}) =>
  question(1, { verdict: { rule: 1, mark: 1, total: count }, ...more })
const prompt = (mark: number, more: object = {}) =>
  rate({ answer: { kind: 'prompt', text: 'words' }, verdict: { rule: 1, mark }, ...more })

describe('from answer to rating', () => {
  it.each([
    ['forgot', 'again'],
    ['hard', 'hard'],
    ['good', 'good'],
    ['easy', 'easy'],
  ] as const)('a card graded %s is %s', (grade, rating) =>
    expect(rate({ answer: { kind: 'card', grade }, verdict: { rule: 1, mark: 1 } })).toBe(rating),
  )

  it.each([
    ['wrong', question(0), 'again'],
    ['wrong and sure', question(0, { certainty: 'sure' }), 'again'],
    ['right among four', among(4), 'good'],
    ['right among two: perhaps a guess', among(2), 'hard'],
    ['right among three: perhaps a guess', among(3), 'hard'],
    ['right among two, and sure', among(2, { certainty: 'sure' }), 'good'],
    ['right among five by a guess, as said', among(5, { certainty: 'guess' }), 'hard'],
    ['right among four after a minute', among(4, { durationMs: 60_000 }), 'hard'],
    [
      'right among four after hours, but sure',
      among(4, { durationMs: 9_999_999, certainty: 'sure' }),
      'good',
    ],
    [
      'several right ones chosen among three',
      question(1, { verdict: { rule: 1, mark: 1, total: 3 } }, ['a', 'b']),
      'good',
    ],
    [
      'right among as many as were shown, where the version is not noted',
      question(1, { verdict: { rule: 1, mark: 1 }, optionOrder: options(2) }),
      'hard',
    ],
    ['right among nobody knows how many', question(1, { verdict: { rule: 1, mark: 1 } }), 'good'],
  ])('a question answered %s', (_, given, expected) => expect(given).toBe(expected))

  it.each([
    ['all concepts', prompt(1), 'good'],
    ['all concepts, sure', prompt(1, { certainty: 'sure' }), 'easy'],
    ['all concepts, sure, with a hint', prompt(1, { certainty: 'sure', hints: ['hint'] }), 'hard'],
    ['two of three', prompt(2 / 3), 'hard'],
    ['half', prompt(0.5), 'hard'],
    ['one of three', prompt(1 / 3, { certainty: 'sure' }), 'again'],
  ])('a prompt with %s', (_, given, expected) => expect(given).toBe(expected))

  it('takes an answer that its learner says was right as right', () => {
    expect(
      rate({ answer: { kind: 'question', chosen: ['a'] }, verdict: { rule: 1, mark: 0, total: 4 } }, true),
    ).toBe('good')
    expect(rate({ answer: { kind: 'prompt', text: 'words' }, verdict: { rule: 1, mark: 0 } }, true)).toBe(
      'good',
    )
  })

  it('never contradicts the mark: what is under half is forgotten, all else is not', () => {
    const answers: fc.Arbitrary<[Answer, number]> = fc.oneof(
      fc
        .constantFrom(...GRADES)
        .map((grade): [Answer, number] => [{ kind: 'card', grade }, grade === 'forgot' ? 0 : 1]),
      fc.constantFrom(0, 1).map((mark): [Answer, number] => [{ kind: 'question', chosen: ['a'] }, mark]),
      fc
        .integer({ min: 0, max: 6 })
        .map((covered): [Answer, number] => [{ kind: 'prompt', text: 'words' }, covered / 6]),
    )
    const certainty = fc.constantFrom(undefined, ...CERTAINTIES)
    const around = fc.record({ certainty, durationMs: fc.nat(200_000), hints: fc.constantFrom([], ['hint']) })
    fc.assert(
      fc.property(answers, around, fc.integer({ min: 2, max: 9 }), ([answer, mark], more, total) => {
        expect(isRecalled(rate({ answer, verdict: { rule: 1, mark, total }, ...more }))).toBe(mark >= 0.5)
      }),
    )
  })
})
