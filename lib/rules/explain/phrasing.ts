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
  const words = readWords(text, language)
  markNegation(words, language.lexicon)
  const essentials = essential(words, language)
  const terms: number[] = []
  const denied: boolean[] = []
  for (const word of essentials) {
    const term = vocabulary.add(word)
    if (terms.includes(term)) continue
    terms.push(term)
    denied.push(word.negated)
  }
  if (terms.length === 0) return undefined
  const from = essentials[0] ? words.indexOf(essentials[0]) : 0
  return {
    terms,
    denied,
    adjacent: essentials.every((word, index) => word === words[from + index]),
    timed: words.some(({ folded }) => language.lexicon.times.has(folded)),
  }
}

/** The words with meaning; a pronoun too where there is only one ("it is faster"); all of them where there is none. */
function essential(words: readonly Word[], language: Language): readonly Word[] {
  const { asking } = language.lexicon
  const content = words.filter((word) => word.content || asking.has(word.folded))
  if (content.length > 1) return content
  const anchored = words.filter((word) => word.content || language.lexicon.pronouns.has(word.folded))
  return content.length === 1 ? anchored : words
}
