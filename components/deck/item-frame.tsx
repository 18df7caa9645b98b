import type { ReactNode } from 'react'
import { LevelMark } from '@/components/ui/level-mark'
import { routes } from '@/lib/routes'
import type { ItemKind, Level } from '@/lib/rules/item'
import { KIND_WORDS } from '@/lib/rules/item-title'
import { ItemLink } from './item-link'
import { Standing } from './standing'

/** What a frame needs to know of its item. */
export type Framed = {
  /** The item's full id and version: what is reported when there is a mistake in it. */
  id: string
  hash: string
  name: string
  kind: ItemKind
  number: number
  level: Level
  total?: number
}

/** One item in its column: its number, level and address, what is asked, and under it the answering. */
export function ItemFrame({
  id,
  hash,
  name,
  kind,
  number,
  level,
  total,
  children,
}: Framed & { children: ReactNode }) {
  const word = `${KIND_WORDS[kind]} ${number}`
  return (
    <article
      id={name}
      data-anchor
      aria-labelledby={`${name}_title`}
      className="scroll-mt-20 border-rule border-t py-8 first:border-t-0 first:pt-2 sm:py-10 print:break-inside-avoid"
    >
      <header className="relative mb-3 flex flex-wrap pe-10 items-center gap-x-4 gap-y-1">
        <h3 id={`${name}_title`} className="font-semibold text-ink-soft text-sm tabular-nums">
          {word}
        </h3>
        <LevelMark level={level} />
        <Standing name={name} kind={kind} total={total} />
        <span className="absolute -end-3.5 top-0 flex h-6 items-center bg-paper">
          <ItemLink name={name} label={`Link to ${word.toLowerCase()}`} />
        </span>
      </header>
      {children}
      {/* Not a <Link>: it leads to a page made for one learner, and must not be fetched ahead. */}
      <p className="mt-3 -mb-5 text-sm print:hidden">
        <a
          href={routes.report(id, hash)}
          rel="nofollow"
          className="inline-flex min-h-11 items-center text-ink-faint underline decoration-rule underline-offset-[0.2em] hover:text-accent"
        >
          Report a mistake<span className="sr-only"> in {word.toLowerCase()}</span>
        </a>
      </p>
    </article>
  )
}
