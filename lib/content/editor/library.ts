import type { DeckFile } from '@/lib/content/schema'
import type { Complaint } from '@/lib/content/schema-findings'
import { deadLinks, type Library } from './dead-links'
import { warning } from './habit'
import { askedOf } from './same-question'

export type Shelved = { topic: string; deck: DeckFile }

/** What can be said of a deck only beside the others: links between decks, and items that ask the same in one topic. */
export function libraryComplaints(shelf: readonly Shelved[], courses: readonly string[]): Complaint[][] {
  const library = libraryOf(shelf, courses)
  const first = new Map<string, string>()
  return shelf.map(({ topic, deck }) => {
    const mine: [key: string, item: string][] = []
    const repeated = askedOf(deck).flatMap(({ id, path, key }) => {
      const among = `${topic}\n${deck.language}\n${key}`
      const other = first.get(among)
      if (other === undefined) mine.push([among, `/decks/${deck.id}#${id}`])
      return other === undefined
        ? []
        : [warning(path, `${other} asks the same. Ask from another side, or link to it instead.`)]
    })
    for (const [key, item] of mine) if (!first.has(key)) first.set(key, item)
    return [...repeated, ...deadLinks(deck, library)]
  })
}

function libraryOf(shelf: readonly Shelved[], courses: readonly string[]): Library {
  const items = ({ cards, questions, prompts }: DeckFile) => [...cards, ...questions, ...prompts]
  return {
    decks: new Map(shelf.map(({ deck }) => [deck.id, new Set(items(deck).map(({ id }) => id))])),
    courses: new Set(courses),
    pictures: new Set(
      shelf.flatMap(({ topic, deck }) =>
        items(deck).flatMap(({ pictures }) => pictures.map(({ file }) => `${topic}/${file}`)),
      ),
    ),
  }
}
