import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { databaseAddress } from './address'

type Migrations = ReturnType<typeof readMigrationFiles>

/** The ledger that drizzle's own migrator keeps, so that its tools read a database made here. */
const LEDGER = '__drizzle_migrations'
const CREATE_LEDGER = `create table if not exists ${LEDGER} (id integer primary key autoincrement, hash text not null, created_at numeric)`

/**
 * Brings the database at `url` to the newest migration in `db/migrations`, making a file and its folder when absent.
 * Safe to repeat and to race: whoever comes second finds nothing to do. All pending migrations are applied or none.
 * Returns how many were applied. Throws a sentence for an address nothing here can open, and what the database
 * throws for a migration that it refuses.
 */
export async function migrate(
  url: string,
  { authToken, folder = join(process.cwd(), 'db/migrations') }: { authToken?: string; folder?: string } = {},
): Promise<number> {
  const address = databaseAddress(url)
  const migrations = readMigrationFiles({ migrationsFolder: folder })
  if (address.kind === 'libsql') return applyToServer(address.url, authToken, migrations)
  await makeFile(address.file)
  return applyToFile(address.file, migrations)
}

async function applyToServer(
  url: string,
  authToken: string | undefined,
  migrations: Migrations,
): Promise<number> {
  const { createClient } = await import('@libsql/client/http')
  const client = createClient({ url, ...(authToken && { authToken }) })
  const pending = async () => {
    // As a write, so that a replica asks its primary.
    const [, ledger] = await client.batch(
      [CREATE_LEDGER, `select max(created_at) as last from ${LEDGER}`],
      'write',
    )
    const last = Number(ledger?.rows[0]?.last ?? -1)
    return migrations.filter(({ folderMillis }) => folderMillis > last)
  }
  try {
    const todo = await pending()
    if (todo.length === 0) return 0
    const first = migrations.length - todo.length + 1
    try {
      await client.migrate(
        todo.flatMap((migration, index) => [
          // Ahead of its statements and with a number of its own: of two copies at once the second is refused whole.
          {
            sql: `insert into ${LEDGER} (id, hash, created_at) values (?, ?, ?)`,
            args: [first + index, migration.hash, migration.folderMillis],
          },
          ...migration.sql,
        ]),
      )
    } catch (error) {
      if ((await pending()).length > 0) throw error
      return 0
    }
    return todo.length
  } finally {
    client.close()
  }
}

/**
 * Makes folder and file when they are absent, for their owner alone: they hold names, hashed passwords and the secret.
 * SQLite gives the log beside a file the same rights.
 */
async function makeFile(file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await (await open(file, 'a', 0o600)).close()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason'
    throw new Error(`DATABASE_URL names ${file}, which cannot be opened or made (${code}).`)
  }
}

async function applyToFile(file: string, migrations: Migrations): Promise<number> {
  const { default: Sqlite } = await import('better-sqlite3')
  const client = new Sqlite(file)
  try {
    client.pragma('busy_timeout = 5000')
    client.pragma('journal_mode = WAL')
    // A migration that makes a table anew drops the old one; with foreign keys on, that would delete by cascade.
    // The pragma does nothing inside a transaction, so it stands here, and the check follows before the commit.
    client.pragma('foreign_keys = OFF')
    const apply = client.transaction((): number => {
      client.exec(CREATE_LEDGER)
      const last = client.prepare(`select max(created_at) from ${LEDGER}`).pluck().get()
      const pending = migrations.filter(({ folderMillis }) => folderMillis > Number(last ?? -1))
      const note = client.prepare(`insert into ${LEDGER} (hash, created_at) values (?, ?)`)
      for (const migration of pending) {
        for (const statement of migration.sql) client.exec(statement)
        note.run(migration.hash, migration.folderMillis)
      }
      if (pending.length > 0 && client.prepare('pragma foreign_key_check').get() !== undefined)
        throw new Error('A migration left rows that point at nothing. Nothing was changed.')
      return pending.length
    })
    return apply.immediate()
  } finally {
    client.close()
  }
}
