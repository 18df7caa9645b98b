import type { Database } from 'better-sqlite3'
import type { BatchItem } from 'drizzle-orm/batch'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { env } from '@/lib/env'
import { databaseAddress } from './address'
import * as schema from './schema'
import { within } from './time-limit'
import { logFile, type Sync, writeAheadLog } from './write-ahead-log'

type Base = BaseSQLiteDatabase<'sync' | 'async', unknown, typeof schema>
export type Query = BatchItem<'sqlite'>
export type Results<T extends readonly Query[]> = {
  [K in keyof T]: T[K] extends { _: { result: infer R } } ? R : never
}
type List = <const T extends readonly [Query, ...Query[]]>(queries: T) => Promise<Results<T>>

/**
 * The database as every query sees it. `transaction` is hidden: on one driver it does not wait for its writes, on
 * the other it costs a round trip per statement. The three lists mean the same on both, each in one round trip.
 */
export type Db = Omit<Base, 'transaction'> & {
  /** Reads that see one state of the database; behind a replica it may be a few milliseconds old. */
  together: List
  /** The same, but sees every write acknowledged before it: for what a learner reads of their own rows. */
  fresh: List
  /** Writes that happen all or not at all. Throws what the first refused write throws. */
  atomically: List
  close: () => void
}

/** What is not in the address. `fetch`, `timeLimit` (milliseconds) and `sync` are for tests, which count and break. */
export type OpenOptions = {
  authToken?: string | undefined
  fetch?: typeof fetch
  timeLimit?: number
  /** In the place of the disk that a file's log is on. */
  sync?: Sync
}

/** Opens the database at `url`, see `databaseAddress`. A file's folder must exist. Each driver is loaded when used. */
export async function openDatabase(url: string, options: OpenOptions = {}): Promise<Db> {
  const address = databaseAddress(url)
  return address.kind === 'file' ? openFile(address.file, options) : openServer(address.url, options)
}

async function openFile(file: string, { sync }: OpenOptions): Promise<Db> {
  const { default: Sqlite } = await import('better-sqlite3')
  const { drizzle } = await import('drizzle-orm/better-sqlite3')
  const client = new Sqlite(file)
  // An acknowledged attempt survives a power cut: FULL syncs the log on every commit.
  const logged = client.pragma('journal_mode = WAL', { simple: true }) === 'wal'
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('busy_timeout = 5000')
  const base = drizzle(client, { schema, casing: 'snake_case' })
  const run = client.transaction((queries: readonly Query[]) =>
    queries.map((query) => preparable(query).execute().sync()),
  )
  const disk = logFile(file)
  // What the disk may not hold must not be told to anybody: a closed database is one that cannot be reached.
  const log = writeAheadLog(sync ?? disk.sync, () => client.close())
  const read = async (queries: readonly Query[]) => run.deferred(queries) as never
  const written = async (queries: readonly Query[]) => {
    if (!logged) return run.immediate(queries) as never
    const rows = unsynced(client, () => run.immediate(queries))
    await log.synced(true)
    return rows as never
  }
  return Object.assign(base as unknown as Base, {
    together: read,
    // An answer that is there already is acknowledged by reading it: it has to be on the disk as well.
    fresh: async (queries: readonly Query[]) => {
      const rows = await read(queries)
      await log.synced(false)
      return rows
    },
    atomically: written,
    close: () => {
      client.close()
      log.whenIdle(disk.close)
    },
  })
}

/** Commits without waiting for the disk, which whoever calls must do before they acknowledge anything. */
function unsynced<T>(client: Database, commit: () => T): T {
  client.exec('pragma synchronous = normal')
  try {
    return commit()
  } finally {
    client.exec('pragma synchronous = full')
  }
}

/** Requests under way to one server. At the client's own default of 20, bursts of writes wedged the server. */
const CONCURRENCY = 5
/**
 * A replica answers a list of selects itself, even one that is sent as a write: in one of eight reads right after a
 * write, without that write. A list that holds a write is the primary's to answer; this one changes nothing.
 */
const TO_THE_PRIMARY = 'delete from throttles where 0'
/** Milliseconds for one round trip, and for the wait before it: a server that hangs ends in the same refusal as one that is away. */
const TIME_LIMIT = 8000

async function openServer(
  url: string,
  { authToken, fetch: send = fetch, timeLimit = TIME_LIMIT }: OpenOptions,
): Promise<Db> {
  const { createClient } = await import('@libsql/client/http')
  const { drizzle } = await import('drizzle-orm/libsql/http')
  const client = createClient({
    url,
    ...(authToken && { authToken }),
    concurrency: CONCURRENCY,
    fetch: (request: Request) => send(request, { signal: AbortSignal.timeout(timeLimit) }),
  })
  client.execute = within(timeLimit, client.execute.bind(client)) as typeof client.execute
  client.batch = within(timeLimit, client.batch.bind(client))
  const base = drizzle({ client, schema, casing: 'snake_case' })
  const batch =
    (mode: 'read' | 'write', before: string[] = []) =>
    async (queries: readonly Query[]) => {
      const statements = queries.map(preparable)
      const results = await client.batch(
        [
          ...before,
          ...statements.map((statement) => {
            const { sql, params } = statement.getQuery()
            return { sql, args: params as never }
          }),
        ],
        mode,
      )
      return results
        .slice(before.length)
        .map((result, index) => statements[index]?.mapResult(result, true)) as never
    }
  return Object.assign(base as unknown as Base, {
    together: batch('read'),
    fresh: batch('write', [TO_THE_PRIMARY]),
    atomically: batch('write'),
    close: () => client.close(),
  })
}

/** What drizzle's own batch calls on a query. It is internal to it: pinned, and covered by the contract suite. */
export type Prepared = {
  execute: () => { sync: () => unknown }
  getQuery: () => { sql: string; params: unknown[] }
  mapResult: (result: unknown, isFromBatch: boolean) => unknown
}
const preparable = (query: Query) => (query as unknown as { _prepare: () => Prepared })._prepare()

const shared = globalThis as unknown as { recallDatabase?: Promise<Db> }

/** The process's one database, opened at DATABASE_URL when first asked for. */
export function database(): Promise<Db> {
  const { DATABASE_URL, DATABASE_AUTH_TOKEN: authToken } = env()
  shared.recallDatabase ??= openDatabase(DATABASE_URL, { authToken })
  return shared.recallDatabase
}

/** Closes the process's one database, if it was ever opened: what a server does last. */
export async function closeDatabase(): Promise<void> {
  const opened = shared.recallDatabase
  delete shared.recallDatabase
  await opened?.then((db) => db.close())
}
