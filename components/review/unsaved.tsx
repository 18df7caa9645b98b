'use client'

import { buttonClasses } from '@/components/ui/button-classes'
import { Message } from '@/components/ui/message'
import type { OutboxState } from '@/lib/browser/outbox'
import { routes } from '@/lib/routes'
import { counted } from '@/lib/rules/counted'

/** Says plainly what is not saved yet, and what becomes of it. Nothing while all goes well. */
export function Unsaved({ state }: { state: OutboxState }) {
  return (
    <div className="empty:hidden">
      <Message kind="due">{wordsOf(state)}</Message>
    </div>
  )
}

function wordsOf({ answers, facts, failing, stopped, lasting }: OutboxState) {
  if (facts === 0) return undefined
  const what = answers > 0 ? `${counted(answers, 'answer')} not saved yet` : 'Not saved yet'
  if (stopped === 'signed-out')
    return (
      <>
        {what}: your session has ended. Sign in, and what is kept here is saved.
        <SignIn />
      </>
    )
  if (stopped === 'other-learner')
    return (
      <>
        {what}: somebody else is signed in by now. What you answered stays kept here for you.
        <SignIn />
      </>
    )
  if (!failing) return undefined
  if (lasting) return `${what}: trying again.`
  return `${what}: trying again. This browser keeps nothing, so closing the page would lose ${answers > 1 ? 'them' : 'it'}.`
}

const SignIn = () => (
  <div>
    <a className={`${buttonClasses({ variant: 'quiet' })} mt-2`} href={routes.signIn(routes.review())}>
      Sign in
    </a>
  </div>
)
