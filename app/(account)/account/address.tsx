import { OneButton } from '@/components/account/one-button'
import type { FormAction } from '@/components/form/use-action-form'
import { Message } from '@/components/ui/message'
import { env } from '@/lib/env'
import { canMail } from '@/lib/mail'

type Props = {
  email: string
  verified: boolean
  /** Whether the learner comes from the link that did it. */
  justNow: boolean
  action: FormAction
}

/** Whether the account's address is known to be the learner's, and how it gets to be. */
export function Address({ email, verified, justNow, action }: Props) {
  if (verified)
    return (
      <>
        {justNow && (
          <div className="mb-5">
            <Message kind="right">Your address is verified.</Message>
          </div>
        )}
        <p className="max-w-measure text-ink-soft">{email} is verified as yours.</p>
      </>
    )
  return (
    <>
      <p className="max-w-measure text-ink-soft">
        {email} is not verified yet. You need that only to keep a deck: to answer what others report as a
        mistake in it.
      </p>
      <div className="mt-4">
        {canMail() ? (
          <OneButton action={action}>Verify your address</OneButton>
        ) : (
          <p className="max-w-measure text-ink-soft">
            This copy sends no mail: {env().OPERATOR_NAME ?? 'whoever runs it'} can verify it for you.
          </p>
        )}
      </div>
    </>
  )
}
