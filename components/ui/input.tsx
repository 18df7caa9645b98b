import type { ComponentProps } from 'react'

/** How every field looks: an outline of its own, 44 px high, and text no phone zooms into. */
export const controlClasses =
  'block w-full min-h-11 rounded-md border border-edge bg-paper px-3 py-2 text-base text-ink placeholder:text-ink-faint hover:border-accent focus-visible:border-accent aria-invalid:border-wrong-ink disabled:bg-sheet'

export function Input({ className = '', ...props }: ComponentProps<'input'>) {
  return <input className={`${controlClasses} ${className}`} {...props} />
}
