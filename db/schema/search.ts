import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FoundKind } from '@/lib/rules/search/view'
import { decks } from './decks'

/**
 * What can be found: one row for each live deck and item, as plain text, without any key. Triggers keep `search_index`
 * (db/search-index.ts) as these rows are, whoever writes them.
 */
export const searchEntries = sqliteTable('search_entries', {
  id: integer().primaryKey(),
  /** The deck's id or the item's; a deck's holds no slash, an item's does. */
  ref: text().notNull().unique(),
  deckId: text()
    .notNull()
    .references(() => decks.id),
  kind: text().$type<FoundKind>().notNull(),
  /** A deck's title. */
  title: text().notNull(),
  /** A deck's summary; a card's front, a question's stem, a prompt's task. */
  asked: text().notNull(),
  /** A card's back; a question's options, all of them. */
  told: text().notNull(),
  tags: text().notNull(),
  /** Words to filter by: kind, levels, tags. */
  facets: text().notNull(),
  /** Of all that the row was made from. */
  hash: text().notNull(),
})
