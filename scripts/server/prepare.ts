import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { databaseAddress } from '@/db/address'
import { openDatabase } from '@/db/client'
import { migrate } from '@/db/migrate'
import { rebuildPending } from '@/db/queries/rebuild'
import { type Readiness, readiness } from '@/db/readiness'
import { seed } from '@/db/seed'
import { contentOrThrow } from '@/lib/content/load'
import type { Env } from '@/lib/env'
import { TOKEN_REFUSED } from '../command'
import { keptSecret } from './secret'

type Where = { url: string; authToken?: string | undefined }

/**
 * Brings a database up to date: newest tables, the decks of the files in `contentFolder`, and memories that an older
 * release folded. `texts: false` spares laying out every text of decks that a build has checked. A shared database
 * that a newer release has migrated keeps that release's decks: what is served from it by now may show them. Throws
 * when this code must not use it any more.
 */
export async function migrateAndSeed(
  { url, authToken }: Where,
  contentFolder: string,
  { texts = true }: { texts?: boolean } = {},
): Promise<void> {
  const state = await stateOf({ url, authToken })
  if (
    databaseAddress(url).kind === 'libsql' &&
    state?.database === 'reachable' &&
    state.migrations === 'ahead'
  ) {
    console.log('A newer release has migrated this database: its tables and decks stay as they are.')
    return
  }
  await migrate(url, { authToken })
  const { decks, courses } = await contentOrThrow(contentFolder, { texts })
  const db = await openDatabase(url, { authToken })
  try {
    await seed(db, decks, Date.now(), courses)
    await rebuildPending(db)
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
  const where = { url: env.DATABASE_URL, authToken: env.DATABASE_AUTH_TOKEN }
  if (address.kind === 'libsql') {
    await stateOf(where)
    return
  }
  await migrateAndSeed(where, env.CONTENT_DIR, { texts: false })
  process.env.AUTH_SECRET = env.AUTH_SECRET ?? (await keptSecret(dirname(address.file)))
}

/**
 * What the database says to code of this age. Throws when that must not touch it any more. One that is away, or takes
 * the token no more, may be there again later: it says so, and keeps no copy from starting.
 */
async function stateOf({ url, authToken }: Where): Promise<Readiness | undefined> {
  const address = databaseAddress(url)
  if (address.kind === 'file' && !existsSync(address.file)) return
  const db = await openDatabase(url, { authToken })
  try {
    const state = await readiness(db)
    if (state.database === 'refused') console.error(TOKEN_REFUSED)
    if (state.database === 'reachable' && state.migrations === 'too-new')
      throw new Error(
        'A newer release has changed this database so that this one must not use it. Start the newer one.',
      )
    return state
  } finally {
    db.close()
  }
}
