'use client'

import { ZoneHint } from '@/components/account/zone-hint'
import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { ChoiceField } from './choice-field'

export type DayFields = { timeZone: string; dayStartHour: string; maximumIntervalDays: string }

const HOURS = Array.from(
  { length: 24 },
  (_, hour) => [String(hour), `${String(hour).padStart(2, '0')}:00`] as const,
)

/** When a day starts, and how far ahead one may be. Holds from the next day on. */
export function DaysForm({
  action,
  days,
  timeZones,
}: {
  action: FormAction
  days: DayFields
  timeZones: readonly string[]
}) {
  const { form, field, result } = useActionForm(action, days)
  return (
    <form {...form} className="max-w-[27rem]">
      <FormMessage result={result} />
      <div className="grid gap-5">
        <ChoiceField
          label="Time zone"
          hint={<ZoneHint kept={days.timeZone} />}
          choices={timeZones.map((zone) => [zone, zone.replaceAll('_', ' ')] as const)}
          {...field('timeZone')}
        />
        <ChoiceField
          label="A new day starts at"
          hint="Until then the evening before goes on."
          choices={HOURS}
          {...field('dayStartHour')}
        />
        <TextField
          label="Longest interval in days"
          hint="However well you know an item, it comes back by then."
          type="number"
          inputMode="numeric"
          min={7}
          max={36500}
          required
          {...field('maximumIntervalDays')}
        />
        <div>
          <SubmitButton>Save</SubmitButton>
        </div>
      </div>
    </form>
  )
}
