import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Judgement, Shelving } from '@/lib/rules/facts'
import { decks, items } from './decks'
import { learners } from './learners'

const learner = () =>
  text()
    .notNull()
    .references(() => learners.id, { onDelete: 'cascade' })
const item = () =>
  text()
    .notNull()
    .references(() => items.id)

/** Facts about an attempt that came after it, insert-only: a grade withdrawn, an answer claimed to be right. */
export const judgements = sqliteTable(
  'judgements',
  {
    id: text().primaryKey(),
    learnerId: learner(),
    itemId: item(),
    attemptId: text().notNull(),
    judgement: text().$type<Judgement>().notNull(),
    madeAt: integer().notNull(),
    receivedAt: integer().notNull(),
  },
  (table) => [index('judgements_learner_item').on(table.learnerId, table.itemId)],
)

/** Facts about when an item may be asked for, insert-only. */
export const shelvings = sqliteTable(
  'shelvings',
  {
    id: text().primaryKey(),
    learnerId: learner(),
    itemId: item(),
    shelving: text().$type<Shelving>().notNull(),
    madeAt: integer().notNull(),
    receivedAt: integer().notNull(),
    /** Of a burial: epoch milliseconds at which it ends, the start of the learner's next day. */
    until: integer(),
  },
  (table) => [index('shelvings_learner_item').on(table.learnerId, table.itemId)],
)

/** Facts: all that scheduling depends on, from `holdsFrom` on. Before the first row the learner's own columns hold. */
export const dials = sqliteTable(
  'dials',
  {
    id: text().primaryKey(),
    learnerId: learner(),
    setAt: integer().notNull(),
    /** Start of the learner's next day when it was set, epoch milliseconds. */
    holdsFrom: integer().notNull(),
    timeZone: text().notNull(),
    dayStartHour: integer().notNull(),
    retention: real().notNull(),
    maximumIntervalDays: integer().notNull(),
    weights: text({ mode: 'json' }).$type<readonly number[]>(),
  },
  (table) => [index('dials_learner').on(table.learnerId, table.holdsFrom)],
)

/** How much a learner wants of one deck: what is absent follows the learner's own habits. */
export const deckPlans = sqliteTable(
  'deck_plans',
  {
    learnerId: learner(),
    deckId: text()
      .notNull()
      .references(() => decks.id),
    newADay: integer(),
    /** YYYY-MM-DD. */
    examDay: text(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.deckId] })],
)

/** A learner's own words on an item, for themselves alone. */
export const notes = sqliteTable(
  'notes',
  {
    learnerId: learner(),
    itemId: item(),
    text: text().notNull(),
    editedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.itemId] })],
)
