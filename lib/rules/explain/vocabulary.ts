import type { Language } from './language'
import { isKin, isPart, isTypo, type Spelling, spelling, undenied } from './likeness'
import type { Word } from './words'

type Entry = { stem: string; stemSpelling: Spelling; forms: Spelling[] }

/** A term of the vocabulary that a learner's word stands for; `flipped` when the word denies it ("unreliable"). */
export type Sense = { term: number; flipped: boolean }

/** Shorter stems are too alike to guess at ("replac", "replic"); there only whole words are compared. */
const LONG_STEM = 7

/** More than an answer of the greatest length has words. */
const MOST_SENSES = 5000

/** All words that the phrasings of one prompt use, and which of them a learner's word can be. */
export class Vocabulary {
  readonly #language: Language
  readonly #entries: Entry[] = []
  readonly #byStem = new Map<string, number>()
  readonly #byForm = new Map<string, number>()
  /** Terms by first letter, which likeness always asks to be the same. */
  readonly #byLetter = new Map<number, number[]>()
  readonly #senses = new Map<string, readonly Sense[]>()

  constructor(language: Language) {
    this.#language = language
  }

  /** Adds a phrasing's word and returns its number; words of one stem are one term. */
  add(word: Word): number {
    const known = this.#byForm.get(word.folded)
    if (known !== undefined) return known
    let term = this.#byStem.get(word.stem)
    if (term === undefined) {
      term = this.#entries.length
      this.#entries.push({ stem: word.stem, stemSpelling: spelling(word.stem), forms: [] })
      this.#byStem.set(word.stem, term)
      const letter = word.stem.charCodeAt(0)
      const bucket = this.#byLetter.get(letter)
      if (bucket) bucket.push(term)
      else this.#byLetter.set(letter, [term])
    }
    this.#byForm.set(word.folded, term)
    this.#entries[term]?.forms.push(spelling(word.folded))
    return term
  }

  /** The terms that a learner's word stands for. To be asked once every phrasing has been added. */
  senses(word: Word): readonly Sense[] {
    // Two spellings may fold to one and have two stems: which came first must not tell in another answer.
    const key = `${word.folded} ${word.stem}`
    const remembered = this.#senses.get(key)
    if (remembered) return remembered
    const found = this.#find(word)
    // A vocabulary outlives an answer, and what people write has no end.
    if (this.#senses.size >= MOST_SENSES) this.#senses.clear()
    this.#senses.set(key, found)
    return found
  }

  #find(word: Word): readonly Sense[] {
    const found = new Map<number, boolean>()
    const exact = this.#byForm.get(word.folded) ?? this.#byStem.get(word.stem)
    if (exact !== undefined) found.set(exact, false)
    const twin = this.#byStem.get(word.stem)
    if (twin !== undefined) found.set(twin, false)

    const written = spelling(word.folded)
    const writtenStem = spelling(word.stem)
    for (const term of this.#byLetter.get(word.stem.charCodeAt(0)) ?? []) {
      const entry = this.#entries[term]
      if (!entry || found.has(term)) continue
      // A word that the phrasings themselves use is no misspelling of another.
      const misspelt =
        exact === undefined &&
        ((entry.stem.length >= LONG_STEM && isTypo(writtenStem, entry.stemSpelling)) ||
          entry.forms.some((form) => isTypo(written, form)))
      if (isKin(word.stem, entry.stem) || misspelt) found.set(term, false)
    }
    if (found.size === 0) this.#addDenied(word, found)
    if (this.#language.compounding) this.#addParts(word, found)
    return [...found].map(([term, flipped]) => ({ term, flipped }))
  }

  #addDenied(word: Word, found: Map<number, boolean>): void {
    const rest = this.#language.known ? undenied(word.folded) : undefined
    if (!rest) return
    const term = this.#byForm.get(rest) ?? this.#byStem.get(this.#language.stem(rest))
    if (term !== undefined) found.set(term, true)
  }

  #addParts(word: Word, found: Map<number, boolean>): void {
    this.#entries.forEach((entry, term) => {
      if (!found.has(term) && isPart(entry.stem, entry.forms, word.folded, word.stem)) found.set(term, false)
    })
  }
}
