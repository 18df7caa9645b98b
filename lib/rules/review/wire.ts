import type { Root } from 'hast'
import type { ItemKind, Level } from '../item'
import type { Rating } from '../memory/memory'
import type { Backlog } from './catch-up'

/** What the review session and the server say to each other. Trees are sanitised; no key is in any of this. */

/** Why an item is asked for. `learning`: a step of (re)learning is due; `revised`: its author changed what it means. */
export type Why = 'due' | 'learning' | 'new' | 'revised' | 'practice'

export type ReviewItem = {
  /** `<deck>/<name>`. */
  id: string
  name: string
  /** The version that is shown: an answer names it. */
  hash: string
  deck: { id: string; title: string; language: string; direction: 'ltr' | 'rtl' }
  level: Level
  why: Why
  bookmarked: boolean
  /** The learner's own words on it. */
  note?: string
  pictures: readonly { source: string; alt: string }[]
} & (
  | {
      kind: 'card'
      front: Root
      back: Root
      /** Minutes until the item would be asked again, by rating. */
      minutes: Record<Rating, number>
    }
  | { kind: 'question'; stem: Root; several: boolean; options: readonly { id: string; text: Root }[] }
  | { kind: 'prompt'; task: Root; hint: Root; total: number }
)

/** What is left of today, by why. */
export type Left = { due: number; learning: number; fresh: number }

export type ReviewPage = {
  learner: { id: string; name: string }
  /** The next items in their order, those the browser said it holds left out. */
  items: readonly ReviewItem[]
  left: Left
  /** When the next step of learning comes that is not due yet, epoch milliseconds; absent when none comes today. */
  nextAt?: number
  /** What an answer of each kind takes this learner, seconds; a default where nothing is known. */
  seconds: Record<ItemKind, number>
  habits: { twoButtons: boolean; shortcuts: boolean }
  /** More waits than a day's limit: what a plan is worked out from, by `catchUp` of ./catch-up. */
  backlog?: WaitingBacklog
}

export type WaitingBacklog = Backlog & {
  /** Reviews a day of the plan that is under way, or else of the one that is offered. */
  aDay: number
  /** Whether it is under way. */
  chosen: boolean
  /** What a plan may ask for a day at most: the learner's own limit. */
  most: number
}
