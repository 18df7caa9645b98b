'use client'

import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { NewPasswordField } from './new-password-field'
import { TimeZoneInput } from './time-zone-input'

type Props = { action: FormAction; next: string; shortest: number; longest: number }

/** Name, email and a password of `shortest` to `longest` characters. `next` is where to go on afterwards. */
export function SignUpForm({ action, next, shortest, longest }: Props) {
  const { form, field, result } = useActionForm(action)
  return (
    <form {...form}>
      <FormMessage result={result} />
      <div className="grid gap-5">
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
        <NewPasswordField label="Password" {...field('password')} shortest={shortest} longest={longest} />
        <SubmitButton wide>Create account</SubmitButton>
      </div>
    </form>
  )
}
