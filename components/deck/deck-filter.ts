import type { DeckSummary } from '@/db/types'
import { LEVELS, type Level } from '@/lib/rules/item'

/** What a list of decks is narrowed to. Empty text and absent values narrow nothing. */
export type DeckFilter = { text: string; topic?: string; level?: Level }

/** Reads a filter from an address; what is not a level is no filter. */
export function filterOf(search: string): DeckFilter {
  const params = new URLSearchParams(search)
  return {
    text: params.get('q') ?? '',
    topic: params.get('topic') || undefined,
    level: LEVELS.find((level) => level === params.get('level')),
  }
}

/** The filter as the search part of an address; empty when nothing is narrowed. */
export function searchOf({ text, topic, level }: DeckFilter): string {
  const params = new URLSearchParams()
  if (text.trim()) params.set('q', text.trim())
  if (topic) params.set('topic', topic)
  if (level) params.set('level', level)
  const search = params.toString()
  return search && `?${search}`
}

/** The decks that have every word of the text somewhere in topic, title or summary, in the topic, with the level. */
export function matching<T extends DeckSummary>(
  decks: readonly T[],
  { text, topic, level }: DeckFilter,
): T[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  return decks.filter(
    (deck) =>
      (!topic || deck.topic === topic) &&
      (!level || deck.levels.some((each) => each.level === level)) &&
      words.every((word) => plain(`${deck.topic} ${deck.title} ${deck.summary}`).includes(word)),
  )
}

/** Small letters without accents, so that Prufung finds Prüfung. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
