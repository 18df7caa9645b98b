import type { Language } from './language'
import { markNegation } from './negation'
import type { Vocabulary } from './vocabulary'
import { readWords, type Word } from './words'

/** A place in the answer where a term of the vocabulary is said, or denied. */
export type Place = { at: number; denied: boolean }

/** An answer, read against the vocabulary of its prompt. */
export type Reading = {
  words: readonly Word[]
  /** For each term its places, from left to right. */
  places: ReadonlyMap<number, readonly Place[]>
  /** How many words with meaning stand before each place. */
  contentBefore: Int32Array
  /** Places in a heap of words without relation. */
  heaped: Uint8Array
  /** Whether one word may hold several words of a phrasing. */
  compounding: boolean
}

/** So many words of the phrasings in a row, with no small word or pause between them, are a list of keywords … */
const HEAP = 8
/** … if at least this share of them comes from the phrasings. */
const HEAP_SHARE = 0.75

/** Reads an answer: its words, what they stand for, what is denied, asked or merely heaped up. */
export function readAnswer(text: string, language: Language, vocabulary: Vocabulary): Reading {
  const words = readWords(text, language)
  markNegation(words, language.lexicon)
  settleDoubles(words, vocabulary)
  const places = new Map<number, Place[]>()
  const contentBefore = new Int32Array(words.length + 1)
  const known = new Uint8Array(words.length)
  words.forEach((word, at) => {
    contentBefore[at + 1] = (contentBefore[at] ?? 0) + (word.content ? 1 : 0)
    const senses = vocabulary.senses(word)
    if (senses.length > 0) known[at] = 1
    // Asking whether something is so does not say that it is.
    if (word.asked) return
    for (const { term, flipped } of senses) {
      const place = { at, denied: word.negated !== flipped }
      const list = places.get(term)
      if (list) list.push(place)
      else places.set(term, [place])
    }
  })
  const heaped = heaps(words, known, language.known)
  return { words, places, contentBefore, heaped, compounding: language.compounding }
}

/** In "no unbalanced forces" the two denials cancel, and neither reaches the forces. */
function settleDoubles(words: readonly Word[], vocabulary: Vocabulary): void {
  const doubles = words.flatMap((word, at) =>
    word.negated && vocabulary.senses(word).some(({ flipped }) => flipped) ? [at] : [],
  )
  for (const at of doubles) {
    const double = words[at]
    for (const near of words.slice(Math.max(0, at - 3), at + 4)) {
      if (near !== double && near.segment === double?.segment) near.negated = false
    }
  }
}

/**
 * Finds heaps of keywords: long runs of meaningful words that nothing holds together. A comma after a single word does
 * not interrupt a run ("faster, reliable, testing, …"); one after a noun phrase does.
 */
function heaps(words: readonly Word[], known: Uint8Array, smallWordsKnown: boolean): Uint8Array {
  const heaped = new Uint8Array(words.length)
  if (!smallWordsKnown) return heaped
  let from = 0
  let segmentFrom = 0
  for (let at = 0; at <= words.length; at += 1) {
    const word = words[at]
    const before = words[at - 1]
    const paused = word && before && word.segment !== before.segment
    const ends = !word?.content || word.sentence !== before?.sentence || (paused && at - segmentFrom > 1)
    if (ends) {
      if (at - from >= HEAP) {
        let share = 0
        for (let inside = from; inside < at; inside += 1) share += known[inside] ?? 0
        if (share >= HEAP_SHARE * (at - from)) heaped.fill(1, from, at)
      }
      from = word?.content ? at : at + 1
    }
    if (paused || ends) segmentFrom = Math.max(from, at)
  }
  return heaped
}
