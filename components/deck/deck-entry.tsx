import Link from 'next/link'
import type { ReactNode } from 'react'
import { LevelMark } from '@/components/ui/level-mark'
import type { DeckSummary } from '@/db/types'
import { routes } from '@/lib/routes'
import { DeckCounts } from './deck-counts'
import { DeckProgressLine } from './progress-line'

/** One deck in a list: all of it leads to the deck, its title is the link. `children` is what else is said of it there. */
export function DeckEntry({ deck, children }: { deck: DeckSummary; children?: ReactNode }) {
  return (
    <article className="relative border-rule border-b py-5 hover:bg-sheet/60">
      <h3 lang={deck.language} dir={deck.direction} className="reading font-semibold text-lg">
        <Link href={routes.deck(deck.id)} className="after:absolute after:inset-0 hover:text-accent">
          {deck.title}
        </Link>
      </h3>
      <p lang={deck.language} dir={deck.direction} className="reading mt-1 max-w-measure text-ink-soft">
        {deck.summary}
      </p>
      {children}
      <div className="mt-2.5 flex flex-wrap items-center gap-x-5 gap-y-1 text-ink-faint text-sm">
        <span>
          <DeckCounts deck={deck} />
        </span>
        {deck.levels.map(({ level }) => (
          <LevelMark key={level} level={level} />
        ))}
        <DeckProgressLine deck={deck} />
      </div>
    </article>
  )
}
