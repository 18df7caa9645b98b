import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { copyDatabase } from '@/db/copy'
import { searchEntries } from '@/db/schema'
import { seed } from '@/db/seed'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import type { Found } from '@/db/types'
import type { LoadedDeck } from '@/lib/content/deck'
import { SAMPLE_YAML, testDeck } from '@/lib/content/testing'
import { readYaml } from '@/lib/content/yaml'
import { markedParts } from '@/lib/rules/search/marked'
import { FOUND_A_PAGE, readSearchView } from '@/lib/rules/search/view'
import { searchContent } from './search'

const card = (id: string, more: object = {}) => ({
  id,
  level: 'beginner',
  front: `Front ${id}`,
  back: `Back ${id}`,
  ...more,
})

const KETTLES = testDeck(readYaml(SAMPLE_YAML).value as never)
const MODELS = testDeck({
  id: 'models',
  title: 'Monitoring models',
  summary: 'Notice when the world changes.',
  cards: [
    card('drift', {
      front: 'What is **data drift**?',
      back: 'The inputs of a model change their distribution.',
      tags: ['Data Drift', 'basics'],
    }),
    card('loss', { level: 'advanced', front: 'Read $\\ell = -\\log p$ aloud.', back: 'Use `np.log`.' }),
    card('monitor', { level: 'intermediate', front: 'Which models need monitoring?', back: 'All.' }),
  ],
})
const GERMAN = testDeck({
  id: 'pruefung',
  title: 'Prüfungsängste',
  summary: 'Gelassen bleiben, wenn es zählt.',
  language: 'de',
  cards: [card('atem', { front: 'Wie atmet man vor der Prüfung?', back: 'Langsam.' })],
})

const ids = (found: readonly Found[]) =>
  found.map(({ deck, name }) => (name ? `${deck.id}/${name}` : deck.id))
const bare = (marked: string) =>
  markedParts(marked)
    .map(({ text, match }) => (match ? `[${text}]` : text))
    .join('')

describe.each(DRIVERS)('searching on %s', (driver) => {
  describe('among a few decks', () => {
    let world: TemporaryDatabase
    beforeAll(async () => {
      world = await temporaryDatabase(driver)
      await seed(world.db, [KETTLES, MODELS, GERMAN], 1)
      await world.settled()
    })
    afterAll(() => world.cleanup())
    const search = (params: Record<string, string>) => searchContent(world.db, readSearchView(params))
    const found = async (params: Record<string, string>) => ids((await search(params)).found)

    it('finds a deck by title and summary, a card by front and back, a question by stem and options, a prompt by task', async () => {
      expect(await found({ q: 'monitoring models' })).toEqual(['models', 'models/monitor'])
      expect(await found({ q: 'notice world' })).toEqual(['models'])
      expect(await found({ q: 'sea level' })).toEqual(['kettles/boiling'])
      expect(await found({ q: 'distribution' })).toEqual(['models/drift'])
      expect(await found({ q: 'whistle' })).toEqual(['kettles/whistle'])
      expect(await found({ q: 'pinch of salt' })).toEqual(['kettles/faster'])
      expect(await found({ q: 'mountain' })).toEqual(['kettles/mountain'])
      expect(await found({ q: 'log' })).toEqual(['models/loss'])
    })

    it('says of each what it is, and marks what was matched', async () => {
      const [drift] = (await search({ q: 'data distrib' })).found
      expect(drift).toMatchObject({
        kind: 'card',
        deck: { id: 'models', title: 'Monitoring models', language: 'en', direction: 'ltr' },
        name: 'drift',
        level: 'beginner',
        title: '',
        tags: ['Data Drift', 'basics'],
      })
      expect(bare(drift?.asked ?? '')).toBe('What is [data] drift?')
      expect(bare(drift?.told ?? '')).toBe('The inputs of a model change their [distribution].')
      const [deck] = (await search({ q: 'monitoring' })).found
      expect(deck).toMatchObject({ kind: 'deck', tags: [] })
      expect(bare(deck?.title ?? '')).toBe('[Monitoring] models')
    })

    it('finds accents without them, capitals by small letters, and the last word by its beginning', async () => {
      for (const q of ['prufung', 'PRÜFUNG', 'Prüfung', 'pruf', 'pru\u0308fung'])
        expect([q, await found({ q })]).toEqual([q, ['pruefung', 'pruefung/atem']])
      expect(await found({ q: 'prufung atmet' })).toEqual(['pruefung/atem'])
      expect(await found({ q: 'pruf atmet' })).toEqual([])
    })

    it('narrows by kind, level and tag, each alone and all together', async () => {
      expect(await found({ q: 'model', kind: 'card' })).toEqual(expect.not.arrayContaining(['models']))
      expect(await found({ q: 'monitoring', kind: 'deck' })).toEqual(['models'])
      expect(await found({ q: 'model', level: 'intermediate' })).toEqual(['models', 'models/monitor'])
      expect((await found({ tag: 'data drift' })).sort()).toEqual(['models', 'models/drift'])
      expect(await found({ tag: 'data drift', kind: 'card', level: 'beginner', q: 'inputs' })).toEqual([
        'models/drift',
      ])
      expect(await found({ tag: 'drift' })).toEqual([])
      expect(await found({ kind: 'prompt' })).toEqual(['kettles/mountain'])
    })

    it('does not find anything by the words that filter', async () => {
      for (const q of ['kindcard', 'levelbeginner', 'kindcard levelbeginner', 'facets'])
        expect([q, await found({ q })]).toEqual([q, []])
    })

    it('finds nothing by what is a key: feedback, explanations, concepts, phrasings, hints, model answers', async () => {
      const KEYS = [
        'unsteady',
        'silently',
        'tone',
        'keeps the warmth',
        'raises',
        'lower air pressure',
        'vapour',
        'win against',
        'think of what presses',
        'lower temperature gets',
        'correct',
        'true',
      ]
      for (const q of KEYS) expect([q, await found({ q })]).toEqual([q, []])
      // And nothing of them stands in what the index is made from.
      const rows = JSON.stringify(await world.truth.select().from(searchEntries))
      expect(rows).toContain('A pinch of salt.')
      expect(rows).not.toMatch(
        /unsteady|silently|tone|warmth|raises|air pressure|vapour|win against|presses|correct|true/i,
      )
    })

    it('names the options of a question alike, in the order of the page', async () => {
      const [found] = (await search({ q: 'sooner' })).found
      expect(bare(found?.told ?? '')).toBe('A lid. · Less water. · A pinch of salt.')
    })

    it.each([
      ['quotes', '"boil" \'boil\' “boil”'],
      ['an open quote', '"boil'],
      ['operators', 'boil AND OR NOT NEAR(boil, 2) ^boil boil* -boil +boil title:boil {title}: boil'],
      ['only operators', 'AND OR NOT'],
      ['NUL', 'bo\u0000il'],
      ['the signs of a mark', '\u0002boil\u0003'],
      ['ten thousand letters', 'x'.repeat(10_000)],
      ['ten thousand words', 'boil '.repeat(10_000)],
      ['an emoji', '😀'],
      ['an emoji in a word', 'boil😀water'],
      ['half an emoji', 'boil \ud83d'],
      ['only punctuation', '?!… ()[]{}*^"\'`;--'],
      ['a lone accent', '\u0301'],
      ['letters younger than the index', '𞤀𞤁 𖬀'],
      ['SQL', "'); drop table decks; --"],
      ['percent and underscore', '% _ \\'],
      ['Chinese', '机器学习'],
      ['right to left', 'למידה חישובית'],
    ])('takes %s without complaint', async (_, q) => {
      const { found, total } = await search({ q })
      expect(found.length).toBeLessThanOrEqual(total)
      expect((await search({ q: 'kettles' })).total).toBeGreaterThan(0)
    })

    it('asked for nothing it finds nothing', async () => {
      expect(await search({})).toEqual({ found: [], total: 0 })
      expect(await search({ q: '…' })).toEqual({ found: [], total: 0 })
    })
  })

  describe('as content changes', () => {
    let world: TemporaryDatabase
    beforeEach(async () => {
      world = await temporaryDatabase(driver)
    })
    afterEach(() => world.cleanup())
    const put = (decks: LoadedDeck[], now = 1) => seed(world.db, decks, now)
    const found = async (params: Record<string, string>) =>
      ids((await searchContent(world.truth, readSearchView(params))).found)

    it('puts a title before a summary, and what is asked before what is answered', async () => {
      await put([
        testDeck({
          id: 'other',
          summary: 'Say what entropy is.',
          cards: [
            card('last', { front: 'What grows?', back: 'Entropy.' }),
            card('asked', { front: 'Say entropy.' }),
          ],
        }),
        testDeck({ id: 'titled', title: 'Entropy', cards: [card('a')] }),
      ])
      const refs = await found({ q: 'entropy' })
      expect(refs[0]).toBe('titled')
      expect(refs.slice(1, 3).sort()).toEqual(['other', 'other/asked'])
      expect(refs.slice(3)).toEqual(['other/last'])
    })

    it('turns pages, and counts all', async () => {
      await put([testDeck({ id: 'many', cards: Array.from({ length: 45 }, (_, at) => card(`c${at}`)) })])
      const page = (number: number) =>
        searchContent(world.truth, readSearchView({ q: 'front', page: String(number) }))
      const pages = [await page(1), await page(2), await page(3), await page(4)]
      expect(pages.map(({ found }) => found.length)).toEqual([FOUND_A_PAGE, FOUND_A_PAGE, 5, 0])
      expect(pages.map(({ total }) => total)).toEqual([45, 45, 45, 45])
      expect(new Set(pages.flatMap(({ found }) => ids(found))).size).toBe(45)
    })

    it('forgets the old words of an edited item, and finds the new', async () => {
      const with_ = (front: string) => testDeck({ id: 'deck', cards: [card('a', { front }), card('b')] })
      await put([with_('Zebra')])
      await put([with_('Okapi')])
      expect([await found({ q: 'zebra' }), await found({ q: 'okapi' })]).toEqual([[], ['deck/a']])
      const [a] = (await world.truth.select().from(searchEntries)).filter(({ ref }) => ref === 'deck/a')
      expect(a?.asked).toBe('Okapi')
    })

    it('moves with a level or a tag alone', async () => {
      const with_ = (more: object) => testDeck({ id: 'deck', cards: [card('a', more)] })
      await put([with_({ tags: ['old'] })])
      await put([with_({ tags: ['new'], level: 'advanced' })])
      expect(await found({ tag: 'old' })).toEqual([])
      expect((await found({ tag: 'new', level: 'advanced' })).sort()).toEqual(['deck', 'deck/a'])
    })

    it('leaves out what is retired, and has it again when it comes back', async () => {
      const [whole, part] = [
        testDeck({ id: 'deck', cards: [card('a'), card('b')] }),
        testDeck({ id: 'deck', cards: [card('a')] }),
      ]
      await put([whole, MODELS])
      await put([part])
      expect(await found({ q: 'front' })).toEqual(['deck/a'])
      expect(await found({ q: 'monitoring' })).toEqual([])
      await put([whole, MODELS])
      expect((await found({ q: 'front' })).sort()).toEqual(['deck/a', 'deck/b'])
      expect(await found({ q: 'monitoring' })).toEqual(['models', 'models/monitor'])
    })

    it('lives with an older release that seeds without it, and mends what that left', async () => {
      await put([testDeck({ id: 'deck', cards: [card('a'), card('b')] })])
      await world.truth.run(sql`update items set retired_at = 5 where id = 'deck/b'`)
      await world.truth.run(sql`insert into decks (id, topic, title, summary, language, direction)
        values ('older', 'topic', 'Older', 'You can.', 'en', 'ltr')`)
      expect(await found({ q: 'front' })).toEqual(['deck/a'])
      expect(await found({ q: 'older' })).toEqual([])
      await world.truth.run(sql`update decks set retired_at = 6 where id = 'deck'`)
      expect(await found({ q: 'front' })).toEqual([])
      await put([
        testDeck({ id: 'deck', cards: [card('b')] }),
        testDeck({ id: 'older', title: 'Older', cards: [card('c')] }),
      ])
      expect((await found({ q: 'front' })).sort()).toEqual(['deck/b', 'older/c'])
      expect(await found({ q: 'older' })).toEqual(['older'])
    })

    it('writes nothing when nothing changed, and is in order by SQLite’s own check', async () => {
      await put([KETTLES, MODELS])
      const before = await world.truth.select().from(searchEntries)
      await put([MODELS, KETTLES], 9)
      expect(await world.truth.select().from(searchEntries)).toEqual(before)
      await world.truth.run(sql`insert into search_index (search_index, rank) values ('integrity-check', 1)`)
    })

    it('comes along when a database is copied', async () => {
      const from = await temporaryDatabase('file')
      await seed(from.db, [KETTLES, MODELS], 1)
      await copyDatabase(from.db, world.db)
      expect(await found({ q: 'whistle' })).toEqual(['kettles/whistle'])
      await from.cleanup()
    })
  })
})
