import type { LoadedDeck } from '@/lib/content/deck'
import type { Finding } from '@/lib/content/findings'
import { canonicalJson, digest } from '@/lib/content/hash'
import { type Cache, loadDecks } from '@/lib/content/load'

/** What the pages of a preview show: decks as last written in order, and what was found in the files since. */
export type Shown = {
  decks: LoadedDeck[]
  /** By the deck that the file is, or was when it could be read. */
  findings: ReadonlyMap<string, Finding[]>
  /** In files that never said which deck they are, and in none. */
  elsewhere: Finding[]
}

/**
 * Reads a folder of decks again and again. A file that was broken since shows the deck that it was, beside what broke
 * it; the others go on. Only files that changed are checked anew.
 */
export function previewOf(folder: string): { read: () => Promise<Shown>; forget: () => void } {
  const cache: Cache = new Map()
  const ids = new Map<string, string>()
  const good = new Map<string, LoadedDeck>()

  async function read(): Promise<Shown> {
    const { files, findings } = await loadDecks(folder, { cache })
    const names = new Set(files.map(({ name }) => name))
    for (const known of [cache, ids, good])
      for (const name of known.keys()) if (!names.has(name)) known.delete(name)
    for (const { name, id, deck } of files) {
      if (id !== undefined) ids.set(name, id)
      if (deck) good.set(name, deck)
    }
    const decks = new Map<string, LoadedDeck>()
    for (const deck of good.values()) if (!decks.has(deck.id)) decks.set(deck.id, deck)
    const byDeck = new Map<string, Finding[]>()
    const elsewhere: Finding[] = []
    for (const finding of findings) {
      const id = ids.get(finding.file)
      if (id === undefined) elsewhere.push(finding)
      else byDeck.set(id, [...(byDeck.get(id) ?? []), finding])
    }
    return { decks: [...decks.values()], findings: byDeck, elsewhere }
  }

  /** After a change to a picture, which is no part of its deck's file. */
  const forget = () => cache.clear()
  return { read, forget }
}

/** What one page has of it. `content` changes when the page reads otherwise, `stamp` with its findings too. */
export type PageNotes = { content: string; stamp: string; notes: Finding[] }

/** `/decks/kettles` has its own findings, `/decks` all of them, other pages none. */
export function notesFor(path: string, { decks, findings, elsewhere }: Shown): PageNotes {
  const id = /^\/decks\/([^/]+)\/?$/.exec(path)?.[1]
  const isList = /^\/decks\/?$/.test(path)
  const mine = isList ? decks : decks.filter((deck) => deck.id === id)
  const notes = isList ? [...[...findings.values()].flat(), ...elsewhere] : id ? (findings.get(id) ?? []) : []
  const content = digest(canonicalJson(mine))
  return { content, stamp: digest(canonicalJson([content, notes])), notes }
}
