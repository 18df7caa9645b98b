'use client'

import { useEffect } from 'react'
import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { loadMine } from '@/lib/browser/mine'
import { ZoneHint } from './zone-hint'

type Props = { action: FormAction; name: string; timeZone: string; timeZones: readonly string[] }

/** What the learner is called and which zone their days follow. */
export function ProfileForm({ action, name, timeZone, timeZones }: Props) {
  const { form, field, result } = useActionForm(action, { name, timeZone })
  const { error, ...zone } = field('timeZone')
  // The corner of the page shows the name.
  useEffect(() => {
    if (result?.ok) loadMine(undefined)
  }, [result])
  return (
    <form {...form} className="max-w-[27rem]">
      <FormMessage result={result} />
      <div className="grid gap-5">
        <TextField
          label="Name"
          hint="What the instructor of a class you join sees."
          autoComplete="name"
          maxLength={80}
          required
          {...field('name')}
        />
        <Field label="Time zone" hint={<ZoneHint kept={timeZone} />} error={error}>
          {(control) => (
            // A new key when it was saved: React resets a form to what its fields first held, which a select keeps.
            <Select key={zone.defaultValue} {...zone} {...control}>
              {timeZones.map((one) => (
                <option key={one} value={one}>
                  {one.replaceAll('_', ' ')}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div>
          <SubmitButton>Save</SubmitButton>
        </div>
      </div>
    </form>
  )
}
