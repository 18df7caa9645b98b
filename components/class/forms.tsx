'use client'

import type { ComponentProps, ReactNode } from 'react'
import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import type { ButtonLook } from '@/components/ui/button-classes'
import { Field, TextField } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'

type Common = {
  action: FormAction
  /** What the form acts on, by name of the field. */
  hidden?: Record<string, string>
  button: ReactNode
  variant?: ButtonLook['variant']
}

export const HiddenFields = ({ hidden = {} }: Pick<Common, 'hidden'>) =>
  Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)

/** A form that is one button, with what came of it beside it. */
export function ButtonForm({ action, hidden, button, variant = 'quiet' }: Common) {
  const { form, result } = useActionForm(action)
  return (
    <form {...form} className="grid justify-items-start gap-2">
      <HiddenFields hidden={hidden} />
      <SubmitButton variant={variant}>{button}</SubmitButton>
      <FormMessage result={result} />
    </form>
  )
}

/** A form with one line of text. */
export function LineForm({
  action,
  hidden,
  button,
  variant = 'primary',
  label,
  name,
  hint,
  initial,
  ...input
}: Common &
  Omit<ComponentProps<'input'>, 'name' | 'form' | 'hidden'> & {
    label: string
    name: string
    hint?: ReactNode
    initial?: string
  }) {
  const { form, field, result } = useActionForm(action, { [name]: initial })
  return (
    <form {...form} className="grid max-w-[27rem] gap-3">
      <HiddenFields hidden={hidden} />
      <TextField label={label} hint={hint} required {...input} {...field(name)} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton variant={variant}>{button}</SubmitButton>
      </div>
      <FormMessage result={result} />
    </form>
  )
}

/** Moves the due date of the deck in `hidden`. The zone says when a date ends. */
export function DueForm({ action, hidden, due, timeZone }: Dated & { due: string }) {
  const { form, field, result } = useActionForm(action, { due })
  return (
    <form {...form} className="grid gap-3">
      <HiddenFields hidden={hidden} />
      <div className="flex flex-wrap items-end gap-3">
        <DueField {...field('due')} timeZone={timeZone} />
        <SubmitButton variant="quiet">Save date</SubmitButton>
      </div>
      <FormMessage result={result} />
    </form>
  )
}

/** Assigns one of several decks. It stays when there is none left, and says what came of assigning the last. */
export function AssignForm({
  action,
  hidden,
  decks,
  timeZone,
}: Dated & { decks: readonly { deckId: string; title: string }[] }) {
  const { form, field, result } = useActionForm(action)
  const { defaultValue: chosen, name } = field('deck')
  return (
    <form {...form} className="grid gap-3">
      <HiddenFields hidden={hidden} />
      {decks.length === 0 ? (
        <p className="text-ink-soft">Every deck is assigned.</p>
      ) : (
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-[2_1_16rem]">
            <Field label="Deck">
              {(control) => (
                // A choice that comes back makes a new select: React resets one that stays to its first option.
                <Select key={chosen} name={name} defaultValue={chosen} required {...control}>
                  {decks.map(({ deckId, title }) => (
                    <option key={deckId} value={deckId}>
                      {title}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <DueField {...field('due')} timeZone={timeZone} />
          <SubmitButton>Assign</SubmitButton>
        </div>
      )}
      <FormMessage result={result} />
    </form>
  )
}

type Dated = Pick<Common, 'action' | 'hidden'> & { timeZone: string }

const DueField = ({
  error,
  timeZone,
  ...date
}: {
  name: string
  defaultValue?: string
  error?: string
  timeZone: string
}) => (
  <div className="flex-[0_1_13rem]">
    <Field label="Due" error={error}>
      {(control) => (
        <Input type="date" title={`At the end of that day in ${timeZone}`} {...date} {...control} />
      )}
    </Field>
  </div>
)
