import { eq } from 'drizzle-orm'
import { type Db, openDatabase } from '@/db/client'
import { deckKeepers, learners } from '@/db/schema'
import { SHARED } from './database'

async function writing(write: (db: Db) => Promise<unknown>): Promise<void> {
  const db = await openDatabase(SHARED)
  try {
    await write(db)
  } finally {
    db.close()
  }
}

/** Names this address as a keeper of the deck, as its file would. Other journeys have keepers of their own. */
export const makeKeeper = (email: string, deckId = 'what-is-mlops') =>
  writing((db) => db.insert(deckKeepers).values({ deckId, email }))

/** Verifies it, as the operator would. */
export const verifyAddress = (email: string) =>
  writing((db) => db.update(learners).set({ emailVerifiedAt: 1 }).where(eq(learners.email, email)))
