import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findingsOf, readSlips } from './slips'

const tables = ['deck', 'items', 'answers', 'writing', 'style'].map((theme) => ({
  theme,
  slips: readSlips(readFileSync(join(import.meta.dirname, `${theme}.slips`), 'utf8')),
}))

describe.each(tables)(
  'a slip in the $theme is found on its line, and the sentence says what to do',
  ({ slips }) => {
    it.each(slips)('$title', async ({ text, line, said }) => {
      expect(said).toMatch(/[.?]$/)
      expect(await findingsOf({ 'physics/kettles.yaml': text })).toContain(
        `physics/kettles.yaml:${line} ${said}`,
      )
    })
  },
)

it('the tables hold a hundred different ones', () => {
  const all = tables.flatMap(({ slips }) => slips)
  expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThanOrEqual(100)
})
