import type { Course } from '@/lib/rules/course/course'
import {
  type DeckHead,
  type DeckSource,
  type ItemBody,
  type ItemKind,
  LEVELS,
  type Level,
} from '@/lib/rules/item'
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
  licence?: string | undefined
  sources: DeckSource[]
  /** Email addresses of those who answer reports of mistakes, in lower case, each once. */
  keepers: string[]
  items: LoadedItem[]
  /** The file as it was read. */
  source: string
}

/** The id of an item in every database: the same deck seeded twice can be answered in either. */
export const itemId = (deckId: string, name: string): string => `${deckId}/${name}`

/** One hash over all decks and courses, whatever their order: equal when seeding them again would change nothing. */
export function contentVersion(decks: readonly LoadedDeck[], courses: readonly Course[] = []): string {
  return digest(canonicalJson([byId(decks), byId(courses)]))
}

const byId = <T extends { id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1))

/** Levels that occur, easiest first, with how many items have each. */
export function countLevels(levels: readonly Level[]): { level: Level; count: number }[] {
  return LEVELS.map((level) => ({ level, count: levels.filter((each) => each === level).length })).filter(
    ({ count }) => count > 0,
  )
}
