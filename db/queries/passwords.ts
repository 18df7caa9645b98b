import { and, eq, exists, gt, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { identities, learners, resetTokens } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { isCurrent, whileCurrent } from './session'

/** The hash of the learner's password: absent without a password, and under a session that does not count any more. */
export async function findPasswordHash(db: Db, learner: Learner): Promise<string | undefined> {
  const [[row]] = await db.fresh([
    db
      .select({ secret: identities.secret })
      .from(identities)
      .innerJoin(learners, and(eq(learners.id, identities.learnerId), isCurrent(learner)))
      .where(eq(identities.provider, 'password')),
  ])
  return row?.secret ?? undefined
}

/** The row that gives a password to whomever `where` finds. */
function passwordFor(db: Db, where: SQL | undefined, { secret, identityId }: NewPassword, now: number) {
  return db
    .select({
      id: sql<string>`${identityId}`.as('id'),
      learnerId: learners.id,
      provider: sql<'password'>`'password'`.as('provider'),
      subject: sql<string>`${learners.id}`.as('subject'),
      secret: sql<string>`${secret}`.as('secret'),
      createdAt: sql<number>`${now}`.as('created_at'),
    })
    .from(learners)
    .where(where)
}

/** `secret` is the hash to keep; `identityId` the id of the row when it is the account's first password. */
type NewPassword = { secret: string; identityId: string }

/**
 * Gives the learner a password, ends all other sessions and makes open reset links dead. `was` is the hash that was
 * confirmed, absent when there is no password yet: had another request changed it meanwhile, nothing happens.
 * Returns the session version to go on with, or nothing.
 */
export async function setPassword(
  db: Db,
  learner: Learner,
  password: NewPassword & { was: string | undefined },
  now: number,
): Promise<number | undefined> {
  const { secret, was } = password
  const mine = and(eq(identities.provider, 'password'), eq(identities.subject, learner.id))
  const write =
    was === undefined
      ? db
          .insert(identities)
          .select(passwordFor(db, isCurrent(learner), password, now))
          // A password set meanwhile stays, and the writes below find that this one is not there.
          .onConflictDoNothing()
      : db
          .update(identities)
          .set({ secret })
          .where(and(mine, eq(identities.secret, was), whileCurrent(db, learner)))
  const isWritten = exists(
    db
      .select({ one: sql`1` })
      .from(identities)
      .where(and(mine, eq(identities.secret, secret))),
  )
  const [, [row]] = await db.atomically([
    write,
    db
      .update(learners)
      .set({ sessionVersion: sql`${learners.sessionVersion} + 1` })
      .where(and(isCurrent(learner), isWritten))
      .returning({ sessionVersion: learners.sessionVersion }),
    db.delete(resetTokens).where(and(eq(resetTokens.learnerId, learner.id), isWritten)),
  ])
  return row?.sessionVersion
}

/** Whom a reset link for this email is for: an open account, or nobody. */
export async function findForReset(db: Db, email: string) {
  const [[row]] = await db.fresh([
    db
      .select({ id: learners.id, name: learners.name })
      .from(learners)
      .where(and(eq(learners.email, email), isNull(learners.disabledAt))),
  ])
  return row
}

/** Keeps the hash of a reset link's token, and forgets links that have run out. */
export async function keepResetToken(
  db: Db,
  token: { tokenHash: string; learnerId: string; expiresAt: number },
  now: number,
): Promise<void> {
  await db.atomically([
    db.delete(resetTokens).where(lte(resetTokens.expiresAt, now)),
    db.insert(resetTokens).values(token),
  ])
}

const usable = (tokenHash: string, now: number) =>
  and(eq(resetTokens.tokenHash, tokenHash), gt(resetTokens.expiresAt, now))

/** The name and email of whom an unused, unexpired link was made for; nothing for any other. */
export async function findResetToken(db: Db, tokenHash: string, now: number) {
  const [[row]] = await db.fresh([
    db
      .select({ name: learners.name, email: learners.email })
      .from(resetTokens)
      .innerJoin(learners, and(eq(learners.id, resetTokens.learnerId), isNull(learners.disabledAt)))
      .where(usable(tokenHash, now)),
  ])
  return row && { name: row.name, email: row.email ?? undefined }
}

/**
 * Uses a reset link: sets the password, ends all sessions, makes this link and any other of the learner dead. All
 * or nothing, and once: false when the link is used, run out or unknown, or the account is closed.
 */
export async function redeemResetToken(
  db: Db,
  hash: string,
  password: NewPassword,
  now: number,
): Promise<boolean> {
  const whose = db
    .select({ id: resetTokens.learnerId })
    .from(resetTokens)
    .innerJoin(learners, and(eq(learners.id, resetTokens.learnerId), isNull(learners.disabledAt)))
    .where(usable(hash, now))
  const [, ended] = await db.atomically([
    db
      .insert(identities)
      .select(passwordFor(db, inArray(learners.id, whose), password, now))
      .onConflictDoUpdate({
        target: [identities.provider, identities.subject],
        set: { secret: password.secret },
      }),
    db
      .update(learners)
      .set({ sessionVersion: sql`${learners.sessionVersion} + 1` })
      .where(inArray(learners.id, whose))
      .returning({ id: learners.id }),
    db.delete(resetTokens).where(inArray(resetTokens.learnerId, whose)),
  ])
  return ended.length === 1
}
