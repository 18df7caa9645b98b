import { and, asc, eq, exists, isNotNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '@/db/client'
import { violatesUnique } from '@/db/errors'
import { identities, learners } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { isCurrent, whileCurrent } from './session'

/** Services that people may sign in with. */
export type Service = 'github' | 'google' | 'oidc'

/** Whom a service's identity belongs to, or nothing. */
export async function findByIdentity(db: Db, provider: Service, subject: string) {
  const [[row]] = await db.fresh([
    db
      .select({ id: learners.id, sessionVersion: learners.sessionVersion, disabledAt: learners.disabledAt })
      .from(identities)
      .innerJoin(learners, eq(learners.id, identities.learnerId))
      .where(and(eq(identities.provider, provider), eq(identities.subject, subject))),
  ])
  return row && { id: row.id, sessionVersion: row.sessionVersion, disabled: row.disabledAt !== null }
}

/** The learner's ways in, oldest first. Empty under a session that does not count any more. */
export async function listIdentities(db: Db, learner: Learner) {
  const [rows] = await db.fresh([
    db
      .select({ id: identities.id, provider: identities.provider, createdAt: identities.createdAt })
      .from(identities)
      .innerJoin(learners, and(eq(learners.id, identities.learnerId), isCurrent(learner)))
      .orderBy(asc(identities.createdAt), asc(identities.id)),
  ])
  return rows
}

/** Adds a service to the learner's ways in. Says when it belongs to another account, or was there already. */
export async function addIdentity(
  db: Db,
  learner: Learner,
  { id, provider, subject }: { id: string; provider: Service; subject: string },
  now: number,
): Promise<'added' | 'there' | 'of-another' | 'signed-out'> {
  const row = db
    .select({
      id: sql<string>`${id}`.as('id'),
      learnerId: learners.id,
      provider: sql<Service>`${provider}`.as('provider'),
      subject: sql<string>`${subject}`.as('subject'),
      secret: sql<string | null>`null`.as('secret'),
      createdAt: sql<number>`${now}`.as('created_at'),
    })
    .from(learners)
    .where(isCurrent(learner))
  try {
    const added = await db.insert(identities).select(row).returning({ id: identities.id })
    return added.length === 1 ? 'added' : 'signed-out'
  } catch (error) {
    if (!violatesUnique(error, 'identities.provider', 'identities.subject')) throw error
    const owner = await findByIdentity(db, provider, subject)
    return owner?.id === learner.id ? 'there' : 'of-another'
  }
}

/**
 * Takes away one of the learner's ways in, as long as one remains that can be used: another service, or a password
 * of an account with an email, since nobody can type a password without one. False when none would remain, for
 * somebody else's, and under a stale session.
 */
export async function removeIdentity(db: Db, learner: Learner, id: string): Promise<boolean> {
  const other = alias(identities, 'other')
  const remains = exists(
    db
      .select({ one: sql`1` })
      .from(other)
      .innerJoin(learners, eq(learners.id, other.learnerId))
      .where(
        and(
          eq(other.learnerId, learner.id),
          ne(other.id, id),
          or(ne(other.provider, 'password'), isNotNull(learners.email)),
        ),
      ),
  )
  const removed = await db
    .delete(identities)
    .where(
      and(eq(identities.id, id), eq(identities.learnerId, learner.id), remains, whileCurrent(db, learner)),
    )
    .returning({ id: identities.id })
  return removed.length === 1
}
