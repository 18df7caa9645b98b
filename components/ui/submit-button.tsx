'use client'

import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button'
import type { ButtonLook } from './button-classes'

/** The submit button of the form around it. While the form is on its way a second press does nothing. */
export function SubmitButton(props: ComponentProps<'button'> & ButtonLook) {
  const { pending } = useFormStatus()
  return (
    <Button
      {...props}
      type="submit"
      pending={pending}
      onClick={(event) => (pending ? event.preventDefault() : props.onClick?.(event))}
    />
  )
}
