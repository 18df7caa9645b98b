'use client'

import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'
import { ANSWER_STATES, LONGEST_REPORT, STATE_WORDS } from '@/lib/rules/report'
import { useSaid } from './desk'

/** What became of a report, and words for whoever made it. `seenAt` is the moment of the words that are answered. */
export function AnswerForm({
  action,
  report,
  seenAt,
}: {
  action: FormAction
  report: string
  seenAt: number
}) {
  const { form, field, result } = useActionForm(action, {}, { onDone: useSaid() })
  const { error, ...answer } = field('answer')
  const state = field('state')
  return (
    <form {...form} className="mt-5 grid max-w-measure gap-4">
      <FormMessage result={result} />
      <input type="hidden" name="report" value={report} />
      <input type="hidden" name="seenAt" value={seenAt} />
      <fieldset>
        <legend className="font-semibold">What became of it?</legend>
        <div className="mt-1 flex flex-wrap gap-x-6">
          {ANSWER_STATES.map((each) => (
            <label key={each} className="inline-flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name="state"
                value={each}
                required
                defaultChecked={state.defaultValue === each}
                className="size-5 accent-accent"
              />
              {STATE_WORDS[each]}
            </label>
          ))}
        </div>
      </fieldset>
      <Field label="Your answer" hint="Whoever reported it reads this. It may be left empty." error={error}>
        {(control) => <Textarea dir="auto" rows={3} maxLength={LONGEST_REPORT} {...answer} {...control} />}
      </Field>
      <div>
        <SubmitButton>Answer</SubmitButton>
      </div>
    </form>
  )
}
