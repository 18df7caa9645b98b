import { distance } from 'fastest-levenshtein'

/**
 * How a learner's word may differ from a phrasing's and still be it. Distances as H5P's essay has them, but the first
 * letter must be right: misspellings rarely touch it, and it keeps "unreliable" from passing for "reliable".
 */
const ONE_EDIT_FROM = 5
const TWO_EDITS_FROM = 10

/** Pairs of prefixes one or two letters apart that mean opposite things. */
const OPPOSED: readonly (readonly [string, string])[] = [
  ['hyper', 'hypo'],
  ['inter', 'intra'],
  ['macro', 'micro'],
  ['absor', 'adsor'],
  ['ante', 'anti'],
  ['exo', 'endo'],
]

/** A word as compared for typos, with the set of its letters as bits: a filter far cheaper than a distance. */
export type Spelling = { text: string; letters: number }

export function spelling(text: string): Spelling {
  let letters = 0
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31)
  return { text, letters }
}

function bits(value: number): number {
  let left = value - ((value >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** True for two words that differ by a small slip: one edit or swapped neighbours from 5 letters on, two edits from 10. */
export function isTypo(written: Spelling, meant: Spelling): boolean {
  const a = written.text
  const b = meant.text
  const shorter = Math.min(a.length, b.length)
  if (shorter < ONE_EDIT_FROM || a.charCodeAt(0) !== b.charCodeAt(0)) return false
  const edits = shorter >= TWO_EDITS_FROM ? 2 : 1
  if (Math.abs(a.length - b.length) > edits) return false
  // An edit changes at most two members of the set of letters; a swap changes none.
  if (bits(written.letters ^ meant.letters) > 2 * edits) return false
  if (a === b) return true
  // Figures are never misspelt: 10000 is not 20000, nor IPv4 IPv6.
  if (/\d/.test(a) || /\d/.test(b)) return false
  if (swapped(a, b)) return !opposed(a, b)
  return distance(a, b) <= edits && !opposed(a, b)
}

function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

const opposed = (a: string, b: string): boolean =>
  OPPOSED.some(
    ([one, other]) =>
      (a.startsWith(one) && b.startsWith(other)) || (a.startsWith(other) && b.startsWith(one)),
  )

/** One family by their stems: "autom" (automate) and "automat" (automatic), which suffix stemming leaves apart. */
export function isKin(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length >= 5 && long.length - short.length <= 2 && long.startsWith(short)
}

const DENYING = ['un', 'in', 'im', 'ir', 'non', 'dis']
const SHORTEST_DENIED = 4

/** The word without a denying prefix ("unbalanced" gives "balanced"), or undefined. */
export function undenied(word: string): string | undefined {
  const prefix = DENYING.find((start) => word.startsWith(start))
  const rest = prefix ? word.slice(prefix.length) : ''
  return rest.length >= SHORTEST_DENIED ? rest : undefined
}

const SHORTEST_PART = 5

/** Whether a compound word begins or ends with this one, in the form given or near enough by its stem. */
export function isPart(
  stem: string,
  forms: readonly Spelling[],
  folded: string,
  compoundStem: string,
): boolean {
  const starts = (part: string) =>
    part.length >= SHORTEST_PART && folded.length > part.length + 2 && folded.startsWith(part)
  const closes = (part: string) =>
    part.length >= SHORTEST_PART && compoundStem.length > part.length + 2 && compoundStem.endsWith(part)
  if (starts(stem) || forms.some(({ text }) => starts(text))) return true
  return closes(stem) || closes(stem.slice(0, -1))
}
