import { and, eq, exists, gt, isNull, lte, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { learners, verifyTokens } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { isCurrent } from './session'

/** The address that waits to be verified; nothing without one, when it is verified, and under a stale session. */
export async function findUnverified(db: Db, learner: Learner) {
  const [[row]] = await db.fresh([
    db
      .select({ name: learners.name, email: learners.email })
      .from(learners)
      .where(and(isCurrent(learner), isNull(learners.emailVerifiedAt))),
  ])
  return row?.email ? { name: row.name, email: row.email } : undefined
}

/** Keeps the hash of a link's token, and forgets links that have run out. */
export async function keepVerifyToken(
  db: Db,
  token: { tokenHash: string; learnerId: string; email: string; expiresAt: number },
  now: number,
): Promise<void> {
  await db.atomically([
    db.delete(verifyTokens).where(lte(verifyTokens.expiresAt, now)),
    db.insert(verifyTokens).values(token),
  ])
}

/** Whose link it is: an open account that still has the address which the link went to. */
const isFor = (tokenHash: string, now: number) =>
  and(
    eq(verifyTokens.tokenHash, tokenHash),
    gt(verifyTokens.expiresAt, now),
    eq(verifyTokens.learnerId, learners.id),
    eq(verifyTokens.email, learners.email),
    isNull(learners.disabledAt),
  )

/** The address that an unused, unexpired link verifies; nothing for any other. */
export async function findVerifyToken(db: Db, tokenHash: string, now: number) {
  const [[row]] = await db.fresh([
    db
      .select({ name: learners.name, email: verifyTokens.email })
      .from(verifyTokens)
      .innerJoin(learners, isFor(tokenHash, now)),
  ])
  return row
}

/** Uses a link: the address is verified, and this link and any other to that address dead. Once: false for any other. */
export async function redeemVerifyToken(db: Db, tokenHash: string, now: number): Promise<boolean> {
  const [verified] = await db.atomically([
    db
      .update(learners)
      .set({ emailVerifiedAt: sql`coalesce(${learners.emailVerifiedAt}, ${now})` })
      .where(exists(db.select({ one: sql`1` }).from(verifyTokens).where(isFor(tokenHash, now))))
      .returning({ id: learners.id }),
    db.delete(verifyTokens).where(
      sql`(${verifyTokens.learnerId}, ${verifyTokens.email}) in
          (select learner_id, email from verify_tokens where token_hash = ${tokenHash})`,
    ),
  ])
  return verified.length === 1
}

/** A service says that this address is the learner's: it counts if it is the account's own. */
export async function noteClaim(db: Db, learnerId: string, email: string, now: number): Promise<void> {
  await db
    .update(learners)
    .set({ emailVerifiedAt: now })
    .where(and(eq(learners.id, learnerId), eq(learners.email, email), isNull(learners.emailVerifiedAt)))
}
