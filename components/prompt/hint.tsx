'use client'

import type { ReactNode } from 'react'
import type { Tongue } from '@/components/deck/use-answer'
import { buttonClasses } from '@/components/ui/button-classes'

/** A hint on request. That it was opened is part of the answer. */
export function Hint({
  tongue,
  opened,
  children,
}: {
  tongue: Tongue
  opened: () => void
  children: ReactNode
}) {
  return (
    <details className="group print:hidden" onToggle={(event) => event.currentTarget.open && opened()}>
      <summary
        className={`${buttonClasses({ variant: 'plain' })} list-none [&::-webkit-details-marker]:hidden`}
      >
        <span className="group-open:hidden">Show a hint</span>
        <span className="hidden group-open:inline">Hide the hint</span>
      </summary>
      <div {...tongue} className="reading unfold mt-1 text-ink-soft">
        {children}
      </div>
    </details>
  )
}
