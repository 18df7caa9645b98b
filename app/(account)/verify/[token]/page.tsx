import type { Metadata } from 'next'
import { OneButton } from '@/components/account/one-button'
import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { database } from '@/db/client'
import { findVerifyToken } from '@/db/queries/verifying'
import { tokenHash } from '@/lib/keyed-hash'
import { routes } from '@/lib/routes'
import { VERIFY_HOURS } from '@/lib/verify-link'
import { verifyAddress } from './actions'

export const metadata: Metadata = { title: 'Verify your address', robots: 'noindex' }

/** A button and not the link itself: filters of mail open links. */
export default async function VerifyPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const whose = await findVerifyToken(await database(), tokenHash(token), Date.now())
  if (!whose)
    return (
      <Page
        title="This link does not work any more"
        lead={`It was used, or it has run out: a link works once, for ${VERIFY_HOURS} hours, and for the address it was sent to.`}
        width="narrow"
      >
        <ButtonLink href={routes.accountAddress()}>Get a new link</ButtonLink>
      </Page>
    )
  return (
    <Page
      title="Verify your address"
      lead={`${whose.email}, for the account of ${whose.name}.`}
      width="narrow"
    >
      <OneButton action={verifyAddress} hidden={{ token }} variant="primary">
        This is my address
      </OneButton>
    </Page>
  )
}
