'use client'

import { useEffect, useRef } from 'react'
import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'

type Fields = { examDay?: string | undefined; newADay?: string | undefined }

/** The day of an exam and the new items a day of one deck; an empty field wants nothing of its own. */
export function DeckPlanForm({
  action,
  deck,
  plan,
  earliest,
  usual,
}: {
  action: FormAction
  deck: string
  plan: Fields
  /** The first day that an exam can be on, YYYY-MM-DD. */
  earliest: string
  /** New items a day over all decks. */
  usual: number
}) {
  const { form, field, result } = useActionForm(action, plan)
  return (
    <form {...form} className="max-w-[27rem]">
      <FormMessage result={result} />
      <input type="hidden" name="deck" value={deck} />
      <div className="grid gap-5">
        <TextField
          label="Day of the exam"
          hint="The last day to study is the one before. Empty for none."
          type="date"
          min={earliest}
          {...field('examDay')}
        />
        <TextField
          label="New items a day from this deck"
          hint={`Empty for as many as your ${usual} a day in all allow.`}
          type="number"
          inputMode="numeric"
          min={0}
          max={999}
          {...field('newADay')}
        />
        <div>
          <SubmitButton>Save plan</SubmitButton>
        </div>
      </div>
    </form>
  )
}

/**
 * One button that takes as many new items a day as the plan needs. It goes once they are taken; what came of it stays,
 * and takes the focus that went with the button.
 */
export function TakeNewForm({
  action,
  deck,
  examDay,
  needed,
  isTaken,
}: {
  action: FormAction
  deck: string
  examDay: string
  needed: number
  isTaken: boolean
}) {
  const { form, result } = useActionForm(action)
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (result?.ok && isTaken) said.current?.focus({ preventScroll: true })
  }, [result, isTaken])
  return (
    <form {...form}>
      <div ref={said} tabIndex={-1}>
        <FormMessage result={result} />
      </div>
      {!isTaken && (
        <>
          <input type="hidden" name="deck" value={deck} />
          <input type="hidden" name="examDay" value={examDay} />
          <input type="hidden" name="newADay" value={needed} />
          <SubmitButton>Take {needed} new a day</SubmitButton>
        </>
      )}
    </form>
  )
}
