/** A deck's place in a course: what it builds on are decks that come before it. */
export type CourseDeck = { id: string; buildsOn: string[] }

/** A topic whose decks have an order. `id` is the topic and the address. */
export type Course = {
  id: string
  title: string
  /** What one will be able to do at its end. */
  summary: string
  /** For whom it is. */
  audience: string
  language: string
  direction: 'ltr' | 'rtl'
  decks: CourseDeck[]
}
