import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonLook, buttonClasses } from './button-classes'

/** A button. `pending` shows that it is at work, and stays focusable so that the focus is not lost. */
export function Button({
  variant,
  wide,
  pending = false,
  className,
  type = 'button',
  ...props
}: ComponentProps<'button'> & ButtonLook & { pending?: boolean }) {
  return (
    <button
      type={type}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      className={buttonClasses({ variant, wide, className })}
      {...props}
    />
  )
}

/** A link that looks like a button because it is the one thing to do next. */
export function ButtonLink({ variant, wide, className, ...props }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link className={buttonClasses({ variant, wide, className })} {...props} />
}
