import { asc, desc, eq, isNull, max, or, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import * as schema from '@/db/schema'
import { classes, deckKeepers, items, learners, memberships, reports, rollups } from '@/db/schema'

/** What whoever runs a copy sees and does from its command line, with the database in their hands anyway. */

/** The newest accounts, at most `most`, whose name or email contains `search`; with when they last answered. */
export async function listAccounts(db: Db, search: string, most: number) {
  const pattern = `%${search.replace(/[%_\\]/g, '\\$&')}%`
  const contains = (column: typeof learners.name | typeof learners.email) =>
    sql`${column} like ${pattern} escape '\\'`
  return db
    .select({
      id: learners.id,
      name: learners.name,
      email: learners.email,
      emailVerifiedAt: learners.emailVerifiedAt,
      createdAt: learners.createdAt,
      disabledAt: learners.disabledAt,
      lastAt: max(rollups.lastAt),
      attempts: sql<number>`coalesce(sum(${rollups.attempts}), 0)`,
    })
    .from(learners)
    .leftJoin(rollups, eq(rollups.learnerId, learners.id))
    .where(search ? or(contains(learners.name), contains(learners.email)) : undefined)
    .groupBy(learners.id)
    .orderBy(desc(learners.createdAt), learners.id)
    .limit(most)
}

/** How many accounts there are. */
export const countAccounts = (db: Db) => db.$count(learners)

/**
 * Closes the account with this email or id, ending its sessions, or opens it again. False when there is none: an
 * account that came by another service may have an id alone.
 */
export async function setDisabled(db: Db, who: string, at: number | undefined): Promise<boolean> {
  const rows = await db
    .update(learners)
    .set({
      disabledAt: at ?? null,
      // Opened again, it starts with fresh sessions.
      sessionVersion: sql`${learners.sessionVersion} + 1`,
    })
    .where(or(eq(learners.email, who), eq(learners.id, who)))
    .returning({ id: learners.id })
  return rows.length === 1
}

/** Notes that the email is its owner's. False when no account has it. */
export async function verifyEmail(db: Db, email: string, now: number): Promise<boolean> {
  const rows = await db
    .update(learners)
    .set({ emailVerifiedAt: sql`coalesce(${learners.emailVerifiedAt}, ${now})` })
    .where(eq(learners.email, email))
    .returning({ id: learners.id })
  return rows.length === 1
}

/** The newest classes, at most `most`, with how many learn and teach in each. */
export async function listClasses(db: Db, most: number) {
  return db
    .select({
      id: classes.id,
      name: classes.name,
      code: classes.code,
      createdAt: classes.createdAt,
      archivedAt: classes.archivedAt,
      learners: sql<number>`coalesce(sum(${memberships.role} = 'learner'), 0)`,
      instructors: sql<number>`coalesce(sum(${memberships.role} = 'instructor'), 0)`,
    })
    .from(classes)
    .leftJoin(memberships, eq(memberships.classId, classes.id))
    .groupBy(classes.id)
    .orderBy(desc(classes.createdAt), classes.id)
    .limit(most)
}

/**
 * Reports of mistakes, of one deck when it is named, at most `most`: open ones first, the oldest first. `keepers`: how many
 * verified accounts may answer.
 */
export async function listReports(db: Db, deckId: string | undefined, most: number) {
  const keepers = sql<number>`(
    select count(*) from ${deckKeepers}
    inner join ${learners} on ${learners.email} = ${deckKeepers.email}
    where ${deckKeepers.deckId} = ${reports.deckId}
      and ${learners.emailVerifiedAt} is not null and ${isNull(learners.disabledAt)})`
  return db
    .select({
      id: reports.id,
      itemId: reports.itemId,
      state: reports.state,
      text: reports.text,
      contentHash: reports.contentHash,
      hashNow: items.contentHash,
      madeAt: reports.madeAt,
      answeredAt: reports.answeredAt,
      keepers,
    })
    .from(reports)
    .innerJoin(items, eq(items.id, reports.itemId))
    .where(deckId ? eq(reports.deckId, deckId) : undefined)
    .orderBy(sql`${reports.state} = 'open' desc`, asc(reports.madeAt), asc(reports.id))
    .limit(most)
}

const TABLES = Object.entries(schema)

/** How many rows each table has, in the order of the schema, and how many bytes the database takes. */
export async function readSizes(db: Db) {
  const tables: { table: string; rows: number }[] = []
  for (const [table, columns] of TABLES) tables.push({ table, rows: await db.$count(columns) })
  const [size] = await db
    .select({ bytes: sql<number>`page_count * page_size` })
    .from(sql`pragma_page_count(), pragma_page_size()`)
  return { tables, bytes: size?.bytes ?? 0 }
}
