'use client'

import type { ReactNode } from 'react'
import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import type { ButtonLook } from '@/components/ui/button-classes'
import { SubmitButton } from '@/components/ui/submit-button'

type Props = {
  action: FormAction
  hidden?: Record<string, string>
  variant?: ButtonLook['variant']
  children: ReactNode
}

/** A form that is one button, with what came of it above. */
export function OneButton({ action, hidden = {}, variant = 'quiet', children }: Props) {
  const { form, result } = useActionForm(action)
  return (
    <form {...form}>
      <FormMessage result={result} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant={variant}>{children}</SubmitButton>
    </form>
  )
}
