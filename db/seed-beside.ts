import { eq } from 'drizzle-orm'
import type { LoadedDeck } from '@/lib/content/deck'
import { digest } from '@/lib/content/hash'
import type { Db, Query } from './client'
import { deckFiles, deckKeepers } from './schema'

/**
 * What brings each deck's keepers to what its file says; nothing where it says that already. A deck that is retired
 * keeps the last ones it had: reports of it are still to be answered.
 */
export function keeperWrites(
  db: Db,
  stored: readonly { deckId: string; email: string }[],
  loaded: readonly LoadedDeck[],
): Query[] {
  return loaded.flatMap(({ id: deckId, keepers }) => {
    const before = stored.filter((row) => row.deckId === deckId).map(({ email }) => email)
    if (before.length === keepers.length && before.every((email) => keepers.includes(email))) return []
    return [
      db.delete(deckKeepers).where(eq(deckKeepers.deckId, deckId)),
      ...keepers.map((email) => db.insert(deckKeepers).values({ deckId, email }).onConflictDoNothing()),
    ]
  })
}

/** The same for the files themselves. */
export function fileWrites(
  db: Db,
  stored: readonly { deckId: string; digest: string }[],
  loaded: readonly LoadedDeck[],
): Query[] {
  const before = new Map(stored.map((row) => [row.deckId, row.digest]))
  return loaded.flatMap(({ id: deckId, source }) => {
    const file = { digest: digest(source), source }
    if (before.get(deckId) === file.digest) return []
    return [
      db
        .insert(deckFiles)
        .values({ deckId, ...file })
        .onConflictDoUpdate({ target: deckFiles.deckId, set: file }),
    ]
  })
}
