import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { decks } from './decks'
import { learners } from './learners'

export const classes = sqliteTable(
  'classes',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** What learners join by; a new one makes the old link dead. */
    code: text().notNull(),
    createdAt: integer().notNull(),
    archivedAt: integer(),
  },
  (table) => [uniqueIndex('classes_code').on(table.code)],
)

/** Roles in a class live here; nobody is an instructor anywhere else. */
export const memberships = sqliteTable(
  'memberships',
  {
    classId: text()
      .notNull()
      .references(() => classes.id, { onDelete: 'cascade' }),
    learnerId: text()
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    role: text().$type<'learner' | 'instructor'>().notNull(),
    joinedAt: integer().notNull(),
    /**
     * When they agreed that the class's instructors see their work on the assigned decks: on joining by the code.
     * Absent for who made the class, whose own work nobody asked for.
     */
    agreedAt: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.classId, table.learnerId] }),
    index('memberships_learner').on(table.learnerId),
  ],
)

export const assignments = sqliteTable(
  'assignments',
  {
    id: text().primaryKey(),
    classId: text()
      .notNull()
      .references(() => classes.id, { onDelete: 'cascade' }),
    deckId: text()
      .notNull()
      .references(() => decks.id),
    dueAt: integer(),
    assignedAt: integer().notNull(),
  },
  (table) => [uniqueIndex('assignments_class_deck').on(table.classId, table.deckId)],
)
