'use client'

import Link from 'next/link'
import { itemsOf } from '@/components/deck/listed'
import { buttonClasses } from '@/components/ui/button-classes'
import { Meter } from '@/components/ui/meter'
import type { DeckProgress, DeckSummary } from '@/db/types'
import { useMine } from '@/lib/browser/mine'
import { routes } from '@/lib/routes'
import { counted } from '@/lib/rules/counted'
import { type DeckCount, isFinished, nextStep } from '@/lib/rules/course/next'

type Deck = Pick<DeckSummary, 'id' | 'title' | 'language' | 'direction' | 'counts'> & { buildsOn: string[] }

const answeredOf = (progress: DeckProgress | undefined): number =>
  progress ? progress.cards + progress.questions + progress.prompts : 0

/**
 * The one thing to do next in a course, and how far one has come. In the page that is the same for everybody it is the
 * first deck; what is the learner's own takes the same room.
 */
export function NextStep({ decks }: { decks: readonly Deck[] }) {
  const mine = useMine()
  const counts: Record<string, DeckCount> = Object.fromEntries(
    decks.map((deck) => {
      const total = itemsOf(deck)
      return [deck.id, { answered: Math.min(answeredOf(mine.decks[deck.id]), total), total }]
    }),
  )
  const step = nextStep(decks, counts)
  const deck = 'deck' in step ? decks.find(({ id }) => id === step.deck) : undefined
  const [answered, total] = (['answered', 'total'] as const).map((of) =>
    Object.values(counts).reduce((sum, count) => sum + count[of], 0),
  )
  const finished = Object.values(counts).filter(isFinished).length
  return (
    <section aria-labelledby="_next" className="mb-12">
      <h2 id="_next" className="font-normal text-ink-faint text-sm">
        {deck ? (step.do === 'start' ? 'Start with' : 'Go on with') : 'Every deck is finished'}
      </h2>
      <p lang={deck?.language} dir={deck?.direction} className="reading mt-1 font-semibold text-xl">
        {deck ? deck.title : 'Keep it by reviewing'}
      </p>
      <p className="mt-2 flex min-h-6 flex-wrap items-center gap-x-3 text-ink-faint text-sm tabular-nums">
        {answered ? (
          <>
            <Meter value={answered} of={total ?? 0} className="w-24" />
            {answered} of {total} answered, {finished} of {counted(decks.length, 'deck')} finished
          </>
        ) : (
          `${counted(decks.length, 'deck')}, ${counted(total ?? 0, 'item')}`
        )}
      </p>
      <p className="mt-4">
        <Link href={deck ? routes.deck(deck.id) : routes.review()} className={buttonClasses()}>
          {deck ? (step.do === 'start' ? 'Open the deck' : 'Go on') : 'Review'}
        </Link>
      </p>
    </section>
  )
}
