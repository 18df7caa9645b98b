import type { Metadata } from 'next'
import { EmailForm } from '@/components/account/email-form'
import { EraseForm } from '@/components/account/erase-form'
import { PasswordForm } from '@/components/account/password-form'
import { ProfileForm } from '@/components/account/profile-form'
import { SignOut } from '@/components/account/sign-out'
import { WaysIn } from '@/components/account/ways-in'
import { ThemeSwitch } from '@/components/shell/theme-switch'
import { ButtonLink } from '@/components/ui/button'
import { buttonClasses } from '@/components/ui/button-classes'
import { Message } from '@/components/ui/message'
import { Page, Section } from '@/components/ui/page'
import { database } from '@/db/client'
import { listIdentities } from '@/db/queries/identities'
import { listKeptDecks } from '@/db/queries/keepers'
import { findProfile } from '@/db/queries/learners'
import { requireLearner } from '@/lib/guards'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/lib/password'
import { routes } from '@/lib/routes'
import { addingToken, offeredServices } from '@/lib/services'
import { timeZones } from '@/lib/time-zone'
import {
  askToVerify,
  eraseAccount,
  removeService,
  saveEmail,
  savePassword,
  saveProfile,
  signOut,
  signOutEverywhere,
} from './actions'
import { Address } from './address'
import { added, wayIn } from './words'

export const metadata: Metadata = { title: 'Account' }

type Search = Promise<Record<string, string | string[] | undefined>>

const limits = { shortest: SHORTEST_PASSWORD, longest: LONGEST_PASSWORD }

export default async function AccountPage({ searchParams }: { searchParams: Search }) {
  const learner = await requireLearner(routes.account())
  const db = await database()
  const profile = await findProfile(db, learner)
  if (!profile) return null
  const [identities, kept] = await Promise.all([listIdentities(db, learner), listKeptDecks(db, learner)])
  const has = new Set<string>(identities.map(({ provider }) => provider))
  const hasPassword = has.has('password')
  const addable = offeredServices()
    .filter(({ id }) => !has.has(id))
    .map(({ id, name }) => ({ name, href: routes.signInWith(id, { add: addingToken(learner, id) }) }))
  const search = await searchParams
  const said = added(search.service)
  const { name, email, emailVerifiedAt, timeZone } = profile

  return (
    <Page
      title="Account"
      lead={email ? `You sign in as ${email}.` : `You are signed in as ${name}.`}
      width="page"
    >
      <Section id="you" title="You">
        <ProfileForm action={saveProfile} name={name} timeZone={timeZone} timeZones={timeZones(timeZone)} />
      </Section>
      <Section id="study" title="How you study">
        <p className="max-w-measure text-ink-soft">
          How much you want to keep, how much a day, when your days start, exams.
        </p>
        <p className="mt-4">
          <ButtonLink href={routes.accountStudy()} variant="quiet">
            Set how you study
          </ButtonLink>
        </p>
      </Section>
      <Section id="ways-in" title="Ways in">
        {said && (
          <div className="mb-5">
            <Message kind={said.kind}>{said.text}</Message>
          </div>
        )}
        <WaysIn
          ways={identities.map((one) => wayIn(one, timeZone))}
          addable={addable}
          remove={removeService}
        />
        <div className="mt-5">
          <PasswordForm action={savePassword} hasPassword={hasPassword} email={email} {...limits} />
          {hasPassword && <EmailForm action={saveEmail} hasEmail={email !== undefined} />}
        </div>
      </Section>
      {email && (
        <Section id="address" title="Your address">
          <Address
            email={email}
            verified={emailVerifiedAt !== undefined}
            justNow={search.address === 'verified'}
            action={askToVerify}
          />
        </Section>
      )}
      <Section id="reports" title="Mistakes in decks">
        <p className="flex flex-wrap gap-3">
          <ButtonLink href={routes.reports()} variant="quiet">
            Your reports
          </ButtonLink>
          {kept.length > 0 && (
            <ButtonLink href={routes.keep()} variant="quiet">
              Decks you keep
            </ButtonLink>
          )}
        </p>
      </Section>
      <Section id="looks" title="Looks">
        <ThemeSwitch />
      </Section>
      <Section id="sign-out" title="Sign out">
        <SignOut learner={learner.id} here={signOut} everywhere={signOutEverywhere} />
      </Section>
      <Section id="data" title="Your data">
        <p className="max-w-measure text-ink-soft">
          Everything that is kept about you, every answer included, as one JSON file.
        </p>
        <p className="mt-4">
          {/* Not a <Link>: a file is downloaded. */}
          <a href={routes.accountExport()} download className={buttonClasses({ variant: 'quiet' })}>
            Export my data
          </a>
        </p>
        <div className="mt-8 border-rule border-t">
          <EraseForm action={eraseAccount} learner={learner.id} hasPassword={hasPassword} name={name} />
        </div>
      </Section>
    </Page>
  )
}
