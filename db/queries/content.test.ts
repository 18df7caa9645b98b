import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addLearner, submit } from '@/db/fixtures'
import { seed } from '@/db/seed'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { contentDiff, sidesOf } from '@/lib/content/diff'
import { testDeck } from '@/lib/content/testing'
import { recordAttempt } from './attempts'
import { countMemories, readContent } from './content'

const NOW = Date.UTC(2026, 2, 2)
const card = (id: string, front = 'Front') => ({ id, level: 'beginner', front, back: 'Back' })
const deck = (...cards: object[]) => testDeck({ id: 'deck', cards })

describe.each(DRIVERS)('content in the database on %s', (driver) => {
  let world: TemporaryDatabase
  beforeEach(async () => {
    world = await temporaryDatabase(driver)
  })
  afterEach(() => world.cleanup())

  it('compares with files, retired items included', async () => {
    await seed(world.db, [deck(card('a'), card('b'), card('c'))], NOW)
    await seed(world.db, [deck(card('a'), card('b'))], NOW + 1)
    const same = sidesOf([deck(card('a'), card('b'))])
    await world.settled()
    expect(contentDiff(await readContent(world.db), same)).toEqual([])
    const edited = sidesOf([deck(card('a', 'Other'), card('c'), card('d'))])
    const changes = contentDiff(await readContent(world.db), edited)
    expect(changes.map(({ id, fate }) => `${id} ${fate}`)).toEqual([
      'deck/a words',
      'deck/c returned',
      'deck/d new',
      'deck/b retired',
    ])
  })

  it('counts the learners who have a memory of an item, each once', async () => {
    const loaded = deck(card('a'), card('b'))
    await seed(world.db, [loaded], NOW)
    const contentHash = loaded.items[0]?.contentHash ?? ''
    for (const name of ['Ada', 'Grace']) {
      const learner = await addLearner(world.db, name)
      for (const answeredAt of [NOW, NOW + 1000])
        await recordAttempt(
          world.db,
          learner,
          submit('deck/a', { kind: 'card', grade: 'good' }, { contentHash, answeredAt }),
          answeredAt,
        )
    }
    await world.settled()
    expect([...(await countMemories(world.db, ['deck/a', 'deck/b']))]).toEqual([['deck/a', 2]])
    expect(await countMemories(world.db, [])).toEqual(new Map())
  })
})
