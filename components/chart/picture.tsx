import type { ReactNode } from 'react'

/** One picture of a page: what it is of, a sentence that says what is to be seen in it, and what stands under it. */
export function Picture({
  id,
  heading,
  says,
  note,
  children,
}: {
  id: string
  heading: string
  says: string
  note?: ReactNode
  children?: ReactNode
}) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="mt-14 break-inside-avoid first:mt-0">
      <h2 id={`${id}-heading`} className="font-semibold text-ink-faint">
        {heading}
      </h2>
      <p className="reading mt-1 max-w-measure text-lg">{says}</p>
      {children}
      {note && <p className="mt-2 max-w-measure text-ink-faint text-sm">{note}</p>}
    </section>
  )
}
