import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentVersion, type LoadedDeck } from '@/lib/content/deck'
import { contentHash } from '@/lib/content/hash'
import { testDeck } from '@/lib/content/testing'
import type { Learner } from '@/lib/identity'
import type { Answer } from '@/lib/rules/answer'
import type { Db } from './client'
import { addLearner, submit } from './fixtures'
import { recordAttempt } from './queries/attempts'
import { findDeck, listDeckIds, listDecks } from './queries/decks'
import { deckFiles, deckKeepers, decks, items, itemVersions, meta, rollups, snapshots } from './schema'
import { seed } from './seed'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from './testing'

const NOW = Date.UTC(2026, 2, 2)
const DAY = 86_400_000

const card = (id: string, more: object = {}) => ({
  id,
  level: 'beginner',
  front: `Front ${id}`,
  back: `Back ${id}`,
  ...more,
})
const question = (id: string) => ({
  id,
  level: 'advanced',
  stem: `Stem ${id}`,
  explanation: 'Because.',
  options: [
    { id: 'a', text: 'A', correct: true, feedback: 'Yes.' },
    { id: 'b', text: 'B', correct: false, feedback: 'No.' },
  ],
})
const prompt = (id: string) => ({
  id,
  level: 'intermediate',
  task: 'Task',
  hint: 'Hint',
  model: 'Model',
  concepts: [
    { id: `${id}-one`, name: 'One', accept: ['one'], hint: 'Think.' },
    { id: `${id}-two`, name: 'Two', accept: ['two'], hint: 'Think.' },
  ],
})
const deck = (cards: object[], more: object = {}): LoadedDeck =>
  testDeck({ id: 'deck', cards, questions: [question('q')], prompts: [prompt('p')], ...more })

describe.each(DRIVERS)('seeding on %s', (driver) => {
  let world: TemporaryDatabase
  beforeEach(async () => {
    world = await temporaryDatabase(driver)
  })
  afterEach(() => world.cleanup())

  const put = (loaded: LoadedDeck[], now = NOW) => seed(world.db, loaded, now)
  const item = async (id: string) =>
    (
      await world.truth
        .select()
        .from(items)
        .where(eq(items.id, `deck/${id}`))
    )[0]
  const versions = (id: string) =>
    world.truth
      .select()
      .from(itemVersions)
      .where(eq(itemVersions.itemId, `deck/${id}`))
      .orderBy(itemVersions.seededAt)
  const changes = async () => (await world.db.get<{ n: number }>(sql`select total_changes() as n`))?.n
  const answer = async (learner: Learner, id: string, given: Answer, answeredAt = NOW) => {
    const contentHash = (await item(id))?.contentHash
    if (!contentHash) throw new Error(`There is no ${id}.`)
    const submission = submit(`deck/${id}`, given, { contentHash, answeredAt })
    expect(await recordAttempt(world.db, learner, submission, answeredAt)).toMatchObject({ recorded: true })
  }

  it('writes decks, items and their first versions, and says how many', async () => {
    const loaded = deck([card('a'), card('b', { tags: ['t'], concepts: ['p-one'] })])
    expect(await put([loaded])).toEqual({ added: 4, changed: 0, returned: 0, retired: 0 })
    expect(await item('b')).toMatchObject({
      deckId: 'deck',
      name: 'b',
      kind: 'card',
      position: 1,
      tags: ['t'],
      concepts: ['p-one'],
      contentHash: loaded.items[1]?.contentHash,
      retiredAt: null,
    })
    expect(await versions('b')).toMatchObject([{ revision: 1, body: loaded.items[1]?.body, seededAt: NOW }])
  })

  it('writes nothing when nothing changed', async () => {
    const loaded = () => [deck([card('a'), card('b')]), testDeck({ id: 'other', cards: [card('a')] })]
    await put(loaded())
    const before = await changes()
    expect(await put(loaded(), NOW + DAY)).toEqual({ added: 0, changed: 0, returned: 0, retired: 0 })
    expect(await changes()).toBe(before)
  })

  it.each([
    ['the first', [] as LoadedDeck[]],
    ['a later one', [deck([card('a')])]],
  ])('leaves the content of one release whole when another seeds in the middle of %s', async (_, before) => {
    if (before.length > 0) await put(before)
    const [older, newer] = [
      deck([card('a'), card('old')]),
      deck([card('a', { back: 'Better' }), card('new')]),
    ]
    let met = 0
    const interrupted: Db = Object.assign(Object.create(world.db), {
      fresh: async (queries: Parameters<Db['fresh']>[0]) => {
        const rows = await world.db.fresh(queries)
        met += 1
        if (met === 1) await put([newer])
        return rows
      },
    })
    await seed(interrupted, [older], NOW)
    expect(met).toBe(2)
    const live = (await world.truth.select().from(items)).filter(({ retiredAt }) => retiredAt === null)
    expect(live.map(({ name }) => name).sort()).toEqual(['a', 'old', 'p', 'q'])
    expect((await item('a'))?.contentHash).toBe(older.items[0]?.contentHash)
    expect(await versions('a')).toHaveLength(2)
    expect(await world.truth.select().from(meta).where(eq(meta.key, 'content-version'))).toMatchObject([
      { value: contentVersion([older]) },
    ])
  })

  it('keeps every version of an edited item, and its answers', async () => {
    await put([deck([card('a')])])
    const learner = await addLearner(world.db)
    await answer(learner, 'a', { kind: 'card', grade: 'good' })
    const edited = deck([card('a', { back: 'Better', revision: 2 })])
    expect(await put([edited], NOW + DAY)).toEqual({ added: 0, changed: 1, returned: 0, retired: 0 })
    expect(await versions('a')).toMatchObject([
      { revision: 1, body: { back: 'Back a' }, seededAt: NOW },
      { revision: 2, body: { back: 'Better' }, seededAt: NOW + DAY },
    ])
    expect((await item('a'))?.contentHash).toBe(edited.items[0]?.contentHash)
    expect(await world.truth.select().from(rollups)).toMatchObject([{ kind: 'card', items: 1, known: 1 }])
  })

  it('takes an edit back to the version that was there', async () => {
    const first = deck([card('a')])
    await put([first])
    await put([deck([card('a', { back: 'Better' })])], NOW + DAY)
    await put([first], NOW + 2 * DAY)
    expect(await versions('a')).toHaveLength(2)
    expect((await item('a'))?.contentHash).toBe(first.items[0]?.contentHash)
  })

  it('a raised revision of the same text is the same version', async () => {
    await put([deck([card('a')])])
    await put([deck([card('a', { revision: 3 })])], NOW + DAY)
    expect(await versions('a')).toMatchObject([{ revision: 3, seededAt: NOW }])
    expect((await item('a'))?.revision).toBe(3)
  })

  it('retires a removed item: its history stays and leaves the rollups; it comes back whole', async () => {
    const whole = deck([card('a'), card('b')])
    await put([whole])
    const [ada, ben] = [await addLearner(world.db, 'Ada'), await addLearner(world.db, 'Ben')]
    await answer(ada, 'a', { kind: 'card', grade: 'easy' })
    await answer(ada, 'b', { kind: 'card', grade: 'good' }, NOW + 5)
    await answer(ada, 'b', { kind: 'card', grade: 'forgot' }, NOW + 9)
    await answer(ada, 'q', { kind: 'question', chosen: ['a'] })
    await answer(ben, 'b', { kind: 'card', grade: 'good' })
    const sums = () => world.truth.select().from(rollups).orderBy(rollups.learnerId, rollups.kind)
    const before = await sums()

    expect(await put([deck([card('a')])], NOW + DAY)).toEqual({
      added: 0,
      changed: 0,
      returned: 0,
      retired: 1,
    })
    expect(await item('b')).toMatchObject({ retiredAt: NOW + DAY })
    expect(await world.truth.select().from(snapshots)).toHaveLength(4)
    const after = await sums()
    expect(after.map((row) => [row.learnerId, row.kind]).sort()).toEqual(
      [
        [ada.id, 'card'],
        [ada.id, 'question'],
      ].sort(),
    )
    expect(after.find(({ kind }) => kind === 'card')).toMatchObject({
      items: 1,
      attempts: 1,
      known: 1,
      lastAt: NOW,
    })

    expect(await put([whole], NOW + 2 * DAY)).toEqual({ added: 0, changed: 0, returned: 1, retired: 0 })
    expect(await item('b')).toMatchObject({ retiredAt: null })
    expect(await sums()).toEqual(before)
  })

  it('retires a removed deck with its items, and brings both back', async () => {
    const other = testDeck({ id: 'other', cards: [card('a')] })
    await put([deck([card('a')]), other])
    const learner = await addLearner(world.db)
    await answer(learner, 'a', { kind: 'card', grade: 'good' })
    expect(await put([other], NOW + DAY)).toMatchObject({ retired: 3 })
    expect(await listDeckIds(world.truth)).toEqual(['other'])
    expect(await findDeck(world.truth, 'deck')).toBeUndefined()
    expect(await world.truth.select().from(rollups)).toEqual([])
    const [row] = await world.truth.select().from(decks).where(eq(decks.id, 'deck'))
    expect(row?.retiredAt).toBe(NOW + DAY)
    await put([deck([card('a')]), other], NOW + 2 * DAY)
    expect(await listDeckIds(world.truth)).toEqual(['deck', 'other'])
    expect(await world.truth.select().from(rollups)).toMatchObject([{ items: 1, known: 1 }])
  })

  it('a deck whose file moved stays the same deck, and its items the same items', async () => {
    await put([deck([card('a')])])
    const moved: LoadedDeck = { ...deck([card('a')]), topic: 'elsewhere' }
    expect(await put([moved], NOW + DAY)).toEqual({ added: 0, changed: 0, returned: 0, retired: 0 })
    expect(await findDeck(world.truth, 'deck')).toMatchObject({ topic: 'elsewhere' })
  })

  it('a deck with pictures that moved keeps its versions, and shows its pictures where they are now', async () => {
    const within = (topic: string): LoadedDeck => {
      const one = deck([card('a')])
      const items = one.items.map((each) => {
        const pictures = [{ source: `${topic}/a.svg`, alt: 'A kettle', digest: 'd' }]
        const body = { ...each.body, pictures }
        return { ...each, body, contentHash: contentHash(body) }
      })
      return { ...one, topic, items }
    }
    const shown = async () =>
      (await findDeck(world.truth, 'deck'))?.items.map(({ pictures }) => pictures[0]?.source)
    await put([within('physics')])
    expect(await shown()).toEqual(Array.from({ length: 3 }, () => 'physics/a.svg'))
    await put([within('heat')], NOW + DAY)
    expect(await shown()).toEqual(Array.from({ length: 3 }, () => 'heat/a.svg'))
    expect(await world.truth.select().from(itemVersions)).toHaveLength(3)
    const before = await changes()
    await put([within('heat')], NOW + 2 * DAY)
    expect(await changes()).toBe(before)
  })

  it('keeps who keeps a deck, in lower case, and its file, as the file says them now', async () => {
    const kept = async () => (await world.truth.select().from(deckKeepers)).map(({ email }) => email).sort()
    const file = async () => (await world.truth.select().from(deckFiles))[0]?.source
    const keptBy = (...keepers: string[]) => deck([card('a')], { keepers })
    const first = keptBy('Kim@Example.org', 'kim@example.org', 'una@example.org')
    await put([first])
    expect(await kept()).toEqual(['kim@example.org', 'una@example.org'])
    expect(await file()).toBe(first.source)
    const second = keptBy('una@example.org', 'kai@example.org')
    await put([second], NOW + DAY)
    expect(await kept()).toEqual(['kai@example.org', 'una@example.org'])
    expect(await file()).toBe(second.source)
    // A retired deck keeps them: what was reported of it can still be answered.
    await put([], NOW + DAY)
    expect(await kept()).toHaveLength(2)
    await put([keptBy()], NOW + DAY)
    expect(await kept()).toEqual([])
  })

  it('refuses to make a question of a card, and writes nothing of anything', async () => {
    await put([deck([card('a')])])
    const before = await changes()
    const wrong = testDeck({ id: 'deck', cards: [card('new')], questions: [question('a')] })
    await expect(put([wrong], NOW + DAY)).rejects.toThrow(
      'The item "deck/a" was a card and is a question now. Give the question an id of its own',
    )
    expect(await changes()).toBe(before)
  })

  it('two that seed at once leave what one leaves', async () => {
    const loaded = [deck([card('a'), card('b')])]
    await Promise.all([put(loaded), put(loaded)])
    expect(await world.truth.select().from(itemVersions)).toHaveLength(4)
    expect(await put(loaded)).toEqual({ added: 0, changed: 0, returned: 0, retired: 0 })
  })

  it('takes a deck of more items than a statement has parameters for, away again too', async () => {
    const many = deck(Array.from({ length: 1300 }, (_, at) => card(`c${at}`)))
    expect(await put([many])).toMatchObject({ added: 1302 })
    expect(await put([deck([card('c0')])], NOW + DAY)).toMatchObject({ retired: 1299 })
  })

  describe('reading', () => {
    it('lists decks by topic and title with what is in them', async () => {
      const b = testDeck({ id: 'b', title: 'B', cards: [card('x')] }, 'zoo')
      const a = testDeck({ id: 'a', title: 'A', cards: [card('x')] }, 'zoo')
      await put([b, a, deck([card('c'), card('d')])])
      const listed = await listDecks(world.truth)
      expect(listed.map(({ topic, id }) => [topic, id])).toEqual([
        ['testing', 'deck'],
        ['zoo', 'a'],
        ['zoo', 'b'],
      ])
      expect(listed[0]).toEqual({
        id: 'deck',
        topic: 'testing',
        title: 'A deck',
        summary: 'Try things.',
        language: 'en',
        direction: 'ltr',
        counts: { card: 2, question: 1, prompt: 1 },
        concepts: 2,
        levels: [
          { level: 'beginner', count: 2 },
          { level: 'intermediate', count: 1 },
          { level: 'advanced', count: 1 },
        ],
      })
    })

    it('finds a deck with its live items in the order of the file, without keys', async () => {
      await put([deck([card('a'), card('b'), card('c')])])
      await put([deck([card('c'), card('a')])], NOW + DAY)
      const found = await findDeck(world.truth, 'deck')
      expect(found?.items.map(({ name }) => name)).toEqual(['c', 'a', 'q', 'p'])
      expect(found?.counts).toEqual({ card: 2, question: 1, prompt: 1 })
      expect(found?.items[3]).toMatchObject({ kind: 'prompt', total: 2, id: 'deck/p' })
      expect(JSON.stringify(found)).not.toMatch(/correct|Because|Model|p-one/)
    })

    it('knows no deck that is not there', async () => {
      expect(await findDeck(world.truth, 'nothing')).toBeUndefined()
    })
  })
})

describe('contentVersion', () => {
  it('is the same for the same decks in any order, and moves with whatever is seeded', () => {
    const [a, b] = [testDeck({ id: 'a', cards: [card('x')] }), testDeck({ id: 'b', cards: [card('x')] })]
    expect(contentVersion([a, b])).toBe(contentVersion([b, a]))
    const tagged = testDeck({ id: 'a', cards: [card('x', { tags: ['t'] })] })
    expect(contentVersion([tagged, b])).not.toBe(contentVersion([a, b]))
  })
})
