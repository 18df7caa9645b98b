import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { NoticeData, NoticeKind } from '@/lib/rules/notices'
import type { ReportState } from '@/lib/rules/report'
import { items } from './decks'
import { learners } from './learners'

const learner = () =>
  text()
    .notNull()
    .references(() => learners.id, { onDelete: 'cascade' })

/** A learner's words on what is wrong with one version of an item, and what a keeper of its deck answered. */
export const reports = sqliteTable(
  'reports',
  {
    id: text().primaryKey(),
    learnerId: learner(),
    itemId: text()
      .notNull()
      .references(() => items.id),
    deckId: text().notNull(),
    /** The version that was seen. */
    contentHash: text().notNull(),
    text: text().notNull(),
    /** When the learner wrote these words, epoch milliseconds. */
    madeAt: integer().notNull(),
    state: text().$type<ReportState>().notNull(),
    /** A keeper's words, perhaps none. */
    answer: text(),
    answeredAt: integer(),
  },
  (table) => [
    // One open report per learner and version: another takes its place.
    uniqueIndex('reports_open')
      .on(table.learnerId, table.itemId, table.contentHash)
      .where(sql`state = 'open'`),
    index('reports_learner').on(table.learnerId, table.madeAt),
    index('reports_deck').on(table.deckId, table.state),
  ],
)

/** What a learner is told, once per kind and subject. Its words are made when it is shown. */
export const notices = sqliteTable(
  'notices',
  {
    learnerId: learner(),
    kind: text().$type<NoticeKind>().notNull(),
    /** What it is about, such as the id of a report. */
    subject: text().notNull(),
    data: text({ mode: 'json' }).$type<NoticeData>().notNull(),
    madeAt: integer().notNull(),
    /** When the learner put it away. */
    dismissedAt: integer(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.kind, table.subject] })],
)
