import { sql } from 'drizzle-orm'
import type { Db } from './client'
import { missesTable, refusesToken, writeFault } from './errors'
import journal from './migrations/meta/_journal.json' with { type: 'json' }

/** How many migrations this code knows: its age, as a database tells it. */
export const KNOWN_MIGRATIONS = journal.entries.length

/**
 * What a database is to this code. `refused`: its server does not accept DATABASE_AUTH_TOKEN. `behind`: it waits for `npm run db:migrate`. `ahead`: newer code migrated it and it
 * still serves this code. `too-new`: this code must not touch it any more.
 */
export type Readiness =
  | { database: 'away' | 'refused' }
  | { database: 'reachable'; migrations: 'behind' | 'current' | 'ahead' | 'too-new'; content?: string }

/** Whether a copy may answer for its database. */
export const isReady = (state: Readiness): boolean =>
  state.database === 'reachable' && (state.migrations === 'current' || state.migrations === 'ahead')

/**
 * Asks the database once, in one round trip, and never throws for one that cannot be reached.
 * @param known how many migrations the code knows that asks
 */
export async function readiness(db: Db, known = KNOWN_MIGRATIONS): Promise<Readiness> {
  try {
    const [row] = await db.all<{ applied: number; oldest: string | null; content: string | null }>(sql`
      select (select count(*) from __drizzle_migrations) as applied,
        (select value from meta where key = 'oldest-code') as oldest,
        (select value from meta where key = 'content-version') as content`)
    const applied = Number(row?.applied ?? 0)
    const tooNew = Number(row?.oldest ?? 0) > known
    const migrations = tooNew ? 'too-new' : applied < known ? 'behind' : applied > known ? 'ahead' : 'current'
    return { database: 'reachable', migrations, ...(row?.content && { content: row.content }) }
  } catch (error) {
    if (missesTable(error)) return { database: 'reachable', migrations: 'behind' }
    if (refusesToken(error)) return { database: 'refused' }
    if (writeFault(error) === 'away') return { database: 'away' }
    throw error
  }
}
