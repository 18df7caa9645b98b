'use client'

import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { ChoiceField } from './choice-field'

/** Every value as its field holds it. */
export type HabitFields = Record<'newADay' | 'reviewsADay' | 'twoButtons' | 'shortcuts', string>

/** What a day of reviews is like. Holds at once. */
export function HabitsForm({ action, habits }: { action: FormAction; habits: HabitFields }) {
  const { form, field, result } = useActionForm(action, habits)
  const number = { type: 'number', inputMode: 'numeric', required: true } as const
  return (
    <form {...form} className="max-w-[27rem]">
      <FormMessage result={result} />
      <div className="grid gap-5">
        <TextField
          label="New items a day"
          hint="Over all decks."
          min={0}
          max={999}
          {...number}
          {...field('newADay')}
        />
        <TextField
          label="Reviews a day"
          hint="What is over the limit waits, the most forgotten first."
          min={1}
          max={9999}
          {...number}
          {...field('reviewsADay')}
        />
        <ChoiceField
          label="Buttons on a card"
          choices={[
            ['no', 'Four: Forgot, Hard, Good, Easy'],
            ['yes', 'Two: Forgot, Good'],
          ]}
          {...field('twoButtons')}
        />
        <ChoiceField
          label="Single keys"
          hint="Space shows the answer, 1 to 4 grade, u takes back. On every page / leads to the search."
          choices={[
            ['yes', 'On'],
            ['no', 'Off'],
          ]}
          {...field('shortcuts')}
        />
        <div>
          <SubmitButton>Save</SubmitButton>
        </div>
      </div>
    </form>
  )
}
