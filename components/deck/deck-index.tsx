'use client'

import { useMine } from '@/lib/browser/mine'

export type Part = { id: string; title: string; names: string[] }

/** The parts of a deck and how many of each are answered: quiet, and always in sight. */
export function DeckIndex({ parts }: { parts: readonly Part[] }) {
  const { items } = useMine()
  return (
    <nav
      aria-label="Parts of this deck"
      className="sticky top-0 z-20 -mx-5 border-rule border-b bg-paper px-5 sm:-mx-8 sm:px-8 lg:top-8 lg:mx-0 lg:self-start lg:border-0 lg:px-0 print:hidden"
    >
      <ul className="flex gap-x-6 lg:grid">
        {parts.map(({ id, title, names }) => {
          const answered = names.filter((name) => items[name]).length
          return (
            <li key={id}>
              <a
                href={`#${id}`}
                className="flex min-h-11 items-baseline gap-x-1.5 pt-2.5 font-medium tabular-nums hover:text-accent"
              >
                {title}
                <span className="font-normal text-ink-faint">
                  {answered > 0 && (
                    <>
                      <span className="sr-only">, answered </span>
                      {answered}
                      <span aria-hidden="true">/</span>
                      <span className="sr-only"> of </span>
                    </>
                  )}
                  {names.length}
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
