import type { ComponentProps, ReactNode } from 'react'

/**
 * A real table that scrolls inside itself, its head and first column staying in sight. The caption names it, for the
 * scrolling region too: that one must be reachable by keyboard. `tall` lets it be as long as it is. Islands use it, so its classes are joined plainly.
 */
export function Table({
  caption,
  tall,
  className = '',
  children,
}: {
  caption: string
  tall?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be scrollable by keyboard.
      tabIndex={0}
      className={`relative max-w-full overflow-auto print:max-h-none print:overflow-visible ${tall ? '' : 'max-h-[80dvh]'} ${className}`}
    >
      <table className="w-full border-separate border-spacing-0 text-start">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  )
}

const cell = 'border-rule border-b px-3 py-2 first:ps-0 last:pe-0'

/** A column's heading; `numeric` aligns it with its figures, `first` keeps it in sight both ways. */
export function TableHead({
  numeric,
  first,
  className = '',
  ...props
}: ComponentProps<'th'> & { numeric?: boolean; first?: boolean }) {
  const place = `${numeric ? 'text-end' : 'text-start'} ${first ? 'start-0 z-20' : 'z-10'}`
  return (
    <th
      scope="col"
      className={`${cell} ${place} sticky top-0 whitespace-nowrap bg-paper align-bottom font-semibold text-ink-soft text-sm ${className}`}
      {...props}
    />
  )
}

/** A row's own heading, in the first column. */
export function TableRowHead({ className = '', ...props }: ComponentProps<'th'>) {
  const place = 'sticky start-0 z-10 bg-paper text-start align-top'
  return <th scope="row" className={`${cell} ${place} ${className}`} {...props} />
}

export function TableCell({
  numeric,
  className = '',
  ...props
}: ComponentProps<'td'> & { numeric?: boolean }) {
  const place = numeric ? 'whitespace-nowrap text-end tabular-nums' : 'text-start'
  return <td className={`${cell} ${place} align-top ${className}`} {...props} />
}
