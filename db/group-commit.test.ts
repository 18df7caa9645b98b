import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { groupCommit } from './group-commit'

describe('lists that are written in the same moment', () => {
  let client: Sqlite.Database
  let statements: string[]
  let write: (values: number[]) => Promise<unknown[]>
  let flush: () => void
  const rows = () => client.prepare('select n from t order by n').pluck().all()

  beforeEach(() => {
    statements = []
    client = new Sqlite(':memory:', { verbose: (sql) => statements.push(String(sql)) })
    client.exec('create table t (n integer primary key)')
    const insert = client.prepare('insert into t values (?)')
    const run = client.transaction((values: number[]) =>
      values.map((value) => {
        if (value < 0) client.exec('rollback')
        return insert.run(value).lastInsertRowid
      }),
    )
    ;({ write, flush } = groupCommit(client, run))
  })
  afterEach(() => void client.close())

  it('share one commit, and each gets its own rows back', async () => {
    const written = await Promise.all([write([1, 2]), write([3]), write([4])])
    expect(written).toEqual([[1, 2], [3], [4]])
    expect(statements.filter((sql) => /^commit/i.test(sql))).toHaveLength(1)
  })

  it('are all or nothing each: one that is refused spoils no other', async () => {
    const [first, twice, last] = await Promise.allSettled([write([1]), write([2, 1]), write([3])])
    expect([first.status, twice.status, last.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(rows()).toEqual([1, 3])
  })

  it('are all refused when one of them ends the transaction, as a full disk does', async () => {
    const outcomes = await Promise.allSettled([write([1]), write([-1]), write([2])])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(rows()).not.toContain(1)
    expect(await write([5])).toEqual([5])
  })

  it('are written before the database is closed', async () => {
    const written = write([1])
    flush()
    expect(rows()).toEqual([1])
    await expect(written).resolves.toEqual([1])
  })
})
