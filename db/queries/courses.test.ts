import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { courses, deckKeepers } from '@/db/schema'
import { seed } from '@/db/seed'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { testDeck } from '@/lib/content/testing'
import type { Course } from '@/lib/rules/course/course'
import { findCourse, listCourseIds, listCourses } from './courses'
import { findDeck, listDecks } from './decks'

const card = { id: 'card', level: 'beginner', front: 'Front', back: 'Back' }
const deck = (id: string, topic: string, more: object = {}) =>
  testDeck({ id, title: `The ${id}`, cards: [card], ...more }, topic)
const COURSE: Course = {
  id: 'heat',
  title: 'Heat',
  summary: 'Boil anything.',
  audience: 'You.',
  language: 'en',
  direction: 'ltr',
  decks: [
    { id: 'water', buildsOn: [] },
    { id: 'steam', buildsOn: ['water'] },
    { id: 'kettles', buildsOn: ['water', 'steam'] },
  ],
}
const DECKS = [deck('kettles', 'heat'), deck('aside', 'heat'), deck('water', 'heat'), deck('steam', 'heat')]

describe.each(DRIVERS)('courses on %s', (driver) => {
  let world: TemporaryDatabase
  beforeEach(async () => {
    world = await temporaryDatabase(driver)
  })
  afterEach(() => world.cleanup())
  const changes = async () => (await world.db.get<{ n: number }>(sql`select total_changes() as n`))?.n

  it('are seeded, found with their decks in order, and their decks come first in lists', async () => {
    await seed(world.db, [...DECKS, deck('ice', 'cold')], 1, [COURSE])
    expect(await listCourses(world.truth)).toEqual([COURSE])
    expect(await listCourseIds(world.truth)).toEqual(['heat'])
    const found = await findCourse(world.truth, 'heat')
    expect(found).toMatchObject({ title: 'Heat', audience: 'You.' })
    expect(found?.decks.map(({ id, buildsOn, title }) => [id, buildsOn, title])).toEqual([
      ['water', [], 'The water'],
      ['steam', ['water'], 'The steam'],
      ['kettles', ['water', 'steam'], 'The kettles'],
    ])
    expect((await listDecks(world.truth)).map(({ id }) => id)).toEqual([
      'ice',
      'water',
      'steam',
      'kettles',
      'aside',
    ])
    expect(await findDeck(world.truth, 'steam')).toMatchObject({
      course: { id: 'heat', title: 'Heat', language: 'en', direction: 'ltr' },
    })
    expect((await findDeck(world.truth, 'aside'))?.course).toBeUndefined()
    expect(await findCourse(world.truth, 'cold')).toBeUndefined()
  })

  it('change with their files, go with them, and are written only when they changed', async () => {
    await seed(world.db, DECKS, 1, [COURSE])
    const before = await changes()
    await seed(world.db, DECKS, 2, [structuredClone(COURSE)])
    expect(await changes()).toBe(before)
    const turned = { ...COURSE, decks: [...COURSE.decks].reverse() }
    await seed(world.db, DECKS, 3, [turned])
    expect(await listCourses(world.truth)).toEqual([turned])
    await seed(world.db, DECKS, 4)
    expect(await world.truth.select().from(courses)).toEqual([])
  })

  it('leave out a deck that an older release retired', async () => {
    await seed(world.db, DECKS, 1, [COURSE])
    await world.truth.run(sql`update decks set retired_at = 5 where id = 'water'`)
    expect((await findCourse(world.truth, 'heat'))?.decks.map(({ id, buildsOn }) => [id, buildsOn])).toEqual([
      ['steam', []],
      ['kettles', ['steam']],
    ])
  })
})

describe.each(DRIVERS)('what a deck says of itself, on %s', (driver) => {
  let world: TemporaryDatabase
  beforeEach(async () => {
    world = await temporaryDatabase(driver)
  })
  afterEach(() => world.cleanup())
  const SOURCES = [{ title: 'A book, 2020' }, { title: 'A site', url: 'https://example.org/x' }]

  it('its licence and its sources are shown, its keepers are not', async () => {
    await seed(
      world.db,
      [
        deck('said', 'heat', { licence: 'CC-BY-4.0', sources: SOURCES, keepers: ['Ada@Example.org'] }),
        deck('silent', 'heat'),
      ],
      1,
    )
    const found = await findDeck(world.truth, 'said')
    expect(found).toMatchObject({ licence: 'CC-BY-4.0', sources: SOURCES })
    expect(JSON.stringify([found, await listDecks(world.truth)])).not.toMatch(/ada@/i)
    const silent = await findDeck(world.truth, 'silent')
    expect([silent?.licence, silent?.sources]).toEqual([undefined, []])
  })

  it('keepers come and go with the file, in small letters, each once', async () => {
    const kept = () => world.truth.select().from(deckKeepers).orderBy(deckKeepers.deckId, deckKeepers.email)
    const keepers = ['Ada@Example.org', 'ada@example.org', 'ben@example.org']
    await seed(
      world.db,
      [deck('one', 'heat', { keepers }), deck('two', 'heat', { keepers: ['ben@example.org'] })],
      1,
    )
    expect(await kept()).toEqual([
      { deckId: 'one', email: 'ada@example.org' },
      { deckId: 'one', email: 'ben@example.org' },
      { deckId: 'two', email: 'ben@example.org' },
    ])
    await seed(world.db, [deck('one', 'heat', { keepers: ['cleo@example.org'] })], 2)
    // A deck that has left keeps its last ones: reports of it are still to be answered.
    expect(await kept()).toEqual([
      { deckId: 'one', email: 'cleo@example.org' },
      { deckId: 'two', email: 'ben@example.org' },
    ])
  })
})
