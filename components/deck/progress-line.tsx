'use client'

import { Meter } from '@/components/ui/meter'
import type { DeckSummary } from '@/db/types'
import { useMine } from '@/lib/browser/mine'
import { itemsOf } from './listed'

/** How many items of a deck its learner has answered, as a bar and in words. Nothing when there is nothing to say. */
export function DeckProgressLine({ deck }: { deck: DeckSummary }) {
  const progress = useMine().decks[deck.id]
  if (!progress) return null
  const answered = progress.cards + progress.questions + progress.prompts
  const total = itemsOf(deck)
  return (
    <span className="flex items-center gap-3 tabular-nums">
      <Meter value={answered} of={total} className="w-24" />
      {answered} of {total} answered
    </span>
  )
}
