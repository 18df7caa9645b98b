import { inArray, type SQL, sql } from 'drizzle-orm'
import type { LoadedDeck } from '@/lib/content/deck'
import { searchEntries as entriesOf } from '@/lib/content/search-entry'
import type { FoundKind } from '@/lib/rules/search/view'
import type { Db, Query } from './client'
import { portions } from './portions'
import { searchEntries } from './schema'

type Stored = { ref: string; hash: string }

/** Reads what the index was made from. */
export const storedEntries = (db: Db) =>
  db.select({ ref: searchEntries.ref, hash: searchEntries.hash }).from(searchEntries)

/**
 * Writes that let every loaded deck and item be found as it is now, and nothing else. Compared with what is stored and
 * not with what else changes: so it also mends what a release seeded that knew no search.
 */
export async function searchWrites(
  db: Db,
  stored: readonly Stored[],
  loaded: readonly LoadedDeck[],
): Promise<Query[]> {
  const before = new Map(stored.map(({ ref, hash }) => [ref, hash]))
  const wanted = loaded.flatMap(entriesOf)
  const refs = new Set(wanted.map(({ ref }) => ref))
  const gone = stored.map(({ ref }) => ref).filter((ref) => !refs.has(ref))
  const writes: Query[] = portions(gone).map((some) =>
    db.delete(searchEntries).where(inArray(searchEntries.ref, some)),
  )
  for (const { texts, ...entry } of wanted) {
    if (before.get(entry.ref) === entry.hash) continue
    const row = { ...entry, ...(await texts()) }
    writes.push(
      db
        .insert(searchEntries)
        .values({ id: nextId(entry.kind), ...row })
        .onConflictDoUpdate({ target: searchEntries.ref, set: row }),
    )
  }
  return writes
}

/** Where the numbers of items begin. */
const ITEMS_FROM = sql.raw(String(2 ** 40))

/** Decks have the low numbers: the index goes by number, and of very many matches it ranks the first. */
const nextId = (kind: FoundKind): SQL<number> =>
  kind === 'deck'
    ? sql`(select coalesce(max(id), 0) + 1 from search_entries where id < ${ITEMS_FROM})`
    : sql`(select max(coalesce(max(id), 0), ${ITEMS_FROM}) + 1 from search_entries)`
