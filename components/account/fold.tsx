import type { ReactNode } from 'react'
import { Chevron } from '@/components/ui/chevron'

/**
 * Something done rarely, behind its own name. Opens without scripts. `open` when there is something to be seen in it: a form
 * that was sent without scripts comes back in a fresh page, and what came of it must not be folded away.
 */
export function Fold({ title, open, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group border-rule border-b">
      <summary className="flex min-h-14 list-none items-center justify-between gap-4 font-semibold hover:text-accent [&::-webkit-details-marker]:hidden">
        {title}
        <Chevron size={14} />
      </summary>
      <div className="pt-2 pb-6">{children}</div>
    </details>
  )
}
