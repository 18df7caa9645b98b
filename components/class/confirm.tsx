import type { ReactNode } from 'react'
import { type ButtonLook, buttonClasses } from '@/components/ui/button-classes'

/** Something that is asked twice: the first press says what will happen, the button inside does it. */
export function Confirm({
  label,
  variant = 'plain',
  children,
}: {
  label: ReactNode
  variant?: ButtonLook['variant']
  children: ReactNode
}) {
  return (
    <details className="open:w-full">
      <summary className={`${buttonClasses({ variant })} list-none [&::-webkit-details-marker]:hidden`}>
        {label}
      </summary>
      <div className="mt-2 grid max-w-measure gap-3 border-rule border-s-2 ps-4">{children}</div>
    </details>
  )
}
