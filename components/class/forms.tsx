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

const HiddenFields = ({ hidden = {} }: Pick<Common, 'hidden'>) =>
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

/** Assigns one of several decks, or moves the due date of the one in `hidden`. The zone says when a date ends. */
export function AssignForm({
  action,
  hidden,
  decks,
  due,
  timeZone,
  button,
  variant = 'primary',
}: Common & { decks?: { id: string; title: string }[]; due?: string; timeZone: string }) {
  const { form, field, result } = useActionForm(action, { due })
  const { error, ...date } = field('due')
  return (
    <form {...form} className="grid gap-3">
      <HiddenFields hidden={hidden} />
      <div className="flex flex-wrap items-end gap-3">
        {decks && (
          <div className="min-w-0 flex-[2_1_16rem]">
            <Field label="Deck">
              {(control) => (
                <Select name="deck" required {...control}>
                  {decks.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
        )}
        <div className="flex-[0_1_13rem]">
          <Field label="Due" error={error}>
            {(control) => (
              <Input type="date" title={`At the end of that day in ${timeZone}`} {...date} {...control} />
            )}
          </Field>
        </div>
        <SubmitButton variant={variant}>{button}</SubmitButton>
      </div>
      <FormMessage result={result} />
    </form>
  )
}
