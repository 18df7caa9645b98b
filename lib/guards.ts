import { redirect } from 'next/navigation'
import { database } from '@/db/client'
import { isInstructorOf } from '@/db/queries/instructors'
import { hasCurrentSession } from '@/db/queries/session'
import { readSession } from './auth'
import { asInstructor, asLearner, type Instructor, type Learner } from './identity'
import { routes } from './routes'

/**
 * Who the request's cookie proves, without asking the database: a query that takes the learner finds out whether
 * the session still counts. For actions, and for routes that answer everybody.
 */
export async function currentLearner(): Promise<Learner | undefined> {
  const session = await readSession()
  return session && asLearner({ id: session.learnerId, sessionVersion: session.sessionVersion })
}

/** For a page of one's own: the learner, or off to sign in and back to `from`, a path of ours. */
export async function requireLearner(from: string): Promise<Learner> {
  const learner = await currentLearner()
  // A page asks here, once, so that an ended session leads to the form and not to an empty page.
  if (learner && (await hasCurrentSession(await database(), learner))) return learner
  redirect(routes.signIn(from))
}

/** For actions: the signed-in learner as an instructor of this class, as the database has it now, or nothing. */
export async function currentInstructor(classId: string): Promise<Instructor | undefined> {
  const learner = await currentLearner()
  if (!learner || !(await isInstructorOf(await database(), learner, classId))) return undefined
  return asInstructor({ learner, classId })
}

/**
 * The signed-in learner as the instructor of this class by their own word, without asking the database, as
 * `currentLearner` does: every query that takes an instructor proves role and session itself (`teaches`) and finds
 * nothing for anybody else. For pages and routes that only read; a page that found nothing then asks `requireLearner`,
 * since who has to sign in first is told so.
 */
export async function claimedInstructor(classId: string): Promise<Instructor | undefined> {
  const learner = await currentLearner()
  return learner && asInstructor({ learner, classId })
}

/** For the pages of signing in: who is signed in already goes on to `to`, a path of ours. */
export async function leaveIfSignedIn(to: string): Promise<void> {
  const learner = await currentLearner()
  // Only a session that counts: a stale one would be sent back here by the page it goes to.
  if (learner && (await hasCurrentSession(await database(), learner))) redirect(to)
}
