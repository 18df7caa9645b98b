'use client'

import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { leaveNothing } from '@/lib/browser/leave'
import { Fold } from './fold'

type Props = { action: FormAction; learner: string; hasPassword: boolean; name: string }

/**
 * Confirms erasing the account: by the password, or by typing the name where there is none. What this browser keeps of
 * the learner goes with it.
 */
export function EraseForm({ action, learner, hasPassword, name }: Props) {
  const { form, field, result } = useActionForm(action, {}, { onLeave: () => leaveNothing(learner) })
  return (
    <Fold title="Delete my account" open={result !== undefined}>
      <p className="mb-5 max-w-measure">
        Your account, every answer and report, and your place in classes are erased at once. Nobody can bring
        them back.
      </p>
      <form {...form} className="max-w-[27rem]">
        <FormMessage result={result} />
        <div className="grid gap-5">
          {hasPassword ? (
            <TextField
              label="Your password"
              type="password"
              autoComplete="current-password"
              required
              {...field('password')}
            />
          ) : (
            <TextField label={`Type your name: ${name}`} autoComplete="off" required {...field('name')} />
          )}
          <div>
            <SubmitButton variant="danger">Delete my account for good</SubmitButton>
          </div>
        </div>
      </form>
    </Fold>
  )
}
