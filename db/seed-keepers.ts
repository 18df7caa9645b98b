import { and, eq, type InferSelectModel } from 'drizzle-orm'
import type { LoadedDeck } from '@/lib/content/deck'
import type { Db, Query } from './client'
import { deckKeepers } from './schema'

type Keeper = InferSelectModel<typeof deckKeepers>

/** Writes that bring the keepers of every deck to what the files say; a deck without a file has none. */
export function keeperWrites(db: Db, stored: readonly Keeper[], loaded: readonly LoadedDeck[]): Query[] {
  const wanted = loaded.flatMap(({ id, keepers }) => keepers.map((email): Keeper => ({ deckId: id, email })))
  return [
    ...without(stored, wanted).map(({ deckId, email }) =>
      db.delete(deckKeepers).where(and(eq(deckKeepers.deckId, deckId), eq(deckKeepers.email, email))),
    ),
    // Two copies that seed the same content at once both write it.
    ...without(wanted, stored).map((row) => db.insert(deckKeepers).values(row).onConflictDoNothing()),
  ]
}

function without(these: readonly Keeper[], those: readonly Keeper[]): Keeper[] {
  const known = new Set(those.map(({ deckId, email }) => `${deckId} ${email}`))
  return these.filter(({ deckId, email }) => !known.has(`${deckId} ${email}`))
}
