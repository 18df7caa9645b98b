import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DeckSource, ItemKind, Level } from '@/lib/rules/item'
import { itemBody } from './item-body'

/** A deck as its file says it now. `id` is the author's and the address. */
export const decks = sqliteTable('decks', {
  id: text().primaryKey(),
  topic: text().notNull(),
  title: text().notNull(),
  summary: text().notNull(),
  language: text().notNull(),
  direction: text().$type<'ltr' | 'rtl'>().notNull(),
  /** Under which terms it may be used; absent when its file does not say. */
  licence: text(),
  /** What its facts were checked against. */
  sources: text({ mode: 'json' }).$type<DeckSource[]>().notNull().default([]),
  retiredAt: integer(),
})

/** An item as its file says it now. `id` is `<deck>/<author's id>`; its versions are in `item_versions`. */
export const items = sqliteTable(
  'items',
  {
    id: text().primaryKey(),
    deckId: text()
      .notNull()
      .references(() => decks.id),
    /** The author's id, unique in the deck: the anchor on the page. */
    name: text().notNull(),
    kind: text().$type<ItemKind>().notNull(),
    position: integer().notNull(),
    level: text().$type<Level>().notNull(),
    tags: text({ mode: 'json' }).$type<string[]>().notNull(),
    /** Concepts of the deck that the item carries; a prompt's own ones included. */
    concepts: text({ mode: 'json' }).$type<string[]>().notNull(),
    contentHash: text().notNull(),
    revision: integer().notNull(),
    /** Epoch milliseconds; absent while the file has the item. A retired item keeps its history and leaves the rollups. */
    retiredAt: integer(),
    /** When its author last raised the revision of an item that was here before; epoch milliseconds. */
    revisedAt: integer(),
  },
  (table) => [
    index('items_deck').on(table.deckId, table.kind, table.position),
    // The few that left their decks, for whoever leaves them out.
    index('items_retired').on(table.id).where(sql`retired_at is not null`),
    index('items_revised').on(table.revisedAt),
  ],
)

/** Every version of an item that was ever served: an answer is marked against the one that was seen. */
export const itemVersions = sqliteTable(
  'item_versions',
  {
    itemId: text()
      .notNull()
      .references(() => items.id),
    contentHash: text().notNull(),
    revision: integer().notNull(),
    body: itemBody().notNull(),
    seededAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.contentHash] })],
)
