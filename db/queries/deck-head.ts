import { decks } from '@/db/schema'

/** What a page needs of a deck to name it: its address, and its title as its own language writes it. */
export const deckHead = {
  id: decks.id,
  title: decks.title,
  language: decks.language,
  direction: decks.direction,
}
