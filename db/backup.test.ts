import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { databaseFile } from './address'
import { backupFile } from './backup'
import { openDatabase } from './client'
import { addDeck, addLearner } from './fixtures'
import { attempts, rollups, snapshots } from './schema'
import { type TemporaryDatabase, temporaryDatabase } from './testing'
import { endlessWriter } from './writer'

let world: TemporaryDatabase
let folder: string
beforeEach(async () => {
  world = await temporaryDatabase('file')
  folder = await mkdtemp(join(tmpdir(), 'recall-backup-'))
})
afterEach(async () => {
  await world.cleanup()
  await rm(folder, { recursive: true, force: true })
})

it('is one consistent state, taken while a server goes on writing', async () => {
  await addDeck(world.db)
  const learner = await addLearner(world.db)
  const { child, acknowledged } = endlessWriter(world.url, learner.id)
  while (acknowledged.length < 50) await new Promise((resolve) => setTimeout(resolve, 10))
  const before = [...acknowledged]
  const target = join(folder, 'backup.db')
  await backupFile(databaseFile(world.url), target)
  const whileCopying = acknowledged.length
  child.kill('SIGKILL')
  expect(whileCopying).toBeGreaterThanOrEqual(before.length)

  const copy = await openDatabase(target)
  const ids = new Set((await copy.select({ id: attempts.id }).from(attempts)).map(({ id }) => id))
  expect(before.filter((id) => !ids.has(id))).toEqual([])
  const [snapshot] = await copy.select({ attempts: snapshots.attempts }).from(snapshots)
  const [sum] = await copy.select({ attempts: rollups.attempts }).from(rollups)
  expect([snapshot?.attempts, sum?.attempts]).toEqual([ids.size, ids.size])
  copy.close()
})

it('comes to its end while not a moment passes without a commit', { timeout: 20_000 }, async () => {
  await world.db.run(sql`create table ballast (pages)`)
  await world.db.run(sql`insert into ballast values (zeroblob(4000000))`)
  let commits = 0
  let over = false
  const writing = (async () => {
    while (!over) {
      await world.db.run(sql`insert into throttles (key, count, resets_at) values (${`n${commits}`}, 0, 0)`)
      commits += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
  })()
  await backupFile(databaseFile(world.url), join(folder, 'backup.db'))
  over = true
  await writing
  expect(commits).toBeGreaterThan(0)
})

it('can be read by its owner alone, and leaves nothing else behind', async () => {
  const target = join(folder, 'backup.db')
  expect(await backupFile(databaseFile(world.url), target)).toBe((await stat(target)).size)
  expect((await stat(target)).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(['backup.db'])
})

it('never writes over a file that is there', async () => {
  const target = join(folder, 'backup.db')
  await writeFile(target, 'mine')
  await expect(backupFile(databaseFile(world.url), target)).rejects.toThrow('exists already')
})

it('refuses a damaged file, and leaves no backup of it', async () => {
  const source = join(folder, 'damaged.db')
  await backupFile(databaseFile(world.url), source)
  const size = (await stat(source)).size
  await writeFile(source, Buffer.alloc(4096, 7), { flag: 'r+' }).catch(() => undefined)
  expect(size).toBeGreaterThan(4096)
  await expect(backupFile(source, join(folder, 'backup.db'))).rejects.toThrow()
  expect(await readdir(folder)).toEqual(['damaged.db'])
})
