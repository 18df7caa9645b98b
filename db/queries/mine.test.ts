import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDeck, addLearner, submit } from '@/db/fixtures'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import type { Learner } from '@/lib/identity'
import { recordAttempt } from './attempts'
import { readMine } from './mine'

describe.each(DRIVERS)('what is mine on a public page, on %s', (driver) => {
  let world: TemporaryDatabase
  let ada: Learner
  let ben: Learner
  beforeEach(async () => {
    world = await temporaryDatabase(driver)
    await addDeck(world.db)
    await addDeck(world.db, 'other')
    ada = await addLearner(world.db, 'Ada')
    ben = await addLearner(world.db, 'Ben')
    const now = Date.UTC(2026, 2, 2, 12)
    await recordAttempt(world.db, ada, submit('deck/card-1', { kind: 'card', grade: 'good' }), now)
    await recordAttempt(world.db, ben, submit('deck/card-1', { kind: 'card', grade: 'forgot' }), now)
    await recordAttempt(world.db, ben, submit('deck/question-1', { kind: 'question', chosen: ['b'] }), now)
    await recordAttempt(world.db, ben, submit('other/card-1', { kind: 'card', grade: 'easy' }), now)
  })
  afterEach(() => world.cleanup())

  it('is my name, my sums and my standings, and nobody else’s', async () => {
    const mine = await readMine(world.db, ada, 'deck')
    expect(mine.learner).toMatchObject({ id: ada.id, name: 'Ada' })
    expect(Object.keys(mine.decks)).toEqual(['deck'])
    expect(mine.decks.deck).toMatchObject({ cards: 1, questions: 0, known: 1 })
    expect(mine.items).toMatchObject({ 'card-1': { attempts: 1, lastGrade: 'good' } })
    expect(Object.keys(mine.items ?? {})).toEqual(['card-1'])
  })

  it('tells of the items of the deck that is asked for, and of none when none is', async () => {
    expect(Object.keys((await readMine(world.db, ben, 'deck')).items ?? {}).sort()).toEqual([
      'card-1',
      'question-1',
    ])
    expect((await readMine(world.db, ben, 'other')).items).toMatchObject({ 'card-1': { lastGrade: 'easy' } })
    expect((await readMine(world.db, ben)).items).toBeUndefined()
    expect(Object.keys((await readMine(world.db, ben)).decks).sort()).toEqual(['deck', 'other'])
  })

  it('is nothing at all for a session that has ended', async () => {
    const stale = { ...ben, sessionVersion: 0 } as Learner
    expect(await readMine(world.db, stale, 'deck')).toEqual({ learner: null, decks: {}, items: {} })
  })
})
