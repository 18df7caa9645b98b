import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '@/db/client'
import { KNOWN_MIGRATIONS, readiness } from '@/db/readiness'
import { decks, meta } from '@/db/schema'
import { seed } from '@/db/seed'
import { type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { sqldRunsHere } from '@/e2e/sqld/install'
import { migrateAndSeed } from './prepare'

describe.skipIf(!sqldRunsHere)('a shared database brought up to date', () => {
  let world: TemporaryDatabase
  beforeEach(async () => {
    world = await temporaryDatabase('libsql')
    vi.spyOn(console, 'log').mockReturnValue()
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await world.cleanup()
  })
  /** What a release with one migration more leaves in the ledger. */
  const newerRelease = () =>
    world.db.run(sql`insert into __drizzle_migrations (hash, created_at) values ('newer', 9000000000000)`)

  it('has its tables and decks, and is left alone when that is done again', async () => {
    await migrateAndSeed(world, 'content', { texts: false })
    expect(await world.db.$count(decks)).toBeGreaterThan(0)
    const state = await readiness(world.db)
    await migrateAndSeed(world, 'content', { texts: false })
    expect(await readiness(world.db)).toEqual(state)
  })

  it('keeps the decks of a newer release, whose pages may be served already', async () => {
    await seed(world.db, [], 1)
    await newerRelease()
    const state = await readiness(world.db)
    expect(state).toMatchObject({ migrations: 'ahead' })
    await migrateAndSeed(world, 'content', { texts: false })
    expect(await readiness(world.db)).toEqual(state)
    expect(await world.db.$count(decks)).toBe(0)
  })

  it('is refused to code that a newer release has shut out', async () => {
    await newerRelease()
    await world.db
      .update(meta)
      .set({ value: String(KNOWN_MIGRATIONS + 1) })
      .where(eq(meta.key, 'oldest-code'))
    await expect(migrateAndSeed(world, 'content', { texts: false })).rejects.toThrow('Start the newer one')
  })
})

it('an embedded database gets the decks of whichever release is started on it', async () => {
  const world = await temporaryDatabase('file')
  await world.db.run(sql`insert into __drizzle_migrations (hash, created_at) values ('newer', 9000000000000)`)
  await migrateAndSeed(world, 'content', { texts: false })
  const db = await openDatabase(world.url)
  expect(await db.$count(decks)).toBeGreaterThan(0)
  db.close()
  await world.cleanup()
})
