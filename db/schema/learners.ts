import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const learners = sqliteTable(
  'learners',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** Lower case. Absent for somebody who has none; unique when present. */
    email: text(),
    emailVerifiedAt: integer(),
    /** IANA name. */
    timeZone: text().notNull().default('UTC'),
    /** Hour at which the learner's next day starts. */
    dayStartHour: integer().notNull().default(4),
    /** What the fuzz of this learner's intervals is seeded by, so that a replay gives the same dates. */
    fuzzSeed: integer().notNull().default(0),
    /** Habits of the daily review: new items and reviews a day. */
    newADay: integer().notNull().default(20),
    reviewsADay: integer().notNull().default(200),
    /** 1 for Forgot and Good alone. */
    twoButtons: integer().notNull().default(0),
    /** 0 when single keys must do nothing. */
    shortcuts: integer().notNull().default(1),
    /** After a break: so many reviews a day and nothing new, until nothing waits. */
    catchUpADay: integer(),
    /** In every session cookie; raising it ends all older sessions. */
    sessionVersion: integer().notNull().default(1),
    createdAt: integer().notNull(),
    /** Set by the operator: the account can neither sign in nor use an open session. */
    disabledAt: integer(),
  },
  (table) => [uniqueIndex('learners_email').on(table.email)],
)

/** One way of proving to be a learner. A learner may have several. */
export const identities = sqliteTable(
  'identities',
  {
    id: text().primaryKey(),
    learnerId: text()
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    provider: text().$type<'password' | 'github' | 'google' | 'oidc'>().notNull(),
    /** The issuer's id of the person; for a password the learner's id. */
    subject: text().notNull(),
    /** A password's argon2id hash, with its parameters. */
    secret: text(),
    createdAt: integer().notNull(),
  },
  (table) => [
    uniqueIndex('identities_subject').on(table.provider, table.subject),
    index('identities_learner').on(table.learnerId),
  ],
)

/** Reset links that were sent. Only the hash of the token is kept. */
export const resetTokens = sqliteTable(
  'reset_tokens',
  {
    tokenHash: text().primaryKey(),
    learnerId: text()
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    expiresAt: integer().notNull(),
  },
  (table) => [index('reset_tokens_learner').on(table.learnerId)],
)

/** Links that were sent to verify an address. Each counts for the address it went to. Only the hash of the token is kept. */
export const verifyTokens = sqliteTable(
  'verify_tokens',
  {
    tokenHash: text().primaryKey(),
    learnerId: text()
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    expiresAt: integer().notNull(),
  },
  (table) => [index('verify_tokens_learner').on(table.learnerId)],
)

/** Counted failures and requests. `key` is a keyed hash of what is limited, so that no address or email is kept. */
export const throttles = sqliteTable(
  'throttles',
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    resetsAt: integer().notNull(),
  },
  (table) => [index('throttles_resets').on(table.resetsAt)],
)
