'use client'

import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'
import { LONGEST_REPORT } from '@/lib/rules/report'

type Props = {
  action: FormAction
  item: string
  hash: string
  /** What was reported of this version already and is not answered yet. */
  text: string | undefined
}

/** Says what is wrong with an item, or says it better. */
export function ReportForm({ action, item, hash, text }: Props) {
  const { form, field, result } = useActionForm(action, { text })
  const { error, ...input } = field('text')
  return (
    <form {...form} className="mt-6 max-w-measure">
      <FormMessage result={result} />
      <input type="hidden" name="item" value={item} />
      <input type="hidden" name="hash" value={hash} />
      <div className="grid gap-5">
        <Field
          label="What is wrong?"
          hint={
            text === undefined
              ? 'Whoever keeps this deck reads it, without your name.'
              : 'You reported this already, and it is not answered yet. What you write takes its place.'
          }
          error={error}
        >
          {(control) => (
            <Textarea dir="auto" rows={5} maxLength={LONGEST_REPORT} required {...input} {...control} />
          )}
        </Field>
        <div>
          <SubmitButton>{text === undefined ? 'Send report' : 'Change report'}</SubmitButton>
        </div>
      </div>
    </form>
  )
}
