import type { Grade } from '@/lib/rules/answer'
import type { DeckHead, ItemKind, Level } from '@/lib/rules/item'
import type { Notice } from '@/lib/rules/notices'
import type { Brought } from '@/lib/rules/review/today-words'
import type { FoundKind } from '@/lib/rules/search/view'

/** A deck as lists show it. */
export type DeckSummary = DeckHead & {
  /** Live items of each kind. */
  counts: Record<ItemKind, number>
  /** Concepts over all live prompts. */
  concepts: number
  /** Levels that occur, easiest first, with how many live items have each. */
  levels: { level: Level; count: number }[]
}

/** How far a learner has come in one deck, over its live items. */
export type DeckProgress = {
  /** Items answered at least once, of each kind. */
  cards: number
  questions: number
  prompts: number
  /** Cards whose last grade was Good or Easy. */
  known: number
  rightFirst: number
  rightEver: number
  /** Sum over prompts of the concepts covered in the best attempt. */
  conceptsBest: number
  /** Epoch milliseconds. */
  lastAt: number
}

/** What a learner's attempts on one item came to. */
export type ItemStanding = {
  attempts: number
  /** Epoch milliseconds. */
  lastAt: number
  lastMark: number
  lastGrade?: Grade
  rightFirst: boolean
  rightEver: boolean
  conceptsBest: number
}

/** What a learner has to do today. Times are epoch milliseconds. */
export type Today = Brought & {
  /** Whether any deck was begun. */
  studies: boolean
  /** Decks of the learner's classes that are due and not answered throughout, the first due first. */
  assignments: Assignment[]
  /** What the learner is told and has not put away, the newest first. */
  notices: Notice[]
  /** Reports of mistakes that wait for this learner, as the keeper of their decks. */
  reportsWaiting: number
}

export type Assignment = {
  deck: { id: string; title: string; language: string; direction: 'ltr' | 'rtl' }
  className: string
  dueAt: number
}

/** What is the signed-in learner's own on a page that is the same for everybody. Keys are ids of decks, names of items. */
export type Mine = {
  /** `shortcuts` is false where somebody wants no single letters for commands. */
  learner: { id: string; name: string; shortcuts: boolean } | null
  decks: Record<string, DeckProgress>
  items?: Record<string, ItemStanding>
  /** On the first page alone. */
  today?: Today
}

/** Something that was found. `title`, `asked` and `told` carry the signs of lib/rules/search/marked. */
export type Found = {
  kind: FoundKind
  deck: { id: string; title: string; language: string; direction: 'ltr' | 'rtl' }
  /** Of an item alone. */
  name?: string
  level?: Level
  /** Of a deck alone. */
  title: string
  asked: string
  told: string
  tags: string[]
}

export type SearchResult = {
  found: Found[]
  /** How many there are in all, counted up to MOST_COUNTED and one more. */
  total: number
}
