import type { ReactNode } from 'react'

/** Nothing here yet: what this will be, and the first step towards it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <section className="border-rule border-y py-10">
      <h2 className="font-semibold text-lg">{title}</h2>
      <div className="mt-1 max-w-measure text-ink-soft">{children}</div>
      {action && <div className="mt-5">{action}</div>}
    </section>
  )
}
