'use client'

import { type FormEvent, useRef, useState } from 'react'
import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { Message } from '@/components/ui/message'
import { SubmitButton } from '@/components/ui/submit-button'
import { keptAnswers } from '@/lib/browser/kept-answers'
import { countWaiting, leaveNothing } from '@/lib/browser/leave'

type Props = { learner: string; here: FormAction; everywhere: FormAction }

/**
 * Signs out on this browser or on all of them, and takes with it what this browser keeps of the learner. When that
 * includes answers that were never sent, it says so first, once.
 */
export function SignOut({ learner, here, everywhere }: Props) {
  const [unsent, setUnsent] = useState(0)
  /** Undefined until the browser has said how much of a review it keeps. */
  const waiting = useRef<number>(undefined)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (waiting.current === undefined) {
      const form = event.currentTarget
      event.preventDefault()
      void countWaiting(learner).then((count) => {
        waiting.current = count
        form.requestSubmit()
      })
      return
    }
    const left = keptAnswers(learner).length + waiting.current
    if (left > unsent) {
      event.preventDefault()
      setUnsent(left)
    }
  }
  const onLeave = () => leaveNothing(learner)
  return (
    <div className="grid gap-4">
      <Message kind="due">
        {unsent > 0 && (
          <>
            {unsent === 1 ? 'One answer has' : `${unsent} answers have`} not been sent yet, and would be lost.
            Open a deck while you are online and they are sent. To sign out without them, press again.
          </>
        )}
      </Message>
      <div className="flex flex-wrap gap-3">
        <SignOutForm action={here} onSubmit={onSubmit} onLeave={onLeave} label="Sign out" />
        <SignOutForm action={everywhere} onSubmit={onSubmit} onLeave={onLeave} label="Sign out everywhere" />
      </div>
    </div>
  )
}

type FormProps = {
  action: FormAction
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  onLeave: () => void
  label: string
}

function SignOutForm({ action, onSubmit, onLeave, label }: FormProps) {
  const { form, result } = useActionForm(action, {}, { onLeave })
  return (
    <form
      {...form}
      onSubmit={(event) => {
        onSubmit(event)
        form.onSubmit(event)
      }}
    >
      <FormMessage result={result} />
      <SubmitButton variant="quiet">{label}</SubmitButton>
    </form>
  )
}
