import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { decks } from './decks'

/** A deck's file as it is served. `digest` tells whether it changed without reading all of it. */
export const deckFiles = sqliteTable('deck_files', {
  deckId: text()
    .primaryKey()
    .references(() => decks.id),
  digest: text().notNull(),
  source: text().notNull(),
})
