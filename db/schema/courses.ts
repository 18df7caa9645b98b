import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CourseDeck } from '@/lib/rules/course/course'

/** A course as its file says it now. It is read whole and nothing points at it: one that is gone is deleted. */
export const courses = sqliteTable('courses', {
  /** The topic whose decks it puts in order. */
  id: text().primaryKey(),
  title: text().notNull(),
  summary: text().notNull(),
  audience: text().notNull(),
  language: text().notNull(),
  direction: text().$type<'ltr' | 'rtl'>().notNull(),
  decks: text({ mode: 'json' }).$type<CourseDeck[]>().notNull(),
})
