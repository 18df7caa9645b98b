import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseFile } from './address'
import { openDatabase } from './client'
import { writeFault } from './errors'
import { migrate } from './migrate'
import { readiness } from './readiness'
import { learners, meta } from './schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from './testing'

describe('where the database is', () => {
  it.each([
    ['data/recall.db', 'data/recall.db'],
    ['/var/lib/recall.db', '/var/lib/recall.db'],
    ['file:data/recall.db', 'data/recall.db'],
    ['file:///var/lib/recall.db', '/var/lib/recall.db'],
  ])('%s is the file %s', (url, file) => expect(databaseFile(url)).toBe(file))

  it('refuses an address it cannot open, by name', () => {
    expect(() => databaseFile('postgres://localhost/recall')).toThrow('"postgres:"')
  })
})

describe('a database file', () => {
  it('syncs every commit of its own, keeps a write-ahead log and minds foreign keys, on every connection', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'recall-test-'))
    const url = join(folder, 'test.db')
    const connections = [await openDatabase(url), await openDatabase(url)]
    for (const db of connections) {
      const [row] = await db.all<Record<string, unknown>>(
        sql`select journal_mode, synchronous, foreign_keys from pragma_journal_mode, pragma_synchronous, pragma_foreign_keys`,
      )
      const FULL = 2
      expect(row).toEqual({ journal_mode: 'wal', synchronous: FULL, foreign_keys: 1 })
    }
    for (const db of connections) db.close()
    await rm(folder, { recursive: true })
  })

  it('acknowledges a list of writes when the disk has it, to whoever wrote it and to whoever reads it', async () => {
    const { db, end, cleanup } = await onSlowDisk()
    const seen: string[] = []
    const note = db
      .atomically([db.insert(meta).values({ key: 'content-version', value: '1' })])
      .then(() => seen.push('written'))
    const read = db.fresh([db.select().from(meta).where(eq(meta.key, 'content-version'))]).then(([rows]) => {
      seen.push(`read ${rows.length}`)
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(seen).toEqual([])
    end()
    await note
    end()
    await read
    expect(seen).toEqual(['written', 'read 1'])
    await cleanup()
  })

  it('is away for everybody, readiness too, once its disk has failed', async () => {
    const { db, end, cleanup } = await onSlowDisk()
    const refused = db
      .atomically([db.insert(meta).values({ key: 'content-version', value: '1' })])
      .catch(writeFault)
    end(new Error('EIO'))
    expect(await refused).toBe('full')
    expect(await db.fresh([db.select().from(meta)]).catch(writeFault)).toBe('away')
    expect(
      await db
        .insert(meta)
        .values({ key: 'content-version', value: '2' })
        .then(() => 'written', writeFault),
    ).toBe('away')
    expect(await readiness(db)).toEqual({ database: 'away' })
    await cleanup()
  })

  it('can be a link, whose log lies beside what it leads to', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'recall-test-'))
    await mkdir(join(folder, 'elsewhere'))
    await migrate(join(folder, 'elsewhere', 'real.db'))
    await symlink(join(folder, 'elsewhere', 'real.db'), join(folder, 'link.db'))
    const db = await openDatabase(join(folder, 'link.db'))
    await db.atomically([db.insert(meta).values({ key: 'content-version', value: '1' })])
    expect(await db.$count(meta, eq(meta.key, 'content-version'))).toBe(1)
    db.close()
    await rm(folder, { recursive: true })
  })
})

/** A database whose disk holds what is written when the test says so. */
async function onSlowDisk() {
  const folder = await mkdtemp(join(tmpdir(), 'recall-test-'))
  const url = join(folder, 'test.db')
  await migrate(url)
  const ends: ((error: Error | null) => void)[] = []
  const db = await openDatabase(url, { sync: (callback) => void ends.push(callback) })
  return {
    db,
    end: (error: Error | null = null) => ends.shift()?.(error),
    cleanup: async () => {
      db.close()
      await rm(folder, { recursive: true })
    },
  }
}

describe.each(DRIVERS)('one round trip on %s', (driver) => {
  let world: TemporaryDatabase
  const person = (id: string) => ({ id, name: id, createdAt: 0 })
  beforeEach(async () => {
    world = await temporaryDatabase(driver)
  })
  afterEach(() => world.cleanup())

  it('reads several things together, each with its own type and in its own place', async () => {
    const { db } = world
    await db.insert(learners).values([person('a'), person('b')])
    await world.settled()
    const [names, zones] = await db.together([
      db.select({ name: learners.name }).from(learners).orderBy(learners.name),
      db.select({ zone: learners.timeZone, hour: learners.dayStartHour }).from(learners).limit(1),
    ])
    expect(names.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(zones).toEqual([{ zone: 'UTC', hour: 4 }])
  })

  it('reads freshly whatever was written before, time and again', async () => {
    const { db } = world
    for (let written = 1; written <= 40; written += 1) {
      await db.insert(learners).values(person(String(written)))
      const [rows] = await db.fresh([db.select({ id: learners.id }).from(learners)])
      expect(rows).toHaveLength(written)
    }
  })

  it('writes all or nothing', async () => {
    const { db } = world
    const twice = db.atomically([
      db.insert(learners).values(person('a')),
      db.insert(learners).values(person('a')),
    ])
    await expect(twice).rejects.toThrow()
    expect(await world.truth.select({ id: learners.id }).from(learners)).toEqual([])
  })

  it('returns what the writes returned', async () => {
    const { db } = world
    const [made] = await db.atomically([
      db.insert(learners).values(person('a')).returning({ id: learners.id, zone: learners.timeZone }),
    ])
    expect(made).toEqual([{ id: 'a', zone: 'UTC' }])
  })
})
