import type { ReactNode } from 'react'
import { cn } from '@/lib/class-names'

const widths = { narrow: 'max-w-md', page: 'max-w-page', wide: '' }

/**
 * The frame of a page: above it the way back, its one title, a lead that says what it is for, actions beside the title, and its content.
 * Every page starts at the same left edge; `narrow` is for a form, `page` for reading, `wide` for tables.
 */
export function Page({
  above,
  title,
  lead,
  actions,
  width = 'page',
  className,
  children,
}: {
  above?: ReactNode
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  width?: keyof typeof widths
  className?: string
  children?: ReactNode
}) {
  return (
    <div className={cn('mx-auto w-full max-w-wide px-5 pt-8 pb-20 sm:px-8 sm:pt-12', className)}>
      <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 sm:mb-10">
        <div className="min-w-0 max-w-measure">
          {above && <p className="-mt-2 mb-2 text-sm print:hidden">{above}</p>}
          <h1 className="reading font-semibold text-3xl tracking-[-0.012em]">{title}</h1>
          {lead && <p className="mt-3 text-ink-soft">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
      </header>
      <div className={widths[width]}>{children}</div>
    </div>
  )
}

/** A part of a page under its own heading. */
export function Section({ id, title, children }: { id?: string; title: ReactNode; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={id && `${id}-title`} className="mt-12 first:mt-0">
      <h2 id={id && `${id}-title`} className="mb-4 font-semibold text-xl">
        {title}
      </h2>
      {children}
    </section>
  )
}
