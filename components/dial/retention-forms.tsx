'use client'

import type { ReactNode } from 'react'
import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { RETENTIONS } from '@/lib/rules/memory/dials'

/** Around a table of prices, whose buttons each set a retention. */
export function PriceForm({ action, children }: { action: FormAction; children: ReactNode }) {
  const { form, result } = useActionForm(action)
  return (
    <form {...form}>
      <FormMessage result={result} />
      {children}
    </form>
  )
}

/** Any retention between the bounds, `set` being the one that stands, as a share of one. */
export function RetentionForm({ action, set }: { action: FormAction; set: number }) {
  const { form, field, result } = useActionForm(action, { retention: String(Math.round(set * 100)) })
  const [least, most] = [100 * RETENTIONS.least, 100 * RETENTIONS.most]
  return (
    <form {...form} className="max-w-[27rem]">
      <FormMessage result={result} />
      <div className="grid gap-5">
        <TextField
          label="Retention in per cent"
          hint={`From ${least} to ${most}.`}
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          required
          {...field('retention')}
        />
        <div>
          <SubmitButton variant="quiet">Set retention</SubmitButton>
        </div>
      </div>
    </form>
  )
}
