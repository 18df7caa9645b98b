import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { databaseAddress } from '@/db/address'
import { openDatabase } from '@/db/client'
import { migrate } from '@/db/migrate'
import { readiness } from '@/db/readiness'
import { seed } from '@/db/seed'
import { decksOrThrow } from '@/lib/content/load'
import type { Env } from '@/lib/env'
import { keptSecret } from './secret'

type Where = { url: string; authToken?: string | undefined }

/**
 * Brings a database up to date: newest tables, and the decks of the files in `contentFolder`. `texts: false` spares
 * laying out every text of decks that a build has checked.
 */
export async function migrateAndSeed(
  { url, authToken }: Where,
  contentFolder: string,
  { texts = true }: { texts?: boolean } = {},
): Promise<void> {
  await migrate(url, { authToken })
  const decks = await decksOrThrow(contentFolder, { texts })
  const db = await openDatabase(url, { authToken })
  try {
    await seed(db, decks, Date.now())
  } finally {
    db.close()
  }
}

/**
 * Makes everything ready that a served copy needs besides its build. The embedded database is this process's own,
 * so it is migrated and seeded here, and a secret that nobody configured is kept beside it. A database on a server is
 * shared: `npm run db:migrate` brings it up to date once, and a copy starts even while it is away.
 */
export async function prepare(env: Env): Promise<void> {
  const address = databaseAddress(env.DATABASE_URL)
  await refuseNewerDatabase(env)
  if (address.kind === 'libsql') return
  await migrateAndSeed({ url: env.DATABASE_URL }, env.CONTENT_DIR, { texts: false })
  process.env.AUTH_SECRET = env.AUTH_SECRET ?? (await keptSecret(dirname(address.file)))
}

/** Throws when the database says that code of this age must not touch it any more. One that is away says nothing. */
async function refuseNewerDatabase({ DATABASE_URL, DATABASE_AUTH_TOKEN: authToken }: Env): Promise<void> {
  const address = databaseAddress(DATABASE_URL)
  if (address.kind === 'file' && !existsSync(address.file)) return
  const db = await openDatabase(DATABASE_URL, { authToken })
  try {
    const state = await readiness(db)
    if (state.database === 'reachable' && state.migrations === 'too-new')
      throw new Error(
        'A newer release has changed this database so that this one must not use it. Start the newer one.',
      )
  } finally {
    db.close()
  }
}
