import { randomInt } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { violatesUnique } from '@/db/errors'
import { identities, learners, resetTokens } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { isCurrent, whileCurrent } from './session'

/** What proves somebody: a password's hash, or another service's name for them. */
export type Proof =
  | { provider: 'password'; secret: string }
  | { provider: 'github' | 'google' | 'oidc'; subject: string }

export type NewLearner = {
  id: string
  name: string
  /** Lower case. */
  email?: string
  emailVerifiedAt?: number
  timeZone: string
  identityId: string
  proof: Proof
}

/** Makes an account with its first way in. Says when the email, or the other service's identity, has one already. */
export async function createLearner(
  db: Db,
  { id, name, email, emailVerifiedAt, timeZone, identityId, proof }: NewLearner,
  now: number,
): Promise<'created' | 'email-taken' | 'identity-taken'> {
  const identity = proof.provider === 'password' ? { ...proof, subject: id } : { ...proof, secret: undefined }
  try {
    await db.atomically([
      db.insert(learners).values({
        id,
        name,
        email,
        emailVerifiedAt,
        timeZone,
        fuzzSeed: randomInt(2 ** 31),
        createdAt: now,
      }),
      db.insert(identities).values({ id: identityId, learnerId: id, ...identity, createdAt: now }),
    ])
    return 'created'
  } catch (error) {
    if (violatesUnique(error, 'learners.email')) return 'email-taken'
    if (violatesUnique(error, 'identities.provider', 'identities.subject')) return 'identity-taken'
    throw error
  }
}

/** Whether an account has this email, in lower case. */
export async function isEmailTaken(db: Db, email: string): Promise<boolean> {
  const [rows] = await db.fresh([
    db.select({ id: learners.id }).from(learners).where(eq(learners.email, email)),
  ])
  return rows.length > 0
}

/** What sign-in by password needs of the account with this email. `secret` is absent for one without a password. */
export async function findForSignIn(db: Db, email: string) {
  const [[row]] = await db.fresh([
    db
      .select({
        id: learners.id,
        sessionVersion: learners.sessionVersion,
        disabledAt: learners.disabledAt,
        secret: identities.secret,
      })
      .from(learners)
      .leftJoin(identities, and(eq(identities.learnerId, learners.id), eq(identities.provider, 'password')))
      .where(eq(learners.email, email)),
  ])
  return row && { ...row, secret: row.secret ?? undefined, disabled: row.disabledAt !== null }
}

/** The account as its owner sees it; nothing under a session that does not count any more. */
export async function findProfile(db: Db, learner: Learner) {
  const [[row]] = await db.fresh([
    db
      .select({
        id: learners.id,
        name: learners.name,
        email: learners.email,
        emailVerifiedAt: learners.emailVerifiedAt,
        timeZone: learners.timeZone,
        createdAt: learners.createdAt,
      })
      .from(learners)
      .where(isCurrent(learner)),
  ])
  return row && { ...row, email: row.email ?? undefined, emailVerifiedAt: row.emailVerifiedAt ?? undefined }
}

/** Changes what the learner is called. False under a session that does not count any more. */
export async function changeName(db: Db, learner: Learner, name: string): Promise<boolean> {
  const rows = await db
    .update(learners)
    .set({ name })
    .where(isCurrent(learner))
    .returning({ id: learners.id })
  return rows.length === 1
}

/**
 * Gives the account another email, not yet verified, and makes open reset links dead: they went to the old one.
 * Says when another account has it.
 */
export async function changeEmail(
  db: Db,
  learner: Learner,
  email: string,
): Promise<'changed' | 'email-taken' | 'signed-out'> {
  try {
    const [rows] = await db.atomically([
      db
        .update(learners)
        .set({
          email,
          // The same address again keeps what was verified.
          emailVerifiedAt: sql`case when ${learners.email} = ${email} then ${learners.emailVerifiedAt} end`,
        })
        .where(isCurrent(learner))
        .returning({ id: learners.id }),
      db.delete(resetTokens).where(and(eq(resetTokens.learnerId, learner.id), whileCurrent(db, learner))),
    ])
    return rows.length === 1 ? 'changed' : 'signed-out'
  } catch (error) {
    if (violatesUnique(error, 'learners.email')) return 'email-taken'
    throw error
  }
}

/** Ends every session of the learner. Returns the version that a new session needs, or nothing for a stale one. */
export async function endAllSessions(db: Db, learner: Learner): Promise<number | undefined> {
  const [row] = await db
    .update(learners)
    .set({ sessionVersion: sql`${learners.sessionVersion} + 1` })
    .where(isCurrent(learner))
    .returning({ sessionVersion: learners.sessionVersion })
  return row?.sessionVersion
}
