import { describe, expect, it } from 'vitest'
import type { Level } from '../item'
import { type Met, type StudiedPart, searched, unmet } from './unmet'

const part = (levels: readonly Level[], more: Partial<StudiedPart> = {}): StudiedPart => ({
  deckId: 'deck',
  kind: 'card',
  answered: 0,
  items: levels.map((level, at) => ({ id: `${more.deckId ?? 'deck'}/${at}`, level, concepts: [] })),
  ...more,
})
const many = (count: number, level: Level = 'beginner') => Array.from({ length: count }, () => level)
const MET: Met = { state: 'review', recalled: true, shelved: false, today: false }
const met = (rows: Record<string, Partial<Met>>) =>
  new Map(Object.entries(rows).map(([at, row]) => [`deck/${at}`, { ...MET, ...row }]))
const ids = (...input: Parameters<typeof unmet>) => unmet(...input).map(({ id }) => id.replace('deck/', ''))

describe('what is new of a deck', () => {
  const levels = [...many(4), ...many(2, 'intermediate'), ...many(1, 'advanced')]

  it('is of the lowest level that has something, while what lies below is not familiar', () => {
    expect(ids([part(levels)], new Map())).toEqual(['0', '1', '2', '3'])
    expect(ids([part(levels)], met({ 0: {}, 1: {}, 2: { recalled: false } }))).toEqual(['3'])
  })

  it('goes up a level once most of what lies below is familiar', () => {
    expect(ids([part(levels)], met({ 0: {}, 1: {}, 2: {} }))).toEqual(['3', '4', '5'])
  })

  it('goes up when nothing new is left below, however little is familiar, but not in the middle of that day', () => {
    const forgotten = { 0: {}, 1: { recalled: false }, 2: { recalled: false } }
    expect(ids([part(levels)], met({ ...forgotten, 3: { recalled: false } }))).toEqual(['4', '5'])
    expect(ids([part(levels)], met({ ...forgotten, 3: { recalled: false, today: true } }))).toEqual([])
  })

  it('leaves out what is shelved, and takes what was met without a memory', () => {
    const rows = { 0: { state: null, shelved: true }, 1: { state: null } }
    expect(ids([part(many(3))], met(rows))).toEqual(['1', '2'])
  })

  it('takes kinds in turns', () => {
    const questions = part(many(3), { kind: 'question' })
    const renamed = { ...questions, items: questions.items.map((item) => ({ ...item, id: `${item.id}q` })) }
    expect(ids([part(many(3)), renamed], new Map())).toEqual(['0', '0q', '1', '1q', '2', '2q'])
  })
})

describe('where it is looked for', () => {
  const size = (parts: readonly StudiedPart[]) => parts.reduce((sum, { items }) => sum + items.length, 0)

  it('is everywhere in small decks, around the place reached in large ones, and never more than so much', () => {
    expect(size(searched([part(many(200), { answered: 100 })], 'ada', 20_000))).toBe(200)
    const large = part(many(50_000), { answered: 30_000 })
    const found = searched([large], 'ada', 20_000)
    expect(size(found)).toBeLessThanOrEqual(240)
    expect(found[0]?.items.map(({ id }) => id)).toContain('deck/30000')
    const decks = Array.from({ length: 80 }, (_, at) => part(many(1000), { deckId: `d${at}`, answered: 9 }))
    expect(size(searched(decks, 'ada', 20_000))).toBeLessThanOrEqual(240)
  })

  it('leaves out decks that were gone through', () => {
    expect(searched([part(many(3), { answered: 3 })], 'ada', 1)).toEqual([])
  })

  it('comes to every deck and every item as the days pass', () => {
    const decks = Array.from({ length: 30 }, (_, at) => part(many(5), { deckId: `d${at}` }))
    const large = part(many(2000), { answered: 1990 })
    const seen = new Set<string>()
    const items = new Set<string>()
    for (let day = 0; day < 60; day += 1) {
      for (const { deckId } of searched(decks, 'ada', day)) seen.add(deckId)
      for (const { id } of searched([large], 'ada', day).flatMap((each) => each.items)) items.add(id)
    }
    expect(seen.size).toBe(30)
    expect(items.size).toBe(2000)
  })
})
