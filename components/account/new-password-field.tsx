import type { ComponentProps } from 'react'
import { TextField } from '@/components/ui/field'

type Props = ComponentProps<typeof TextField> & { shortest: number; longest: number }

/** A password to be chosen, of `shortest` to `longest` characters. */
export function NewPasswordField({ shortest, longest, ...field }: Props) {
  return (
    <TextField
      hint={`${shortest} to ${longest} characters. A few words that only you would put together do well.`}
      type="password"
      autoComplete="new-password"
      minLength={shortest}
      maxLength={longest}
      required
      {...field}
    />
  )
}
