'use client'

import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'

/** Asks where to send a link for a new password. */
export function ForgotForm({ action }: { action: FormAction }) {
  const { form, field, result } = useActionForm(action)
  return (
    <form {...form}>
      <FormMessage result={result} />
      <div className="grid gap-5">
        <TextField
          label="Email"
          hint="The one you sign in with. We send a link to it."
          type="email"
          autoComplete="username"
          required
          {...field('email')}
        />
        <SubmitButton wide>Send the link</SubmitButton>
      </div>
    </form>
  )
}
