import type { Language } from './language'
import { markNegation } from './negation'
import type { Vocabulary } from './vocabulary'
import { readWords, type Word } from './words'

/** An accepted phrasing, read: the words it takes (as numbers of the vocabulary), in the author's order. */
export type Phrasing = {
  terms: readonly number[]
  /** Which of the terms the author denies: "no manual deployment" asks for a denied "manual". */
  denied: readonly boolean[]
  /** Whether its words stand side by side, as in a noun phrase. */
  adjacent: boolean
  /** Whether it speaks of a before or an after. */
  timed: boolean
}

/** Reads one phrasing. Undefined where it holds no word at all. */
export function readPhrasing(text: string, language: Language, vocabulary: Vocabulary): Phrasing | undefined {
  const { essentials, adjacent, timed } = understood(text, language)
  const terms: number[] = []
  const denied: boolean[] = []
  for (const word of essentials) {
    const term = vocabulary.add(word)
    if (terms.includes(term)) continue
    terms.push(term)
    denied.push(word.negated)
  }
  return terms.length === 0 ? undefined : { terms, denied, adjacent, timed }
}

type Understood = { essentials: readonly Word[]; adjacent: boolean; timed: boolean }

/** A prompt has dozens of phrasings, and every answer to it is held against the same ones: they are taken apart once. */
const remembered = new WeakMap<Language, Map<string, Understood>>()
const MOST_REMEMBERED = 20_000

function understood(text: string, language: Language): Understood {
  const known = remembered.get(language) ?? new Map<string, Understood>()
  remembered.set(language, known)
  const before = known.get(text)
  if (before) return before
  const words = readWords(text, language)
  markNegation(words, language.lexicon)
  const essentials = essential(words, language)
  const from = essentials[0] ? words.indexOf(essentials[0]) : 0
  const reading = {
    essentials,
    adjacent: essentials.every((word, index) => word === words[from + index]),
    timed: words.some(({ folded }) => language.lexicon.times.has(folded)),
  }
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(text, reading)
  return reading
}

/** The words with meaning; a pronoun too where there is only one ("it is faster"); all of them where there is none. */
function essential(words: readonly Word[], language: Language): readonly Word[] {
  const { asking } = language.lexicon
  const content = words.filter((word) => word.content || asking.has(word.folded))
  if (content.length > 1) return content
  const anchored = words.filter((word) => word.content || language.lexicon.pronouns.has(word.folded))
  return content.length === 1 ? anchored : words
}
