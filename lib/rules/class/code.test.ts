import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CODE_BYTES, codeOf, readCode, showCode } from './code'

const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES })

it('makes codes of signs that nobody mistakes, and reads them back however they are written', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = codeOf(random)
      expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
      expect(readCode(code.toLowerCase())).toBe(code)
      expect(readCode(` ${showCode(code)} `)).toBe(code)
      expect(readCode(`${code.slice(0, 4)}-${code.slice(4)}`)).toBe(code)
    }),
  )
})

it('makes every sign equally likely', () => {
  const counts = new Map<string, number>()
  for (let byte = 0; byte < 256; byte += 1) {
    const sign = codeOf(new Uint8Array([byte])).at(0) ?? ''
    counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  expect(counts.size).toBe(32)
  expect(new Set(counts.values())).toEqual(new Set([8]))
})

it.each(['', 'ABCD', 'ABCDEFGHJ', 'ABCD0FGH', 'ABCD/FGH', '%00%00%00'])(
  'knows that "%s" is no code',
  (typed) => expect(readCode(typed)).toBeUndefined(),
)
