import type { Concept } from '../item'
import { type Reading, readAnswer } from './answer'
import { type Language, languageOf } from './language'
import { findMatch, type Match } from './match'
import { type Phrasing, readPhrasing } from './phrasing'
import { Vocabulary } from './vocabulary'

/** Raised whenever the same answer could be marked differently: verdicts name the version that gave them. */
export const SCORER_VERSION = 1

/** A stretch of the learner's own words, as UTF-16 offsets into the answer: [start, end). */
export type Evidence = { start: number; end: number }

export type ConceptScore = { id: string; covered: boolean; evidence: readonly Evidence[] }

export type Score = (text: string, concepts: readonly Concept[], language: string) => readonly ConceptScore[]

/**
 * Marks an explanation: which concepts it covers, and by which of its own words. Takes the answer as written, the
 * prompt's concepts with their accepted phrasings (plain text, never patterns), and the deck's language tag. Gives one
 * score per concept, in their order; evidence is sorted and does not overlap. Pure, never throws, and near linear in
 * the answer. What it can and cannot see: docs/decisions/0002-explain-scoring.md.
 */
export const scoreExplanation: Score = (text, concepts, code) => {
  const prompt = understood(concepts, code)
  // An answer is marked, and then shown with the words that earned it: the second question is the first again.
  const known = prompt.scored.get(text)
  if (known) return known
  const scores = score(text, prompt)
  if (prompt.scored.size >= MOST_SCORED) prompt.scored.clear()
  prompt.scored.set(text, scores)
  return scores
}

/** A prompt whose phrasings have been read, and the answers that were held against them last. */
type Prompt = {
  language: Language
  vocabulary: Vocabulary
  concepts: readonly { id: string; phrasings: readonly Phrasing[] }[]
  scored: Map<string, readonly ConceptScore[]>
}

/** As many as may be between their mark and their page at the same moment. */
const MOST_SCORED = 50

/** Every answer to a prompt is held against the same phrasings, dozens of them: they are read once. */
const prompts = new WeakMap<readonly Concept[], Map<string, Prompt>>()

function understood(concepts: readonly Concept[], code: string): Prompt {
  const byLanguage = prompts.get(concepts) ?? new Map<string, Prompt>()
  prompts.set(concepts, byLanguage)
  const known = byLanguage.get(code)
  if (known) return known
  const language = languageOf(code)
  const vocabulary = new Vocabulary(language)
  const read = concepts.map(({ id, accept }) => ({
    id,
    phrasings: accept.flatMap((accepted) => readPhrasing(accepted, language, vocabulary) ?? []),
  }))
  const prompt = { language, vocabulary, concepts: read, scored: new Map() }
  byLanguage.set(code, prompt)
  return prompt
}

function score(text: string, { language, vocabulary, concepts }: Prompt): readonly ConceptScore[] {
  const reading = readAnswer(text, language, vocabulary)
  return concepts.map(({ id, phrasings }) => {
    const match = bestMatch(phrasings, reading, language.lexicon)
    return { id, covered: match !== undefined, evidence: match ? stretches(match, reading) : [] }
  })
}

/** The phrasing that says most, then the one said most tightly, then the first in the answer. */
function bestMatch(
  phrasings: readonly Phrasing[],
  reading: Reading,
  lexicon: Parameters<typeof findMatch>[2],
): Match | undefined {
  let best: Match | undefined
  for (const phrasing of phrasings) {
    if (best && phrasing.terms.length < best.places.length) continue
    const match = findMatch(phrasing, reading, lexicon)
    if (match && (!best || better(match, best))) best = match
  }
  return best
}

function better(match: Match, best: Match): boolean {
  if (match.places.length !== best.places.length) return match.places.length > best.places.length
  const width = match.last - match.first
  const bestWidth = best.last - best.first
  return width === bestWidth ? match.first < best.first : width < bestWidth
}

/** Words this near to each other are shown as one stretch. */
const JOINED = 3

function stretches(match: Match, reading: Reading): Evidence[] {
  const found: Evidence[] = []
  let last: number | undefined
  for (const at of [...new Set(match.places)].sort((a, b) => a - b)) {
    const word = reading.words[at]
    if (!word) continue
    const open = found.at(-1)
    if (open && last !== undefined && at - last <= JOINED) open.end = word.end
    else found.push({ start: word.start, end: word.end })
    last = at
  }
  return found
}
