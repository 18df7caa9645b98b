import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from './client'
import { addDeck, addLearner } from './fixtures'
import { attempts, snapshots } from './schema'
import { type TemporaryDatabase, temporaryDatabase } from './testing'

let world: TemporaryDatabase
beforeEach(async () => {
  world = await temporaryDatabase('file')
})
afterEach(() => world.cleanup())

/** Writes answers as fast as it can and prints each id once the database has acknowledged it. */
const writer = (url: string, learnerId: string) => `
  import { openDatabase } from '@/db/client'
  import { submit } from '@/db/fixtures'
  import { recordAttempt } from '@/db/queries/attempts'
  const db = await openDatabase(${JSON.stringify(url)})
  const learner = { id: ${JSON.stringify(learnerId)}, sessionVersion: 1 }
  for (;;) {
    const one = submit('deck/card-1', { kind: 'card', grade: 'good' })
    const outcome = await recordAttempt(db, learner, one, Date.now())
    if (outcome.recorded) process.stdout.write(one.id + '\\n')
  }`

it('has every acknowledged attempt, once, after the process was killed in a burst of writes', async () => {
  await addDeck(world.db)
  const learner = await addLearner(world.db)
  const script = writer(world.url, learner.id)
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const acknowledged: string[] = []
  for await (const id of createInterface({ input: child.stdout })) {
    acknowledged.push(id)
    if (acknowledged.length === 200) child.kill('SIGKILL')
  }
  await ended

  const db = await openDatabase(world.url)
  const stored = new Set((await db.select({ id: attempts.id }).from(attempts)).map(({ id }) => id))
  expect(acknowledged.length).toBeGreaterThanOrEqual(200)
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
  const [snapshot] = await db.select({ attempts: snapshots.attempts }).from(snapshots)
  expect(snapshot?.attempts).toBe(stored.size)
  db.close()
})
