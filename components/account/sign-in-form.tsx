'use client'

import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'

/** Email and password. `next` is where to go on afterwards. */
export function SignInForm({ action, next }: { action: FormAction; next: string }) {
  const { form, field, result } = useActionForm(action)
  return (
    <form {...form}>
      <FormMessage result={result} />
      <div className="grid gap-5">
        <input type="hidden" name="next" value={next} />
        <TextField label="Email" type="email" autoComplete="username" required {...field('email')} />
        <TextField
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          {...field('password')}
        />
        <SubmitButton wide>Sign in</SubmitButton>
      </div>
    </form>
  )
}
