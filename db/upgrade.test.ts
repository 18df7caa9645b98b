import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { sqldRunsHere } from '@/e2e/sqld/install'
import { startSqld } from '@/e2e/sqld/server'
import { openDatabase } from './client'
import { addDeck, addLearner, submit } from './fixtures'
import { migrate } from './migrate'
import { recordAttempt } from './queries/attempts'
import { KNOWN_MIGRATIONS, readiness } from './readiness'
import { tableName, tablesInOrder } from './tables'

/** How many migrations the newest release had. Raise it with each release. */
const RELEASED = 1

/** The migrations as the newest release knew them. */
async function releasedMigrations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recall-released-'))
  await cp('db/migrations', folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: unknown[] }
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, RELEASED) }))
  return folder
}

const places = [
  [
    'a file',
    async () => ({ url: join(await mkdtemp(join(tmpdir(), 'recall-old-')), 'old.db'), end: async () => {} }),
  ],
  ...(sqldRunsHere
    ? ([
        [
          'a libSQL server',
          async () => {
            const server = await startSqld()
            return { url: server.url, end: server.cleanup }
          },
        ],
      ] as const)
    : []),
] as const

describe.each(places)('a database as the newest release left it, in %s', (_, place) => {
  it('keeps every row through the migration, says what it has become, and goes on', async () => {
    const { url, end } = await place()
    const folder = await releasedMigrations()
    expect(await migrate(url, { folder })).toBe(RELEASED)
    const db = await openDatabase(url)
    await addDeck(db)
    const learner = await addLearner(db, 'Ada')
    for (const item of ['deck/card-1', 'deck/card-1'])
      await recordAttempt(db, learner, submit(item, { kind: 'card', grade: 'good' }), 1_700_000_000_000)
    const rows = async () => {
      const found: Record<string, unknown> = {}
      for (const name of tablesInOrder().map(tableName))
        if (await exists(name))
          found[name] = await db.all(sql`select * from ${sql.identifier(name)} order by rowid`)
      return found
    }
    const exists = async (name: string) =>
      (await db.all(sql`select 1 from sqlite_master where type = 'table' and name = ${name}`)).length > 0
    const before = await rows()
    expect(Object.values(before).flat().length).toBeGreaterThan(8)

    expect(await migrate(url)).toBe(KNOWN_MIGRATIONS - RELEASED)
    expect(await rows()).toMatchObject(before)
    expect(await readiness(db)).toMatchObject({ migrations: 'current' })
    // The release that is still running beside the new one may go on.
    expect(await readiness(db, RELEASED)).toMatchObject({ migrations: 'ahead' })
    const more = submit('deck/card-1', { kind: 'card', grade: 'easy' })
    expect(await recordAttempt(db, learner, more, Date.now())).toMatchObject({ recorded: true })
    db.close()
    await end()
    await rm(folder, { recursive: true })
  })
})
