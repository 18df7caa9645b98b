import type { ConceptScore } from './score'

/** A stretch of an answer; `concepts` are ids of what it earned, none for plain text. */
export type Passage = { text: string; concepts: string[] }

/**
 * Cuts an answer into stretches, so that a page can mark the words that earned each concept. Joined together the
 * stretches are the answer again. Only concepts in `covered` count: the stored verdict decides, not a newer scorer.
 */
export function passages(
  text: string,
  scores: readonly ConceptScore[],
  covered: readonly string[],
): Passage[] {
  const spans = scores
    .filter(({ id }) => covered.includes(id))
    .flatMap(({ id, evidence }) => evidence.map(({ start, end }) => ({ id, start, end })))
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b)
  const stretches: Passage[] = []
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[index + 1] ?? text.length
    const ids = spans.filter((span) => span.start <= start && end <= span.end).map(({ id }) => id)
    stretches.push({ text: text.slice(start, end), concepts: [...new Set(ids)] })
  }
  return stretches
}
