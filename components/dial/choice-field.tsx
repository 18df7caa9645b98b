import type { ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'

/** A field with one choice out of several, each a value and its words. */
export function ChoiceField({
  label,
  hint,
  error,
  name,
  defaultValue,
  choices,
}: {
  label: string
  hint?: ReactNode
  error?: string | undefined
  name: string
  defaultValue?: string | undefined
  choices: readonly (readonly [value: string, words: string])[]
}) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        // A new key when it was saved: React resets a form to what its fields first held, which a select keeps.
        <Select key={defaultValue} name={name} defaultValue={defaultValue} {...control}>
          {choices.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
