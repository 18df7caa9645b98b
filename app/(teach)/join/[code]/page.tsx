import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { ButtonForm } from '@/components/class/forms'
import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { database } from '@/db/client'
import { findInvitation } from '@/db/queries/joining'
import { hasCurrentSession } from '@/db/queries/session'
import { clientAddress } from '@/lib/client-address'
import { currentLearner } from '@/lib/guards'
import { mayTryCode } from '@/lib/join-limit'
import { routes } from '@/lib/routes'
import { readCode } from '@/lib/rules/class/code'
import { join } from './actions'

export const metadata: Metadata = { title: 'Join a class', robots: { index: false } }

export default async function JoinPage({ params }: { params: Promise<{ code: string }> }) {
  const code = readCode((await params).code)
  if (!code) notFound()
  const learner = await currentLearner()
  if (!mayTryCode(learner?.id, clientAddress(await headers()), Date.now()))
    return (
      <Page
        title="Wait a few minutes"
        lead="Codes can be looked up only so often. Open the link again in a few minutes."
      />
    )
  const db = await database()
  const invitation = await findInvitation(db, code, learner)
  if (!invitation) notFound()
  if (invitation.member) redirect(routes.class(invitation.classId))
  const { name, instructors, decks } = invitation
  return (
    <Page
      title={`Join ${name}`}
      lead={`${sayNames(instructors)} ${instructors.length === 1 ? 'invites' : 'invite'} you to this class.`}
    >
      <h2 className="mb-3 font-semibold text-lg">
        What {instructors.length === 1 ? 'your instructor' : 'your instructors'} will see
      </h2>
      <ul className="grid max-w-measure list-disc gap-2 ps-5">
        <li>
          Your work on the decks assigned to the class, also from before you joined: every answer, when you
          gave it and on which day of yours, how long it took, and what it earned.
          {decks.length > 0 && ` Assigned now: ${sayNames(decks.map((deck) => `“${deck}”`))}. More may come.`}
        </li>
        <li>Your name, and when you last worked on those decks.</li>
        <li>Not your email address, nor anything on other decks. Other learners see nothing of you.</li>
        <li>You can leave at any time; from then on they see nothing of you.</li>
      </ul>
      <div className="mt-8">
        {learner && (await hasCurrentSession(db, learner)) ? (
          <ButtonForm action={join} hidden={{ code }} button="Join class" variant="primary" />
        ) : (
          <>
            <p className="mb-3">Sign in first; you come back here.</p>
            <div className="flex flex-wrap gap-3">
              <ButtonLink href={routes.signUp(routes.join(code))}>Create account</ButtonLink>
              <ButtonLink href={routes.signIn(routes.join(code))} variant="quiet">
                Sign in
              </ButtonLink>
            </div>
          </>
        )}
      </div>
    </Page>
  )
}

const sayNames = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names)
