import { asc, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { decks, items, meta } from '@/db/schema'
import { type ItemKind, LEVELS, type Level } from '@/lib/rules/item'
import type { DeckPart } from '@/lib/rules/review/unmet'

/** An item as every learner finds it, by its id. */
export type CatalogueItem = {
  id: string
  deckId: string
  kind: ItemKind
  level: Level
  concepts: readonly string[]
  revision: number
  revised: boolean
}

/** Every live item, and by deck and kind in the order in which learners meet them. */
export type Catalogue = {
  items: ReadonlyMap<string, CatalogueItem>
  parts: ReadonlyMap<string, readonly DeckPart[]>
}

/**
 * Says which content the database holds, for a few look-ups at the ends of indexes: it changes with every seeding
 * that changes something, and with every item that is added otherwise.
 */
export const catalogueVersion: SQL<string> = sql<string>`
  coalesce((select ${meta.value} from ${meta} where ${meta.key} = 'content-version'), '') || ' ' ||
  coalesce((select max(rowid) from ${items}), 0) || ' ' ||
  coalesce((select max(${items.revisedAt}) from ${items}), 0)`

const known = new WeakMap<Db, { version: string; catalogue: Promise<Catalogue> }>()

/**
 * What is the same for every learner, read once for each version of the content and kept: a queue then looks up only
 * what is the learner's own.
 * @param version what `catalogueVersion` says now
 */
export function catalogueAt(db: Db, version: string): Promise<Catalogue> {
  const kept = known.get(db)
  if (kept?.version === version) return kept.catalogue
  const catalogue = readCatalogue(db)
  known.set(db, { version, catalogue })
  // One that could not be read is not kept.
  catalogue.catch(() => known.delete(db))
  return catalogue
}

async function readCatalogue(db: Db): Promise<Catalogue> {
  const [rows, live] = await db.fresh([
    db
      .select({
        id: items.id,
        deckId: items.deckId,
        kind: items.kind,
        level: items.level,
        concepts: items.concepts,
        revision: items.revision,
        revised: sql<boolean>`${items.revisedAt} is not null`.mapWith(Boolean),
      })
      .from(items)
      .where(isNull(items.retiredAt))
      .orderBy(asc(items.deckId), asc(items.kind), asc(items.position)),
    db.select({ id: decks.id }).from(decks).where(isNull(decks.retiredAt)),
  ])
  const there = new Set(live.map(({ id }) => id))
  const served = rows.filter(({ deckId }) => there.has(deckId))
  const parts = new Map<string, DeckPart[]>()
  const byPart = new Map<string, CatalogueItem[]>()
  for (const item of served) {
    const key = `${item.deckId} ${item.kind}`
    const part = byPart.get(key)
    if (part) part.push(item)
    else byPart.set(key, [item])
  }
  for (const list of byPart.values()) {
    const [first] = list
    if (!first) continue
    const { deckId, kind } = first
    // The sort is stable: within a level the file's order stays.
    list.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
    parts.set(deckId, [...(parts.get(deckId) ?? []), { deckId, kind, items: list }])
  }
  return { items: new Map(served.map((item) => [item.id, item])), parts }
}
