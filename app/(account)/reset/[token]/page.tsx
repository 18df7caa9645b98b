import type { Metadata } from 'next'
import { ResetForm } from '@/components/account/reset-form'
import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { database } from '@/db/client'
import { findResetToken } from '@/db/queries/passwords'
import { tokenHash } from '@/lib/keyed-hash'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/lib/password'
import { routes } from '@/lib/routes'
import { setNewPassword } from './actions'

export const metadata: Metadata = { title: 'Set a new password', robots: 'noindex' }

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const whose = await findResetToken(await database(), tokenHash(token), Date.now())
  if (!whose)
    return (
      <Page
        title="This link does not work any more"
        lead="It was used, or it has run out: a link works once, for an hour. Your password is as it was."
        width="narrow"
      >
        <ButtonLink href={routes.forgot()}>Get a new link</ButtonLink>
      </Page>
    )
  return (
    <Page title="Set a new password" lead={`For ${whose.name}, ${whose.email}.`} width="narrow">
      <ResetForm
        action={setNewPassword}
        token={token}
        email={whose.email}
        shortest={SHORTEST_PASSWORD}
        longest={LONGEST_PASSWORD}
      />
    </Page>
  )
}
