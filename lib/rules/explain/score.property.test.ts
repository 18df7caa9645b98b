import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Concept } from '../item'
import { scoreExplanation } from './score'

const concepts: readonly Concept[] = [
  { id: 'a', name: 'A', accept: ['monitor live models', 'detect drift', 'models are watched'], hint: '-' },
  { id: 'b', name: 'B', accept: ['reproducible', 'same result every time', 'no manual work'], hint: '-' },
  { id: 'c', name: 'C', accept: ['versions of data', 'which data was used'], hint: '-' },
]

const vocabulary = fc.constantFrom(
  ...'monitors live models detect drift are watched reproducible same results every time no manual work'.split(
    ' ',
  ),
  ...'versions of data which was used the and but not never without is it cannot because only unless'.split(
    ' ',
  ),
  ...', . ? ; : - ( ) • unmonitored fewer less nobody or so'.split(' '),
)
const talk = fc.array(vocabulary, { maxLength: 40 }).map((parts) => parts.join(' '))
/** Anything a text field or a hostile client can send: emoji, right-to-left, zero-width, lone surrogates, controls. */
const anything = fc.oneof(
  talk,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
    .map((units) => String.fromCharCode(...units)),
)
const languages = fc.constantFrom('en', 'de', 'fr', 'zh', 'ar', 'xx', 'en-GB')

const covered = (text: string): string[] =>
  scoreExplanation(text, concepts, 'en')
    .filter((score) => score.covered)
    .map(({ id }) => id)

describe('for any answer', () => {
  it('there is one score for each concept, and evidence lies in the text, sorted and apart', () => {
    fc.assert(
      fc.property(anything, languages, (text, language) => {
        const scores = scoreExplanation(text, concepts, language)
        expect(scores.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
        for (const score of scores) {
          expect(score.covered).toBe(score.evidence.length > 0)
          let last = -1
          for (const { start, end } of score.evidence) {
            expect(start).toBeGreaterThan(last)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
            last = end
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('the same answer gets the same score', () => {
    fc.assert(
      fc.property(anything, languages, (text, language) => {
        expect(scoreExplanation(text, concepts, language)).toEqual(scoreExplanation(text, concepts, language))
      }),
    )
  })

  it('white space around it and capitals change nothing', () => {
    fc.assert(
      fc.property(talk, fc.constantFrom(' ', '\n', '\t\n  ', '\u00a0'), (text, space) => {
        expect(covered(text + space)).toEqual(covered(text))
        expect(covered(space + text)).toEqual(covered(text))
        expect(covered(text.toUpperCase())).toEqual(covered(text))
      }),
      { numRuns: 500 },
    )
  })

  it('a denied claim after it earns nothing more', () => {
    const denials = fc.constantFrom(
      'It does not monitor live models.',
      'Results are never reproducible.',
      'Nobody knows which data was used.',
      'Drift cannot be detected.',
      'There are no versions of data.',
    )
    fc.assert(
      fc.property(talk, denials, (text, denial) => {
        expect(covered(`${text}.\n${denial}`)).toEqual(covered(`${text}.`))
      }),
      { numRuns: 500 },
    )
  })

  it('a sentence that says a phrasing plainly always earns it', () => {
    const claims = concepts.flatMap(({ id, accept }) => accept.map((phrasing) => ({ id, phrasing })))
    fc.assert(
      fc.property(talk, fc.constantFrom(...claims), (text, { id, phrasing }) => {
        expect(covered(`${text}.\n${phrasing}.`)).toContain(id)
      }),
      { numRuns: 500 },
    )
  })
})
