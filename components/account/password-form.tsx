'use client'

import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { Fold } from './fold'
import { NewPasswordField } from './new-password-field'

type Props = { action: FormAction; hasPassword: boolean; email?: string; shortest: number; longest: number }

/** A new password, confirmed by the old one if there is one. */
export function PasswordForm({ action, hasPassword, email, shortest, longest }: Props) {
  const { form, field, result } = useActionForm(action)
  return (
    <Fold title={hasPassword ? 'Change password' : 'Set a password'} open={result !== undefined}>
      <form {...form} className="max-w-[27rem]">
        <FormMessage result={result} />
        {/* For password managers, which keep a password together with whose it is. */}
        <input type="text" autoComplete="username" value={email ?? ''} readOnly hidden />
        <div className="grid gap-5">
          {hasPassword && (
            <TextField
              label="Current password"
              type="password"
              autoComplete="current-password"
              required
              {...field('current')}
            />
          )}
          <NewPasswordField
            label="New password"
            {...field('password')}
            shortest={shortest}
            longest={longest}
          />
          <div>
            <SubmitButton>{hasPassword ? 'Change password' : 'Set password'}</SubmitButton>
          </div>
        </div>
      </form>
    </Fold>
  )
}
