'use client'

import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { FormMessage } from './form-message'
import { TimeZoneInput } from './time-zone-input'
import { type FormAction, useActionForm } from './use-action-form'

type Props = { action: FormAction; next: string; shortest: number; longest: number }

/** Name, e-mail and a password of `shortest` to `longest` characters. `next` is where to go on afterwards. */
export function SignUpForm({ action, next, shortest, longest }: Props) {
  const { form, field, result } = useActionForm(action)
  return (
    <form {...form} className="grid gap-5">
      <FormMessage result={result} />
      <input type="hidden" name="next" value={next} />
      <TimeZoneInput />
      <TextField
        label="Name"
        hint="What your instructor sees, if you join a class."
        autoComplete="name"
        maxLength={80}
        required
        {...field('name')}
      />
      <TextField label="Email" type="email" autoComplete="username" required {...field('email')} />
      <TextField
        label="Password"
        hint={`${shortest} to ${longest} characters. A few words that only you would put together do well.`}
        type="password"
        autoComplete="new-password"
        minLength={shortest}
        maxLength={longest}
        required
        {...field('password')}
      />
      <SubmitButton wide>Create account</SubmitButton>
    </form>
  )
}
