'use client'

import type { ReactNode } from 'react'
import { Chevron } from './chevron'

export const menuItemClasses =
  'flex min-h-11 w-full items-center rounded-sm px-3 text-start hover:bg-sheet hover:text-accent focus-visible:-outline-offset-2'

/**
 * A disclosure that closes by Escape, by a link in it, and when the focus or the pointer goes elsewhere. Without scripts it opens and
 * closes by its summary. Its content is links and forms in a list: reached by Tab, as links are.
 */
export function Menu({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details
      className="group relative min-w-0"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return
        event.currentTarget.open = false
        event.currentTarget.querySelector('summary')?.focus()
      }}
      onClick={(event) => {
        // The page that a link leads to may keep this header: it must not lie open over it.
        if ((event.target as Element).closest('a')) event.currentTarget.open = false
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false
      }}
    >
      <summary className="flex min-h-11 min-w-0 list-none items-center gap-1.5 rounded-md px-2 font-medium hover:text-accent [&::-webkit-details-marker]:hidden">
        {label}
        <Chevron size={12} />
      </summary>
      {/* Focusable, so that a click beside a link inside does not count as leaving. */}
      <div
        tabIndex={-1}
        className="absolute end-0 z-40 mt-1 min-w-48 max-w-[calc(100vw-2rem)] rounded-md border border-rule bg-paper p-1 shadow-float"
      >
        {children}
      </div>
    </details>
  )
}
