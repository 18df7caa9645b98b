'use client'

import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { NewPasswordField } from './new-password-field'

type Props = { action: FormAction; token: string; email?: string; shortest: number; longest: number }

/** A new password, by the token of a reset link. */
export function ResetForm({ action, token, email, shortest, longest }: Props) {
  const { form, field, result } = useActionForm(action)
  return (
    <form {...form}>
      <FormMessage result={result} />
      <input type="hidden" name="token" value={token} />
      {/* For password managers, which keep a password together with whose it is. */}
      <input type="text" autoComplete="username" value={email ?? ''} readOnly hidden />
      <div className="grid gap-5">
        <NewPasswordField label="New password" {...field('password')} shortest={shortest} longest={longest} />
        <SubmitButton wide>Set password</SubmitButton>
      </div>
    </form>
  )
}
