import type { DeckSummary } from '@/db/types'

/** How many items of all kinds a deck has. */
export const itemsOf = ({ counts }: Pick<DeckSummary, 'counts'>): number =>
  counts.card + counts.question + counts.prompt

/** A topic as a heading. It is a folder's name, all small: spelt as a deck of it does (MLOps), else with a capital. */
export function topicWords(topic: string, decks: readonly DeckSummary[]): string {
  const words = topic.replaceAll('-', ' ')
  const texts = decks
    .filter((deck) => deck.topic === topic)
    .map(({ title, summary }) => `${title} ${summary}`)
  const spelt = new RegExp(`\\b${words}\\b`, 'i').exec(texts.join(' '))?.[0] ?? words
  return spelt.charAt(0).toUpperCase() + spelt.slice(1)
}
