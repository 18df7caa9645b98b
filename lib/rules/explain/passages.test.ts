import fc from 'fast-check'
import { expect, it } from 'vitest'
import { passages } from './passages'

const score = (id: string, ...evidence: [number, number][]) => ({
  id,
  covered: true,
  evidence: evidence.map(([start, end]) => ({ start, end })),
})

it('marks the words that earned a concept, and names both where two overlap', () => {
  expect(passages('abcdef', [score('x', [1, 4]), score('y', [3, 5])], ['x', 'y'])).toEqual([
    { text: 'a', concepts: [] },
    { text: 'bc', concepts: ['x'] },
    { text: 'd', concepts: ['x', 'y'] },
    { text: 'e', concepts: ['y'] },
    { text: 'f', concepts: [] },
  ])
})

it('marks nothing for a concept that the stored verdict does not name', () => {
  expect(passages('abc', [score('x', [0, 2])], []).every(({ concepts }) => concepts.length === 0)).toBe(true)
})

it('gives the answer back whole, whatever the evidence', () => {
  const evidence = fc.array(fc.tuple(fc.integer({ min: -2, max: 40 }), fc.integer({ min: -2, max: 40 })))
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), evidence, (text, spans) => {
      const cut = passages(text, [score('x', ...spans)], ['x'])
      expect(cut.map((stretch) => stretch.text).join('')).toBe(text)
    }),
  )
})
