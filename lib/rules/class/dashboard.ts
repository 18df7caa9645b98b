import type { ItemKind } from '../item'

/** What a class's instructor sees. It travels as JSON; times are epoch milliseconds, counts are of live items. */
export type Dashboard = {
  id: string
  name: string
  archived: boolean
  /** When this was read: "3 days ago" counts from here, the same on server and browser. */
  at: number
  /** The zone of the instructor who looks. */
  timeZone: string
  decks: DashboardDeck[]
  people: DashboardPerson[]
  missed: MissedItem[]
}

/** An assigned deck: the base of every count in its columns. */
export type DashboardDeck = {
  id: string
  title: string
  dueAt?: number
  cards: number
  questions: number
  prompts: number
  concepts: number
}

export type DashboardPerson = {
  id: string
  name: string
  /** Newest work on an assigned deck. */
  lastAt?: number
  /** By deck; absent for a deck that was not started. */
  decks: Record<string, DeckStanding>
}

export type DeckStanding = {
  /** Items answered at least once. */
  answered: number
  known: number
  rightFirst: number
  rightEver: number
  /** Sum over prompts of the concepts in the best attempt. */
  concepts: number
  /** Items first answered by the due date. */
  byDue: number
}

/** An item that first attempts missed, and what they said. */
export type MissedItem = {
  id: string
  deckId: string
  /** The anchor on the deck's page. */
  name: string
  kind: ItemKind
  /** What was asked, as plain text. */
  asked: string
  tried: number
  /** First attempts that earned less than the whole mark. */
  missed: number
  /** Mean mark of the first attempts, 0 to 1. */
  facility: number
  answers: FirstAnswer[]
}

/** `count` of `of` learners gave this answer at first; for a prompt, missed this concept. */
export type FirstAnswer = { text: string; count: number; of: number; right?: boolean }

/** How many items a deck has. */
export const itemsOf = ({ cards, questions, prompts }: DashboardDeck) => cards + questions + prompts

export const NOTHING_DONE: DeckStanding = {
  answered: 0,
  known: 0,
  rightFirst: 0,
  rightEver: 0,
  concepts: 0,
  byDue: 0,
}

/** Where a person stands in a deck. */
export const standingIn = (person: DashboardPerson, deckId: string): DeckStanding =>
  person.decks[deckId] ?? NOTHING_DONE

type Count = { deckId: string; kind: ItemKind; items: number; concepts: number | null }

/** Gives every assigned deck the counts of its live items; a deck without any counts none. */
export function countedDecks(
  assigned: readonly { id: string; title: string; dueAt: number | null }[],
  counts: readonly Count[],
): DashboardDeck[] {
  return assigned.map(({ dueAt, ...deck }) => {
    const own = counts.filter(({ deckId }) => deckId === deck.id)
    const of = (kind: ItemKind) => own.find((count) => count.kind === kind)
    return {
      ...deck,
      ...(dueAt !== null && { dueAt }),
      cards: of('card')?.items ?? 0,
      questions: of('question')?.items ?? 0,
      prompts: of('prompt')?.items ?? 0,
      concepts: of('prompt')?.concepts ?? 0,
    }
  })
}

type Sum = {
  learnerId: string
  deckId: string
  items: number
  known: number
  rightFirst: number
  rightEver: number
  conceptsBest: number
  lastAt: number
}

type Part = { learnerId: string; deckId: string }

/**
 * Joins the members with their rollups, one per kind, with what they answered in time, and with the concepts that
 * prompts have lost since they were covered: never "4 of 3".
 */
export function joinPeople(
  people: readonly { id: string; name: string }[],
  sums: readonly Sum[],
  inTime: readonly (Part & { items: number })[],
  lost: readonly (Part & { concepts: number })[],
): DashboardPerson[] {
  const joined = new Map<string, DashboardPerson>(
    people.map((person) => [person.id, { ...person, decks: {} }]),
  )
  for (const sum of sums) {
    const person = joined.get(sum.learnerId)
    if (!person) continue
    const standing = person.decks[sum.deckId] ?? { ...NOTHING_DONE }
    person.decks[sum.deckId] = standing
    standing.answered += sum.items
    standing.known += sum.known
    standing.rightFirst += sum.rightFirst
    standing.rightEver += sum.rightEver
    standing.concepts += sum.conceptsBest
    person.lastAt = Math.max(person.lastAt ?? 0, sum.lastAt)
  }
  const standingOf = ({ learnerId, deckId }: Part) => joined.get(learnerId)?.decks[deckId]
  for (const part of inTime) {
    const standing = standingOf(part)
    if (standing) standing.byDue = part.items
  }
  for (const part of lost) {
    const standing = standingOf(part)
    if (standing) standing.concepts -= part.concepts
  }
  return [...joined.values()]
}
