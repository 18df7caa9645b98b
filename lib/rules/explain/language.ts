import { newStemmer } from 'snowball-stemmers'
import { english, german, type Lexicon, set, unknown } from './lexicon'

/** The stemmers at hand by language subtag. English is Porter's second, as are all but the name below. */
const STEMMERS: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
}

/** Languages that write compounds as one word: "Modellüberwachung" holds "Modell" and "Überwachung". */
const COMPOUNDING = set('de nl da sv nb nn no fi hu')
/** Languages in which an apostrophe stands between two words ("l'apprentissage"). */
const ELIDING = set('fr it ca')

export type Language = {
  /** Primary subtag, or undefined where the tag makes no sense. */
  tag?: string
  lexicon: Lexicon
  /** Whether the small words of this language are known at all. */
  known: boolean
  compounding: boolean
  eliding: boolean
  stem: (word: string) => string
}

/** A stem costs some microseconds and the same words come again in every answer. */
const REMEMBERED_STEMS = 20_000
/** Longer "words" are no words; the stemmers need not walk them. */
const LONGEST_STEMMED = 40

function stemmer(tag: string): Language['stem'] {
  const name = Object.hasOwn(STEMMERS, tag) ? STEMMERS[tag] : undefined
  if (!name) return (word) => word
  const { stem } = { stem: newStemmer(name) }
  const remembered = new Map<string, string>()
  return (word) => {
    if (word.length > LONGEST_STEMMED) return word
    const found = remembered.get(word)
    if (found !== undefined) return found
    if (remembered.size >= REMEMBERED_STEMS) remembered.clear()
    const made = stem.stem(word) || word
    remembered.set(word, made)
    return made
  }
}

const languages = new Map<string, Language>()

/**
 * What is known about a language tag ("en", "de-AT"). An unknown language has no stemming, no small words and no
 * negation: words must then be written as in the phrasing, up to typos.
 */
export function languageOf(code: string): Language {
  const tag = /^[a-z]{2,3}(?=$|-)/.exec(code.toLowerCase())?.[0]
  const key = tag ?? ''
  const found = languages.get(key)
  if (found) return found
  const lexicon = tag === 'en' ? english : tag === 'de' ? german : unknown
  const made: Language = {
    tag,
    lexicon,
    known: lexicon !== unknown,
    compounding: COMPOUNDING.has(key),
    eliding: ELIDING.has(key),
    stem: stemmer(key),
  }
  // Only languages with something to keep are kept, so made-up tags cannot fill the memory.
  if (Object.hasOwn(STEMMERS, key)) languages.set(key, made)
  return made
}
