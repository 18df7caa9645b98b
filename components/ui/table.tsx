import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/lib/class-names'

/**
 * A real table that scrolls inside itself, its head and first column staying in sight. The caption names it, for the
 * scrolling region too: that one must be reachable by keyboard.
 */
export function Table({
  caption,
  className,
  children,
}: {
  caption: string
  className?: string
  children: ReactNode
}) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be scrollable by keyboard.
      tabIndex={0}
      className={cn(
        'relative max-h-[80dvh] max-w-full overflow-auto print:max-h-none print:overflow-visible',
        className,
      )}
    >
      <table className="w-full border-separate border-spacing-0 text-start">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  )
}

const cell = 'border-rule border-b px-3 py-2 text-start align-top first:ps-0 last:pe-0'
const stays = 'sticky start-0 z-10 bg-paper'

/** A column's heading; `numeric` aligns it with its figures, `first` keeps it in sight both ways. */
export function TableHead({
  numeric,
  first,
  className,
  ...props
}: ComponentProps<'th'> & { numeric?: boolean; first?: boolean }) {
  return (
    <th
      scope="col"
      className={cn(
        cell,
        'sticky top-0 z-10 whitespace-nowrap bg-paper align-bottom font-semibold text-ink-soft text-sm',
        numeric && 'text-end',
        first && 'start-0 z-20',
        className,
      )}
      {...props}
    />
  )
}

/** A row's own heading, in the first column. */
export function TableRowHead({ className, ...props }: ComponentProps<'th'>) {
  return <th scope="row" className={cn(cell, stays, 'font-semibold', className)} {...props} />
}

export function TableCell({ numeric, className, ...props }: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td className={cn(cell, numeric && 'whitespace-nowrap text-end tabular-nums', className)} {...props} />
  )
}
