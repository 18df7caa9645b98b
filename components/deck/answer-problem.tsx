'use client'

import { buttonClasses } from '@/components/ui/button-classes'
import { Message } from '@/components/ui/message'
import { routes } from '@/lib/routes'
import type { Outcome } from './send-answer'

const button = `${buttonClasses({ variant: 'quiet' })} mt-3`

/** Says what became of an answer that has no verdict, and what to do. The live region stands before there is one. */
export function AnswerProblem({ outcome, retry }: { outcome: Outcome | undefined; retry: () => void }) {
  return (
    <Message kind="due" word={outcome && wordOf(outcome)}>
      {outcome && bodyOf(outcome, retry)}
    </Message>
  )
}

const wordOf = (outcome: Outcome) => (outcome.state === 'refused' ? undefined : 'Not sent yet.')

function bodyOf(outcome: Outcome, retry: () => void) {
  if (outcome.state === 'answered') return undefined
  if (outcome.state === 'lost')
    return (
      <>
        There was no reply. Your answer is still here.
        <TryAgain retry={retry} />
      </>
    )
  if (outcome.state === 'updated')
    return (
      <>
        This page was updated since you opened it. Your answer is kept: load the page anew, then send it
        again.
        <Reload />
      </>
    )
  const { message, reason } = outcome.refusal
  return (
    <>
      {message}
      {reason === 'busy' && <TryAgain retry={retry} />}
      {(reason === 'other-learner' || reason === 'gone') && <Reload />}
      {reason === 'signed-out' && (
        <div>
          <a className={button} href={routes.signIn(location.pathname + location.hash)}>
            Sign in
          </a>
        </div>
      )}
    </>
  )
}

const TryAgain = ({ retry }: { retry: () => void }) => (
  <div>
    <button type="button" className={button} onClick={retry}>
      Try again
    </button>
  </div>
)

const Reload = () => (
  <div>
    <button type="button" className={button} onClick={() => location.reload()}>
      Load the page anew
    </button>
  </div>
)
