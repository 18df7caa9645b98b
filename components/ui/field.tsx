import { type ComponentProps, type ReactNode, useId } from 'react'
import { Input } from './input'
import { Sign } from './sign'

/** What a control needs to be named and described by the field around it. */
export type ControlProps = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

type Frame = { label: ReactNode; hint?: ReactNode; error?: ReactNode }

/** Label, control, hint and error belonging together; the control is given its props by the field. */
export function Field({
  label,
  hint,
  error,
  children,
}: Frame & { children: (props: ControlProps) => ReactNode }) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-ink-faint text-sm">
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm text-wrong-ink">
          <Sign kind="wrong" className="mt-1" />
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}

/** A field with one line of text. */
export function TextField({ label, hint, error, ...input }: Frame & ComponentProps<'input'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <Input {...input} {...control} />}
    </Field>
  )
}
