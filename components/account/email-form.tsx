'use client'

import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { Fold } from './fold'

/** Another email to sign in with, confirmed by the password. */
export function EmailForm({ action, hasEmail }: { action: FormAction; hasEmail: boolean }) {
  const { form, field, result } = useActionForm(action)
  return (
    <Fold title={hasEmail ? 'Change email' : 'Add an email'} open={result !== undefined}>
      <form {...form} className="max-w-[27rem]">
        <FormMessage result={result} />
        <div className="grid gap-5">
          <TextField label="New email" type="email" autoComplete="email" required {...field('email')} />
          <TextField
            label="Your password"
            type="password"
            autoComplete="current-password"
            required
            {...field('password')}
          />
          <div>
            <SubmitButton>{hasEmail ? 'Change email' : 'Add email'}</SubmitButton>
          </div>
        </div>
      </form>
    </Fold>
  )
}
