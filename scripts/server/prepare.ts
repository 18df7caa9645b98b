import { dirname } from 'node:path'
import { databaseFile, openDatabase } from '@/db/client'
import { migrate } from '@/db/migrate'
import { seed } from '@/db/seed'
import { decksOrThrow } from '@/lib/content/load'
import type { Env } from '@/lib/env'
import { keptSecret } from './secret'

/**
 * Brings the database at `url` up to date: newest tables, and the decks of the files in `contentFolder`. `texts: false`
 * spares laying out every text of decks that a build has checked.
 */
export async function migrateAndSeed(
  url: string,
  contentFolder: string,
  { texts = true }: { texts?: boolean } = {},
): Promise<void> {
  await migrate(url)
  const decks = await decksOrThrow(contentFolder, { texts })
  const db = await openDatabase(url)
  try {
    await seed(db, decks, Date.now())
  } finally {
    db.close()
  }
}

/**
 * Makes everything ready that a served copy needs besides its build. The embedded database is this process's own,
 * so it is migrated and seeded here, and a secret that nobody configured is kept beside it.
 */
export async function prepare(env: Env): Promise<void> {
  await migrateAndSeed(env.DATABASE_URL, env.CONTENT_DIR, { texts: false })
  process.env.AUTH_SECRET = env.AUTH_SECRET ?? (await keptSecret(dirname(databaseFile(env.DATABASE_URL))))
}
