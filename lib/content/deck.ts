import { type DeckHead, type ItemBody, type ItemKind, LEVELS, type Level } from '@/lib/rules/item'
import { canonicalJson, digest } from './hash'

/** One item of a deck as its file says it, ready for the database. */
export type LoadedItem = {
  /** The author's id, unique in the deck. The item's full id is `<deck>/<name>`. */
  name: string
  kind: ItemKind
  /** From 0, within the items of its kind. */
  position: number
  level: Level
  tags: string[]
  /** Ids of concepts the item carries; a prompt's own ones. */
  concepts: string[]
  revision: number
  contentHash: string
  body: ItemBody
}

/** A deck that passed every check. */
export type LoadedDeck = DeckHead & {
  /** Email addresses of those who answer reports of mistakes, in lower case, each once. */
  keepers: string[]
  items: LoadedItem[]
  /** The file as it was read. */
  source: string
}

/** The id of an item in every database: the same deck seeded twice can be answered in either. */
export const itemId = (deckId: string, name: string): string => `${deckId}/${name}`

/** One hash over all decks, whatever their order: equal when seeding them again would change nothing. */
export function contentVersion(decks: readonly LoadedDeck[]): string {
  const sorted = [...decks].sort((a, b) => (a.id < b.id ? -1 : 1))
  return digest(canonicalJson(sorted))
}

/** Levels that occur, easiest first, with how many items have each. */
export function countLevels(levels: readonly Level[]): { level: Level; count: number }[] {
  return LEVELS.map((level) => ({ level, count: levels.filter((each) => each === level).length })).filter(
    ({ count }) => count > 0,
  )
}
