import type { DeckFile } from '@/lib/content/schema'
import type { Complaint } from '@/lib/content/schema-findings'
import { english } from './english'
import { german } from './german'

/** What a habit needs to know of a language in order to see it in that language. */
export type Tongue = {
  /** An option that is about the other options: "All of the above". */
  aboutOptions: RegExp
  /** Where the asking begins in a question that asks for what is not so; whatever stands before it sets the scene. */
  asks: RegExp
  /** Where a clause begins that is not what is asked: a "not" in it turns nothing around. */
  clause: RegExp
  negations: RegExp
  /** A second question, or a second task, behind a first one. */
  second: RegExp
  /** Words that need two things to say one: "the difference between what … and how …". */
  pairing: RegExp
  /** Ways to ask what something is, all of which say the same; the thing is in the group. */
  definitions: readonly RegExp[]
  /** A stem that points at its options and asks nothing by itself: "Which of these is true?" */
  pointing: RegExp
  /** Between two things to choose from. */
  or: RegExp
  /** A sentence with more words than this is worth two. */
  longestSentence: number
}

/** What a good editor would say about a deck that passes the schema. Warnings all: an editor can be wrong. */
export type Habit = (deck: DeckFile, tongue: Tongue | undefined) => Complaint[]

/** What is known about the language of a tag such as `de-AT`; nothing for most. */
export function tongueOf(tag: string): Tongue | undefined {
  const tongues: Record<string, Tongue> = { en: english, de: german }
  const [primary = ''] = tag.split('-', 1)
  return Object.hasOwn(tongues, primary) ? tongues[primary] : undefined
}

export const warning = (path: Complaint['path'], message: string): Complaint => ({
  path,
  message,
  severity: 'warning',
})

/** `read`, kept for as long as the same deck is there: while one deck is written, the others are asked again and again. */
export function remembered<T>(read: (deck: DeckFile) => T): (deck: DeckFile) => T {
  const kept = new WeakMap<DeckFile, { value: T }>()
  return (deck) => {
    const known = kept.get(deck) ?? { value: read(deck) }
    kept.set(deck, known)
    return known.value
  }
}
