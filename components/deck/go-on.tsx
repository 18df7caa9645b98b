'use client'

import Link from 'next/link'
import { buttonClasses } from '@/components/ui/button-classes'
import type { DeckSummary } from '@/db/types'
import { useMine } from '@/lib/browser/mine'
import { routes } from '@/lib/routes'
import { isAsked } from '@/lib/rules/review/today-words'
import { DeckCounts } from './deck-counts'
import { DeckProgressLine } from './progress-line'

/**
 * One deck to open in one click: the first for somebody new, the one studied last for somebody who comes back. Both
 * take the same room, so that nothing moves when it is known who came.
 */
export function GoOn({ decks }: { decks: readonly DeckSummary[] }) {
  const mine = useMine()
  const studied = decks
    .filter(({ id }) => mine.decks[id])
    .sort((a, b) => (mine.decks[b.id]?.lastAt ?? 0) - (mine.decks[a.id]?.lastAt ?? 0))
  const deck = studied[0] ?? decks[0]
  if (!deck) return null
  return (
    <section aria-labelledby="_go_on" className="mt-10 max-w-page sm:mt-12">
      <p className="text-ink-faint text-sm">{studied.length > 0 ? 'Go on with' : 'Start with'}</p>
      <h2
        id="_go_on"
        lang={deck.language}
        dir={deck.direction}
        className="reading mt-1 font-semibold text-xl"
      >
        {deck.title}
      </h2>
      <p lang={deck.language} dir={deck.direction} className="reading mt-1 text-ink-soft">
        {deck.summary}
      </p>
      <div className="mt-2 flex min-h-6 items-center text-ink-faint text-sm">
        {studied.length > 0 ? <DeckProgressLine deck={deck} /> : <DeckCounts deck={deck} />}
      </div>
      <p className="mt-4">
        <Link
          href={routes.deck(deck.id)}
          // One thing is the next: while something is due, that is the review.
          className={buttonClasses(isAsked(mine.today) ? { variant: 'quiet' } : {})}
        >
          {studied.length > 0 ? 'Go on' : 'Open the deck'}
        </Link>
      </p>
    </section>
  )
}
