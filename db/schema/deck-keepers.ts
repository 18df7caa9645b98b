import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { decks } from './decks'

/** Who answers reports of mistakes, as the deck's file says it now. Emails in lower case. */
export const deckKeepers = sqliteTable(
  'deck_keepers',
  {
    deckId: text()
      .notNull()
      .references(() => decks.id),
    email: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.deckId, table.email] })],
)
