import type { ReactNode } from 'react'

/** One part of a deck: its heading, what acts on the whole of it, its items, and what stands at its end. */
export function DeckPart({
  id,
  title,
  aside,
  end,
  children,
}: {
  id: string
  title: string
  aside?: ReactNode
  end?: ReactNode
  children: ReactNode
}) {
  return (
    <section id={id} aria-labelledby={`${id}_title`} className="scroll-mt-16 pt-10 first:pt-4 lg:first:pt-0">
      <div className="mb-4 flex min-h-11 items-center justify-between gap-4 border-ink border-b-2">
        <h2 id={`${id}_title`} className="font-semibold text-xl">
          {title}
        </h2>
        {aside}
      </div>
      <div>{children}</div>
      {end}
    </section>
  )
}
