import type { InferSelectModel } from 'drizzle-orm'
import { itemId, type LoadedDeck } from '@/lib/content/deck'
import type { ItemBody } from '@/lib/rules/item'
import type { decks, items, itemVersions } from './schema'

export type DeckRow = InferSelectModel<typeof decks>
export type ItemRow = InferSelectModel<typeof items>
type VersionRow = InferSelectModel<typeof itemVersions>

/** What the database has, as the plan needs it. */
export type Stored = {
  decks: readonly DeckRow[]
  items: readonly ItemRow[]
  versions: readonly Pick<VersionRow, 'itemId' | 'contentHash' | 'revision'>[]
}

/** What has to be written so that the database says what the files say; empty lists when it does already. */
export type SeedPlan = {
  decks: DeckRow[]
  items: ItemRow[]
  versions: VersionRow[]
  /** Ids of what the files no longer have. */
  retiredDecks: string[]
  retiredItems: string[]
  /** Decks whose set of live items changes: their rollups are to be summed afresh. */
  resum: string[]
  /** Items by what happens to them. */
  added: number
  changed: number
  returned: number
}

/**
 * Compares files with rows. Throws a sentence, before anything is written, when an item would become another kind
 * under the same id: its history would then be answers to something else.
 */
export function planSeed(stored: Stored, loaded: readonly LoadedDeck[], now: number): SeedPlan {
  const before = {
    decks: new Map(stored.decks.map((row) => [row.id, row])),
    items: new Map(stored.items.map((row) => [row.id, row])),
    versions: new Map(stored.versions.map((row) => [versionKey(row.itemId, row.contentHash), row])),
  }
  const decks = loaded.map(deckRow)
  const bodies = new Map<string, ItemBody>()
  const items = loaded
    .flatMap((deck) => itemRows(deck, bodies))
    .map((item) => ({ ...item, revisedAt: revisedAt(item, before.items.get(item.id), now) }))
  for (const item of items) refuseOtherKind(item, before.items.get(item.id))

  const topics = new Map(loaded.map(({ id, topic }) => [id, topic]))
  // The same versions, but their pictures stand elsewhere now.
  const moved = (deck: string) => before.decks.has(deck) && before.decks.get(deck)?.topic !== topics.get(deck)

  const changedItems = items.filter((item) => !same(item, before.items.get(item.id)))
  const added = changedItems.filter(({ id }) => !before.items.has(id))
  const returned = changedItems.filter(({ id }) => isRetired(before.items.get(id)))
  const retiredItems = gone(stored.items, items)
  const resum = new Set([...returned, ...retiredItems].map(({ deckId }) => deckId))
  return {
    decks: decks.filter((deck) => !same(deck, before.decks.get(deck.id))),
    items: changedItems,
    versions: items
      .filter(
        (item) =>
          before.versions.get(versionKey(item.id, item.contentHash))?.revision !== item.revision ||
          moved(item.deckId),
      )
      .map(({ id, contentHash, revision }) => {
        const body = bodies.get(id)
        if (!body) throw new Error(`The item ${id} has no body.`)
        return { itemId: id, contentHash, revision, body, seededAt: now }
      }),
    retiredDecks: gone(stored.decks, decks).map(({ id }) => id),
    retiredItems: retiredItems.map(({ id }) => id),
    resum: [...resum],
    added: added.length,
    changed: changedItems.length - added.length - returned.length,
    returned: returned.length,
  }
}

const versionKey = (item: string, hash: string): string => `${item} ${hash}`

const deckRow = (deck: LoadedDeck): DeckRow => ({
  id: deck.id,
  topic: deck.topic,
  title: deck.title,
  summary: deck.summary,
  language: deck.language,
  direction: deck.direction,
  licence: deck.licence ?? null,
  sources: deck.sources,
  retiredAt: null,
})

/** When the meaning last changed: now, if the file's revision is above the one that was here. */
const revisedAt = (item: Omit<ItemRow, 'revisedAt'>, stored: ItemRow | undefined, now: number) =>
  stored && item.revision > stored.revision ? now : (stored?.revisedAt ?? null)

function itemRows(deck: LoadedDeck, bodies: Map<string, ItemBody>): Omit<ItemRow, 'revisedAt'>[] {
  return deck.items.map(({ body, ...item }) => {
    const id = itemId(deck.id, item.name)
    bodies.set(id, body)
    return { ...item, id, deckId: deck.id, retiredAt: null }
  })
}

function refuseOtherKind(item: Pick<ItemRow, 'id' | 'kind'>, stored: ItemRow | undefined): void {
  if (stored && stored.kind !== item.kind)
    throw new Error(
      `The item "${item.id}" was a ${stored.kind} and is a ${item.kind} now. Give the ${item.kind} an id of its own: ` +
        `answers to the ${stored.kind} hang on the old one. Nothing was changed.`,
    )
}

const isRetired = (row: { retiredAt: number | null } | undefined): boolean =>
  row !== undefined && row.retiredAt !== null

const gone = <Row extends { id: string; retiredAt: number | null }>(
  stored: readonly Row[],
  kept: readonly { id: string }[],
): Row[] => {
  const ids = new Set(kept.map(({ id }) => id))
  return stored.filter((row) => !isRetired(row) && !ids.has(row.id))
}

/** Whether the stored row says what the new one says, column by column. */
const same = <Row extends object>(row: Row, stored: Row | undefined): boolean =>
  stored !== undefined &&
  Object.entries(row).every(
    ([column, value]) => JSON.stringify(value) === JSON.stringify(stored[column as keyof Row]),
  )
