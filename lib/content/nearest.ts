import { distance } from 'fastest-levenshtein'

/** The known word that an author most likely meant; undefined when nothing is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const near = known
    .map((candidate) => ({ candidate, away: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.away - b.away)[0]
  return near && near.away <= Math.max(2, Math.floor(word.length / 3)) ? near.candidate : undefined
}

/** ` Did you mean "answer"?`, or the list of what is known. To be put after a sentence. */
export function suggestion(word: string, known: readonly string[], what: string): string {
  const near = nearest(word, known)
  if (near) return ` Did you mean "${near}"?`
  return known.length > 0 ? ` ${what}: ${known.join(', ')}.` : ''
}
