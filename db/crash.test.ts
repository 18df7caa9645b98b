import { once } from 'node:events'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from './client'
import { addDeck, addLearner } from './fixtures'
import { attempts, snapshots } from './schema'
import { type TemporaryDatabase, temporaryDatabase } from './testing'
import { endlessWriter } from './writer'

let world: TemporaryDatabase
beforeEach(async () => {
  world = await temporaryDatabase('file')
})
afterEach(() => world.cleanup())

it('has every acknowledged attempt, once, after the process was killed in a burst of writes', async () => {
  await addDeck(world.db)
  const learner = await addLearner(world.db)
  const { child, acknowledged } = endlessWriter(world.url, learner.id)
  const ended = once(child, 'close')
  while (acknowledged.length < 200) await new Promise((resolve) => setTimeout(resolve, 5))
  child.kill('SIGKILL')
  await ended

  const db = await openDatabase(world.url)
  const stored = new Set((await db.select({ id: attempts.id }).from(attempts)).map(({ id }) => id))
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
  const [snapshot] = await db.select({ attempts: snapshots.attempts }).from(snapshots)
  expect(snapshot?.attempts).toBe(stored.size)
  db.close()
})
