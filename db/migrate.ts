import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { databaseFile } from './client'

type Migrations = ReturnType<typeof readMigrationFiles>

/** The ledger that drizzle's own migrator keeps, so that its tools read a database made here. */
const LEDGER = '__drizzle_migrations'

/**
 * Brings the database at `url` to the newest migration in `db/migrations`, making file and folder when absent.
 * Safe to repeat and to race: whoever comes second finds nothing to do. All pending migrations are applied or none.
 * Returns how many were applied. Throws a sentence for an address nothing here can open, and what the database
 * throws for a migration that it refuses.
 */
export async function migrate(url: string, folder = join(process.cwd(), 'db/migrations')): Promise<number> {
  const file = databaseFile(url)
  await makeFile(file)
  return applyToFile(file, readMigrationFiles({ migrationsFolder: folder }))
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
      client.exec(
        `create table if not exists ${LEDGER} (id integer primary key autoincrement, hash text not null, created_at numeric)`,
      )
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
