import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Answer, Certainty, Context, Verdict } from '@/lib/rules/answer'
import type { ItemKind } from '@/lib/rules/item'
import type { DayCounts, DaysCounts } from '@/lib/rules/memory/day-counts'
import type { MemoryState } from '@/lib/rules/memory/memory'
import { items } from './decks'
import { learners } from './learners'

/** Facts: what was asked and answered, insert-only. Unknown is absent. Times are epoch milliseconds. */
export const attempts = sqliteTable(
  'attempts',
  {
    /** A UUID made by whoever answered: the same id twice is one attempt. */
    id: text().primaryKey(),
    learnerId: text()
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    itemId: text()
      .notNull()
      .references(() => items.id),
    deckId: text().notNull(),
    kind: text().$type<ItemKind>().notNull(),
    /** The version that was seen. */
    contentHash: text().notNull(),
    revision: integer().notNull(),
    context: text().$type<Context>().notNull(),
    assignmentId: text(),
    answer: text({ mode: 'json' }).$type<Answer>().notNull(),
    certainty: text().$type<Certainty>(),
    /** Option ids in the order shown. */
    optionOrder: text({ mode: 'json' }).$type<string[]>(),
    /** Hints opened before answering: `hint`, `model` (the model answer), or ids of concepts. */
    hints: text({ mode: 'json' }).$type<string[]>(),
    /** As the browser says; see `countedAt` in lib/rules for when it counts. */
    answeredAt: integer().notNull(),
    receivedAt: integer().notNull(),
    /** From seeing the item to answering it. */
    durationMs: integer(),
    /** The learner's own day at that moment, YYYY-MM-DD. */
    localDay: text().notNull(),
    /** The session of study, a UUID made by the browser. */
    studySession: text(),
    mark: real().notNull(),
    verdict: text({ mode: 'json' }).$type<Verdict>().notNull(),
  },
  (table) => [index('attempts_learner_item').on(table.learnerId, table.itemId)],
)

/** What the facts on one item fold to, per learner. Its `version` guards every write. */
export const snapshots = sqliteTable(
  'snapshots',
  {
    learnerId: text()
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    itemId: text()
      .notNull()
      .references(() => items.id),
    deckId: text().notNull(),
    kind: text().$type<ItemKind>().notNull(),
    version: integer().notNull(),
    /** Version of the fold that wrote the row. */
    fold: integer().notNull(),
    attempts: integer().notNull(),
    firstAt: integer().notNull(),
    firstMark: real().notNull(),
    firstAnswer: text({ mode: 'json' }).$type<Answer>().notNull(),
    firstHash: text().notNull(),
    firstCovered: text({ mode: 'json' }).$type<readonly string[]>(),
    lastAt: integer().notNull(),
    lastMark: real().notNull(),
    lastAnswer: text({ mode: 'json' }).$type<Answer>().notNull(),
    bestMark: real().notNull(),
    /** Contributions to the rollup, 0 or 1 each; concepts as a count. */
    known: integer().notNull(),
    rightFirst: integer().notNull(),
    rightEver: integer().notNull(),
    conceptsBest: integer().notNull(),
    /** The highest revision of the item that was answered. */
    revision: integer(),
    /** The memory: see lib/rules/memory. Absent while no answer counted. */
    state: text().$type<MemoryState>(),
    /** Days. */
    stability: real(),
    difficulty: real(),
    dueAt: integer(),
    reviewedAt: integer(),
    /** The learner's day of the last review that counted, YYYY-MM-DD. */
    reviewedDay: text(),
    intervalDays: integer(),
    step: integer(),
    reviews: integer().notNull().default(0),
    lapses: integer().notNull().default(0),
    /** 1 when the last answer that counted was recalled; absent while none counted. */
    recalled: integer(),
    /** 1 when the last answer that counted was given among other items, in a review. */
    mixed: integer().notNull().default(0),
    /** When the queue may ask for it: absent when suspended, or when there is no memory. */
    askAt: integer(),
    suspended: integer().notNull().default(0),
    /** 1 when it was set aside because it keeps being forgotten, until the learner takes it up again. */
    leech: integer().notNull().default(0),
    bookmarked: integer().notNull().default(0),
    /** What the item gave to the rollups of days, by day. Last, and read by writers alone: it grows. */
    days: text({ mode: 'json' }).$type<DaysCounts>(),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.itemId] }),
    index('snapshots_learner_deck').on(table.learnerId, table.deckId),
    // All that pictures of progress read of a memory: rows are wide, and a page looks at every one.
    index('snapshots_learner_memory').on(
      table.learnerId,
      table.deckId,
      table.attempts,
      table.state,
      table.stability,
      table.difficulty,
      table.intervalDays,
      table.reviewedAt,
      table.askAt,
      table.recalled,
      table.mixed,
      table.suspended,
      table.leech,
      table.lastMark,
      table.lastAt,
      table.itemId,
    ),
    index('snapshots_learner_ask').on(table.learnerId, table.askAt),
    index('snapshots_fold').on(table.fold),
  ],
)

/** Sums of live items' snapshots, per learner, deck and kind. */
export const rollups = sqliteTable(
  'rollups',
  {
    learnerId: text()
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    deckId: text().notNull(),
    kind: text().$type<ItemKind>().notNull(),
    items: integer().notNull(),
    attempts: integer().notNull(),
    known: integer().notNull(),
    rightFirst: integer().notNull(),
    rightEver: integer().notNull(),
    conceptsBest: integer().notNull(),
    lastAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.deckId, table.kind] })],
)

/** Sums over a learner's items of what happened on one of their days: see lib/rules/memory/day-counts. */
export const studyDays = sqliteTable(
  'study_days',
  {
    learnerId: text()
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    localDay: text().notNull(),
    deckId: text().notNull(),
    kind: text().$type<ItemKind>().notNull(),
    counts: text({ mode: 'json' }).$type<DayCounts>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.localDay, table.deckId, table.kind] })],
)
