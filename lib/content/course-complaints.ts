import type { Path } from './findings'
import { suggestion } from './nearest'
import type { Complaint } from './schema-findings'

/** A deck file's id, and the topic it lies in. */
export type KnownDeck = { id: string; topic: string }

/** `complete` is whether every deck file of the topic could be read: otherwise an unknown deck may be in one of those. */
export type KnownDecks = { decks: readonly KnownDeck[]; complete: boolean }

type Entry = { path: Path; id: string; buildsOn: { path: Path; id: string }[] }

/**
 * What a schema cannot say about a course. Takes the values as they were written: whatever has the wrong type is
 * passed over here and named by the schema.
 */
export function courseComplaints(
  value: unknown,
  topic: string,
  { decks: known, complete }: KnownDecks,
): Complaint[] {
  const listed = (value as { decks?: unknown } | null | undefined)?.decks
  if (!Array.isArray(listed)) return []
  const entries = listed.flatMap(entryOf)
  return [
    ...entries.flatMap((entry) => unknownDeck(entry, topic, { decks: known, complete })),
    ...repeated(entries, (id) => `The deck "${id}" stands in this course already. Remove one of the two.`),
    ...entries.flatMap(({ buildsOn }) =>
      repeated(buildsOn, (id) => `"${id}" is named here already. Remove one of the two.`),
    ),
    ...entries.flatMap((entry, at) => misplaced(entry, at, entries)),
    ...leftOut(entries, topic, known),
  ]
}

function entryOf(deck: unknown, at: number): Entry[] {
  const { id, buildsOn } = (deck ?? {}) as { id?: unknown; buildsOn?: unknown }
  if (typeof id !== 'string') return []
  const path: Path = ['decks', at]
  const named = (Array.isArray(buildsOn) ? buildsOn : []).flatMap((each, place) =>
    typeof each === 'string' ? [{ path: [...path, 'buildsOn', place], id: each }] : [],
  )
  return [{ path: [...path, 'id'], id, buildsOn: named }]
}

function unknownDeck({ path, id }: Entry, topic: string, { decks, complete }: KnownDecks): Complaint[] {
  const deck = decks.find((each) => each.id === id)
  if (deck?.topic === topic || (!deck && !complete)) return []
  if (deck)
    return [
      {
        path,
        message: `The deck "${id}" lies in the topic "${deck.topic}". Move its file to this folder, or remove it here.`,
      },
    ]
  const here = decks.filter((each) => each.topic === topic).map((each) => each.id)
  return [{ path, message: `There is no deck "${id}".${suggestion(id, here, 'Decks of this topic')}` }]
}

function repeated(list: readonly { path: Path; id: string }[], message: (id: string) => string): Complaint[] {
  const seen = new Set<string>()
  return list.flatMap(({ path, id }) => {
    if (seen.has(id)) return [{ path, message: message(id) }]
    seen.add(id)
    return []
  })
}

/** What a deck builds on stands before it: then the order is a way through, and no circle is possible. */
function misplaced({ id, buildsOn }: Entry, at: number, entries: readonly Entry[]): Complaint[] {
  const ids = entries.map((entry) => entry.id)
  return buildsOn.flatMap(({ path, id: base }): Complaint[] => {
    if (base === id) return [{ path, message: `"${id}" builds on itself. Remove it here.` }]
    const place = ids.indexOf(base)
    if (place < 0) {
      const message = `The course has no deck "${base}" to build on.${suggestion(base, ids, 'Decks of this course')}`
      return [{ path, message }]
    }
    if (place < at) return []
    const circle = wayTo(id, base, entries)
    const message = circle
      ? `This goes in a circle: ${[id, ...circle].join(' builds on ')}. Remove one of these.`
      : `"${base}" comes after "${id}" in the list. Move it up.`
    return [{ path, message }]
  })
}

/** The decks by which `from` builds on `to`, both included; undefined when it does not. */
function wayTo(
  to: string,
  from: string,
  entries: readonly Entry[],
  seen = new Set<string>(),
): string[] | undefined {
  if (from === to) return [to]
  if (seen.has(from)) return undefined
  seen.add(from)
  for (const base of entries.find(({ id }) => id === from)?.buildsOn ?? []) {
    const way = wayTo(to, base.id, entries, seen)
    if (way) return [from, ...way]
  }
  return undefined
}

function leftOut(entries: readonly Entry[], topic: string, known: readonly KnownDeck[]): Complaint[] {
  const named = new Set(entries.map(({ id }) => id))
  return known
    .filter((deck) => deck.topic === topic && !named.has(deck.id))
    .map(({ id }) => ({
      path: ['decks'],
      message: `The deck "${id}" of this topic is not in the course. Add it, or move its file to another topic.`,
      severity: 'warning',
    }))
}
