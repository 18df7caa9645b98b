import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What the database says of itself, to code of any age. */
export const meta = sqliteTable('meta', {
  key: text().$type<'oldest-code' | 'content-version'>().primaryKey(),
  value: text().notNull(),
})
