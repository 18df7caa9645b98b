import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from './client'
import { migrate } from './migrate'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recall-migrate-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A migrations folder with these statements, one file each, as drizzle-kit lays it out. */
async function migrations(...files: string[]): Promise<string> {
  const place = join(folder, 'migrations')
  await mkdir(join(place, 'meta'), { recursive: true })
  const entries = files.map((_, idx) => ({
    idx,
    version: '6',
    when: 1000 + idx,
    tag: `000${idx}_x`,
    breakpoints: true,
  }))
  await Promise.all(files.map((text, idx) => writeFile(join(place, `000${idx}_x.sql`), text)))
  await writeFile(
    join(place, 'meta/_journal.json'),
    JSON.stringify({ version: '7', dialect: 'sqlite', entries }),
  )
  return place
}

const tables = async (url: string) => {
  const db = await openDatabase(url)
  const rows = await db.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'table' order by name`,
  )
  db.close()
  return rows.map(({ name }) => name)
}

describe('migrate', () => {
  it('makes the folder, the file and every table, and finds nothing to do the second time', async () => {
    const url = `file:${join(folder, 'new/place/recall.db')}`
    expect(await migrate(url)).toBeGreaterThan(0)
    expect(await tables(url)).toEqual(expect.arrayContaining(['attempts', 'decks', 'items', 'rollups']))
    expect(await migrate(url)).toBe(0)
  })

  it('makes what only its owner can read', async () => {
    const place = join(folder, 'new')
    await migrate(join(place, 'recall.db'))
    expect((await stat(place)).mode & 0o777).toBe(0o700)
    expect((await stat(join(place, 'recall.db'))).mode & 0o777).toBe(0o600)
  })

  it('says which setting names a place where no file can be', async () => {
    await writeFile(join(folder, 'a-file'), '')
    await expect(migrate(join(folder, 'a-file/recall.db'))).rejects.toThrow(
      /DATABASE_URL names .*(EEXIST|ENOTDIR)/,
    )
    await expect(migrate(folder)).rejects.toThrow(/DATABASE_URL names .*EISDIR/)
  })

  it('applies only what is new', async () => {
    const url = join(folder, 'a.db')
    expect(await migrate(url, { folder: await migrations('create table a (x integer)') })).toBe(1)
    const both = await migrations('create table a (x integer)', 'create table b (x integer)')
    expect(await migrate(url, { folder: both })).toBe(1)
    expect(await tables(url)).toEqual(expect.arrayContaining(['a', 'b']))
  })

  it('applies all or nothing', async () => {
    const url = join(folder, 'a.db')
    const broken = await migrations('create table a (x integer)', 'create nonsense')
    await expect(migrate(url, { folder: broken })).rejects.toThrow(/syntax error/)
    expect(await tables(url)).not.toContain('a')
  })

  it('keeps the rows that point at a table which is made anew', async () => {
    const url = join(folder, 'a.db')
    const first = `create table p (id integer primary key);--> statement-breakpoint
      create table c (p integer references p(id) on delete cascade);--> statement-breakpoint
      insert into p values (1);--> statement-breakpoint
      insert into c values (1);`
    const anew = `create table q (id integer primary key, n text);--> statement-breakpoint
      insert into q (id) select id from p;--> statement-breakpoint
      drop table p;--> statement-breakpoint
      alter table q rename to p;`
    await migrate(url, { folder: await migrations(first, anew) })
    const db = await openDatabase(url)
    expect(await db.all(sql`select p from c`)).toEqual([{ p: 1 }])
    db.close()
  })

  it('refuses a migration that leaves rows pointing at nothing', async () => {
    const url = join(folder, 'a.db')
    const orphan = `create table p (id integer primary key);--> statement-breakpoint
      create table c (p integer references p(id));--> statement-breakpoint
      insert into c values (1);`
    await expect(migrate(url, { folder: await migrations(orphan) })).rejects.toThrow(/point at nothing/)
    expect(await tables(url)).not.toContain('c')
  })

  it('refuses an address that it does not know', async () => {
    await expect(migrate('postgres://somewhere/x')).rejects.toThrow(/postgres:/)
  })
})
