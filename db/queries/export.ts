import { and, asc, eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import {
  attempts,
  classes,
  deckPlans,
  dials,
  identities,
  judgements,
  learners,
  memberships,
  notes,
  notices,
  reports,
  rollups,
  shelvings,
  snapshots,
  studyDays,
} from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { isCurrent } from './session'

/** Everything kept about the learner but their attempts, from one state of the database. No hash, no session version. */
export async function exportAccount(db: Db, learner: Learner) {
  const mine = isCurrent(learner)
  const [
    [profile],
    ways,
    standing,
    sums,
    memberOf,
    turned,
    plans,
    judged,
    shelved,
    noted,
    days,
    reported,
    told,
  ] = await db.fresh([
    db
      .select({
        id: learners.id,
        name: learners.name,
        email: learners.email,
        emailVerifiedAt: learners.emailVerifiedAt,
        timeZone: learners.timeZone,
        dayStartHour: learners.dayStartHour,
        fuzzSeed: learners.fuzzSeed,
        newADay: learners.newADay,
        reviewsADay: learners.reviewsADay,
        twoButtons: learners.twoButtons,
        shortcuts: learners.shortcuts,
        catchUpADay: learners.catchUpADay,
        createdAt: learners.createdAt,
      })
      .from(learners)
      .where(mine),
    db
      .select({
        provider: identities.provider,
        subject: identities.subject,
        createdAt: identities.createdAt,
      })
      .from(identities)
      .innerJoin(learners, and(eq(learners.id, identities.learnerId), mine))
      .orderBy(asc(identities.createdAt)),
    db
      .select({ snapshot: snapshots })
      .from(snapshots)
      .innerJoin(learners, and(eq(learners.id, snapshots.learnerId), mine))
      .orderBy(asc(snapshots.itemId)),
    db
      .select({ rollup: rollups })
      .from(rollups)
      .innerJoin(learners, and(eq(learners.id, rollups.learnerId), mine))
      .orderBy(asc(rollups.deckId), asc(rollups.kind)),
    db
      .select({
        classId: memberships.classId,
        className: classes.name,
        role: memberships.role,
        joinedAt: memberships.joinedAt,
        agreedAt: memberships.agreedAt,
      })
      .from(memberships)
      .innerJoin(classes, eq(classes.id, memberships.classId))
      .innerJoin(learners, and(eq(learners.id, memberships.learnerId), mine))
      .orderBy(asc(memberships.joinedAt)),
    db
      .select({ row: dials })
      .from(dials)
      .innerJoin(learners, and(eq(learners.id, dials.learnerId), mine))
      .orderBy(asc(dials.holdsFrom), asc(dials.setAt), asc(dials.id)),
    db
      .select({ row: deckPlans })
      .from(deckPlans)
      .innerJoin(learners, and(eq(learners.id, deckPlans.learnerId), mine))
      .orderBy(asc(deckPlans.deckId)),
    db
      .select({ row: judgements })
      .from(judgements)
      .innerJoin(learners, and(eq(learners.id, judgements.learnerId), mine))
      .orderBy(asc(judgements.itemId), asc(judgements.id)),
    db
      .select({ row: shelvings })
      .from(shelvings)
      .innerJoin(learners, and(eq(learners.id, shelvings.learnerId), mine))
      .orderBy(asc(shelvings.itemId), asc(shelvings.id)),
    db
      .select({ row: notes })
      .from(notes)
      .innerJoin(learners, and(eq(learners.id, notes.learnerId), mine))
      .orderBy(asc(notes.itemId)),
    db
      .select({ row: studyDays })
      .from(studyDays)
      .innerJoin(learners, and(eq(learners.id, studyDays.learnerId), mine))
      .orderBy(asc(studyDays.localDay), asc(studyDays.deckId), asc(studyDays.kind)),
    db
      .select({ row: reports })
      .from(reports)
      .innerJoin(learners, and(eq(learners.id, reports.learnerId), mine))
      .orderBy(asc(reports.madeAt), asc(reports.id)),
    db
      .select({ row: notices })
      .from(notices)
      .innerJoin(learners, and(eq(learners.id, notices.learnerId), mine))
      .orderBy(asc(notices.madeAt), asc(notices.kind), asc(notices.subject)),
  ])
  if (!profile) return undefined
  return {
    profile,
    identities: ways,
    memberships: memberOf,
    snapshots: standing.map(({ snapshot }) => snapshot),
    rollups: sums.map(({ rollup }) => rollup),
    dials: turned.map(({ row }) => row),
    deckPlans: plans.map(({ row }) => row),
    judgements: judged.map(({ row }) => row),
    shelvings: shelved.map(({ row }) => row),
    notes: noted.map(({ row }) => row),
    studyDays: days.map(({ row }) => row),
    reports: reported.map(({ row }) => row),
    notices: told.map(({ row }) => row),
  }
}

/** Where a page of attempts ended. */
export type Place = { itemId: string; id: string }

/** At most `most` of the learner's attempts that come after `after`, in order of item and id. */
export async function exportAttempts(db: Db, learner: Learner, after: Place, most: number) {
  const [rows] = await db.fresh([
    db
      .select({ attempt: attempts })
      .from(attempts)
      .innerJoin(learners, and(eq(learners.id, attempts.learnerId), isCurrent(learner)))
      .where(sql`(${attempts.itemId}, ${attempts.id}) > (${after.itemId}, ${after.id})`)
      .orderBy(asc(attempts.itemId), asc(attempts.id))
      .limit(most),
  ])
  return rows.map(({ attempt }) => attempt)
}
