import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sqldRunsHere } from '@/e2e/sqld/install'
import type { Learner } from '@/lib/identity'
import { type Db, openDatabase } from './client'
import { addDeck, addLearner, submit } from './fixtures'
import { recordAttempt } from './queries/attempts'
import { readMine } from './queries/mine'
import { readReviewPage } from './queries/review-page'
import { type TemporaryDatabase, temporaryDatabase } from './testing'

describe.skipIf(!sqldRunsHere)('round trips to a libSQL server', () => {
  let world: TemporaryDatabase
  let db: Db
  let learner: Learner
  let trips = 0
  const counted = async (work: () => Promise<unknown>) => {
    trips = 0
    await work()
    return trips
  }

  beforeAll(async () => {
    world = await temporaryDatabase('libsql')
    await addDeck(world.db)
    learner = await addLearner(world.db)
    db = await openDatabase(world.url, {
      fetch: (...request) => {
        trips += 1
        return fetch(...request)
      },
    })
  })
  afterAll(async () => {
    db.close()
    await world.cleanup()
  })

  it('needs one for what is the learner’s own on a deck’s page', async () => {
    expect(await counted(() => readMine(db, learner, 'deck'))).toBe(1)
  })

  it('needs two for an attempt that nobody races', async () => {
    const answer = submit('deck/card-1', { kind: 'card', grade: 'good' })
    expect(await counted(() => recordAttempt(db, learner, answer, Date.now()))).toBe(2)
  })

  it('needs one for an attempt that is there already', async () => {
    const answer = submit('deck/card-1', { kind: 'card', grade: 'good' })
    await recordAttempt(db, learner, answer, Date.now())
    expect(await counted(() => recordAttempt(db, learner, answer, Date.now()))).toBe(1)
  })

  it('needs two for a page of the review, and one more when the content is another', async () => {
    const page = () => readReviewPage(db, learner, { holding: new Set() }, Date.now())
    expect(await counted(page)).toBe(3)
    expect(await counted(page)).toBe(2)
  })
})
