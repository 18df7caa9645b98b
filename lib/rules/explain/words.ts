import type { Language } from './language'

/** One word of an answer or a phrasing, where it stands, and what it is compared by. */
export type Word = {
  /** UTF-16 offsets into the text, [start, end). */
  start: number
  end: number
  /** Small letters, compatibility forms unified, marks and apostrophes gone. */
  folded: string
  stem: string
  /** False for words that carry no idea of their own. */
  content: boolean
  /** Counted from 0: a claim never reaches over a sentence, nor over a clause that contrasts with it. */
  sentence: number
  clause: number
  /** Changes at every comma, colon, bracket or dash too. */
  segment: number
  /** In a sentence that asks. */
  asked: boolean
  negated: boolean
}

/** Words are compared by their first letters at most: nothing in a language is longer. */
const LONGEST_WORD = 64
const PIECE = /(?:(?:re|co|de)[-‐‑](?=\p{L}))?[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:['’ʼ][\p{L}\p{M}]+)*/giu
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs: marks that careful and hasty writers differ in. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g

const lowered = (raw: string): string =>
  raw
    .slice(0, LONGEST_WORD * 2)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}'’ʼ‐‑-]/gu, '')
    .slice(0, LONGEST_WORD)

const unmarked = (word: string): string =>
  word.normalize('NFD').replace(MARKS, '').normalize('NFC').replaceAll('ß', 'ss')

type Stretch = { start: number; end: number }

function* pieces(text: string, language: Language): Generator<Stretch> {
  for (const match of text.matchAll(PIECE)) {
    const [raw] = match
    const { index } = match
    if (UNSPACED.test(raw)) {
      const segmenter = new Intl.Segmenter(language.tag, { granularity: 'word' })
      for (const part of segmenter.segment(raw)) {
        if (part.isWordLike)
          yield { start: index + part.index, end: index + part.index + part.segment.length }
      }
    } else if (language.eliding && /['’ʼ]/.test(raw)) {
      let from = 0
      for (const part of raw.split(/['’ʼ]/)) {
        if (part) yield { start: index + from, end: index + from + part.length }
        from += part.length + 1
      }
    } else yield { start: index, end: index + raw.length }
  }
}

/** A line that was merely wrapped goes on with a small letter after a long line. */
const WRAPPED_LINE = 60

function endsSentence(gap: string, before: string, next: string, lineLength: number): boolean {
  if (/[!?;…。！？؟।•‣▪]/.test(gap)) return true
  if (gap.includes('.')) {
    const spaced = /\s/.test(gap)
    // "e.g. testing" and "v1.2" go on; "models.It" does not.
    if (spaced ? before.length > 1 : /^\p{Lu}/u.test(next) && before.length > 1) return true
  }
  if (!/[\n\r\u2028\u2029]/.test(gap)) return false
  const wrapped = lineLength > WRAPPED_LINE && /^\s+$/.test(gap) && /^\p{Ll}/u.test(next)
  return !wrapped
}

const PAUSE = /[,،、:()[\]{}–—]|\s-+\s|--/

/**
 * Cuts a text into words with their places, sentences and clauses. Takes any string, lone surrogates and controls
 * included, and is linear in its length.
 */
export function readWords(text: string, language: Language): Word[] {
  const { lexicon } = language
  const words: Word[] = []
  let sentence = 0
  let clause = 0
  let segment = 0
  let lineStart = 0
  let conditional = false
  let contrasted = false
  let previous: Word | undefined

  for (const { start, end } of pieces(text, language)) {
    const raw = text.slice(start, end)
    const base = lowered(raw)
    const folded = unmarked(base)
    if (!folded) continue
    if (previous) {
      const gap = text.slice(previous.end, start)
      if (endsSentence(gap, previous.folded, raw, previous.end - lineStart)) {
        if (gap.includes('?') || gap.includes('？') || gap.includes('؟')) ask(words, sentence)
        sentence += 1
        clause += 1
        segment += 1
      } else if (PAUSE.test(gap)) {
        segment += 1
        // ", you …" begins a claim of its own, unless the part before it only said when or if.
        if (lexicon.people.has(folded) && !conditional) clause += 1
      }
      const newline = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r'))
      if (newline >= 0) lineStart = previous.end + newline + 1
    }
    if (previous && contrasted && lexicon.addition.has(folded) && previous.segment === segment) {
      clause -= 1
      previous.clause = clause
    }
    contrasted = false
    if (previous && lexicon.contrasts.has(folded) && previous.clause === clause) {
      clause += 1
      segment += 1
      contrasted = true
    }
    if (!previous || previous.segment !== segment) conditional = lexicon.conditions.has(folded)
    previous = {
      start,
      end,
      folded,
      stem: unmarked(language.stem(base)),
      content: !(
        lexicon.function.has(folded) ||
        lexicon.pronouns.has(folded) ||
        lexicon.negators.has(folded) ||
        lexicon.diminishers.has(folded)
      ),
      sentence,
      clause,
      segment,
      asked: false,
      negated: false,
    }
    words.push(previous)
  }
  if (previous && /[?？؟]/.test(text.slice(previous.end))) ask(words, sentence)
  return words
}

function ask(words: readonly Word[], sentence: number): void {
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at]
    if (word?.sentence !== sentence) return
    word.asked = true
  }
}
