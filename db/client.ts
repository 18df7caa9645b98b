import type { BatchItem } from 'drizzle-orm/batch'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { env } from '@/lib/env'
import { groupCommit } from './group-commit'
import * as schema from './schema'

type Base = BaseSQLiteDatabase<'sync' | 'async', unknown, typeof schema>
export type Query = BatchItem<'sqlite'>
export type Results<T extends readonly Query[]> = {
  [K in keyof T]: T[K] extends { _: { result: infer R } } ? R : never
}

/**
 * The database as every query sees it. `transaction` is hidden: on one driver it does not wait for its writes, on
 * the other it costs a round trip per statement. `together` and `atomically` mean the same on both.
 */
export type Db = Omit<Base, 'transaction'> & {
  /** Reads that see one state of the database, in one round trip. */
  together: <const T extends readonly [Query, ...Query[]]>(queries: T) => Promise<Results<T>>
  /** Writes that happen all or not at all, in one round trip. Throws what the first refused write throws. */
  atomically: <const T extends readonly [Query, ...Query[]]>(queries: T) => Promise<Results<T>>
  close: () => void
}

/** Where the database is, from its address. Throws a sentence for an address that nothing here can open. */
export function databaseFile(url: string): string {
  if (url.startsWith('file:')) return url.slice('file:'.length).replace(/^\/\/(?=\/)/, '')
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]
  if (scheme)
    throw new Error(
      `DATABASE_URL starts with "${scheme}:", which is no database known here. Set a file path or file: address.`,
    )
  return url
}

/** Opens the database at `url`: a path or a `file:` address. The folder must exist. */
export async function openDatabase(url: string): Promise<Db> {
  const file = databaseFile(url)
  const { default: Sqlite } = await import('better-sqlite3')
  const { drizzle } = await import('drizzle-orm/better-sqlite3')
  const client = new Sqlite(file)
  // An acknowledged attempt survives a power cut: FULL syncs the log on every commit.
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('busy_timeout = 5000')
  const base = drizzle(client, { schema, casing: 'snake_case' })
  const run = client.transaction((queries: readonly Query[]) =>
    // `_prepare` is what drizzle's own batch calls; it is pinned and covered by the contract suite.
    queries.map((query) => (query as unknown as Preparable)._prepare().execute().sync()),
  )
  const commits = groupCommit(client, run)
  return Object.assign(base as unknown as Omit<Base, 'transaction'>, {
    together: async (queries: readonly Query[]) => run.deferred(queries) as never,
    atomically: async (queries: readonly Query[]) => (await commits.write(queries)) as never,
    close: () => {
      commits.flush()
      client.close()
    },
  })
}

type Preparable = { _prepare: () => { execute: () => { sync: () => unknown } } }

const shared = globalThis as unknown as { recallDatabase?: Promise<Db> }

/** The process's one database, opened at DATABASE_URL when first asked for. */
export function database(): Promise<Db> {
  shared.recallDatabase ??= openDatabase(env().DATABASE_URL)
  return shared.recallDatabase
}

/** Closes the process's one database, if it was ever opened: what a server does last. */
export async function closeDatabase(): Promise<void> {
  const opened = shared.recallDatabase
  delete shared.recallDatabase
  await opened?.then((db) => db.close())
}
