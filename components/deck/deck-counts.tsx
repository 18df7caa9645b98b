import type { DeckSummary } from '@/db/types'
import { counted } from '@/lib/rules/counted'
import { KINDS } from '@/lib/rules/item'

/** What a deck holds: 5 cards, 5 questions, 2 prompts. */
export function DeckCounts({ deck }: { deck: DeckSummary }) {
  return KINDS.filter((kind) => deck.counts[kind] > 0)
    .map((kind) => counted(deck.counts[kind], kind))
    .join(', ')
}
