import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDeck, addLearner, submit } from '@/db/fixtures'
import { items, snapshots } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import type { Learner } from '@/lib/identity'
import { readAhead } from './ahead'
import { recordAttempt } from './attempts'

const HOUR = 3_600_000
const NOON = Date.UTC(2026, 2, 2, 12)
/** Four in the morning of the next day, where the learner lives by UTC. */
const TOMORROW = Date.UTC(2026, 2, 3, 4)

describe.each(DRIVERS)('what comes in the days ahead, on %s', (driver) => {
  let world: TemporaryDatabase
  let ada: Learner
  beforeEach(async () => {
    world = await temporaryDatabase(driver)
    await addDeck(world.db, 'deck', 8)
    ada = await addLearner(world.db, 'Ada')
  })
  afterEach(() => world.cleanup())

  const dueAt = async (moments: readonly (number | null)[]) => {
    for (const [index, askAt] of moments.entries()) {
      const itemId = `deck/card-${index + 1}`
      await recordAttempt(world.db, ada, submit(itemId, { kind: 'card', grade: 'good' }), NOON)
      await world.db
        .update(snapshots)
        .set({ askAt })
        .where(and(eq(snapshots.itemId, itemId), eq(snapshots.learnerId, ada.id)))
    }
  }

  it('is counted by the learner’s own days, without what is due today or was suspended', async () => {
    const week = TOMORROW + 7 * 24 * HOUR
    await dueAt([
      NOON,
      TOMORROW - 1,
      TOMORROW,
      TOMORROW + 24 * HOUR - 1,
      TOMORROW + 24 * HOUR,
      week - 1,
      week,
      null,
    ])
    expect(await readAhead(world.db, ada, NOON)).toEqual({ tomorrow: 2, week: 4, studied: true })
  })

  it('leaves out what its deck does not hold any more, and what is somebody else’s', async () => {
    await dueAt([TOMORROW, TOMORROW])
    await world.db.update(items).set({ retiredAt: NOON }).where(eq(items.id, 'deck/card-1'))
    expect(await readAhead(world.db, ada, NOON)).toMatchObject({ tomorrow: 1, week: 1 })
    const ben = await addLearner(world.db, 'Ben')
    expect(await readAhead(world.db, ben, NOON)).toEqual({ tomorrow: 0, week: 0, studied: false })
    const stale = { ...ada, sessionVersion: 0 } as Learner
    expect(await readAhead(world.db, stale, NOON)).toEqual({ tomorrow: 0, week: 0, studied: false })
  })
})
