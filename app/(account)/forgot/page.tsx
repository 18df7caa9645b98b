import type { Metadata } from 'next'
import Link from 'next/link'
import { ForgotForm } from '@/components/account/forgot-form'
import { Page } from '@/components/ui/page'
import { env } from '@/lib/env'
import { canMail } from '@/lib/mail'
import { routes } from '@/lib/routes'
import { askForReset } from './actions'

export const metadata: Metadata = { title: 'Set a new password' }

/** Whether mail can be sent is a matter of the running copy, not of the build. */
export const dynamic = 'force-dynamic'

export default function ForgotPage() {
  const { OPERATOR_NAME, OPERATOR_CONTACT } = env()
  const who = OPERATOR_NAME ?? 'whoever runs this copy'
  return (
    <Page title="Set a new password" width="narrow">
      {canMail() ? (
        <ForgotForm action={askForReset} />
      ) : (
        <p>
          This copy of Recall & Review does not send mail. Ask {who}
          {OPERATOR_CONTACT && <> ({OPERATOR_CONTACT})</>} for a link to set a new password.
        </p>
      )}
      <p className="mt-6">
        <Link className="link" href={routes.signIn()}>
          Back to sign in
        </Link>
      </p>
    </Page>
  )
}
