import type { Place, Reading } from './answer'
import type { Lexicon } from './lexicon'
import type { Phrasing } from './phrasing'

/** Where a phrasing was found: places of its terms in the author's order, and how far they stand apart. */
export type Match = { places: readonly number[]; first: number; last: number }

/** Words with meaning that may stand between those of a phrasing: room for a remark, not for another claim … */
const strangers = (terms: number): number => (terms === 1 ? 0 : terms < 4 ? 2 : 3)
/** … and so many more where they are a list ("automates building, testing and deployment"). */
const LISTED = 2
/** Words of any kind from the first to the last of a phrasing, beyond its own. */
const SPREAD = 12

/** Finds the words of a phrasing close together in one clause, said or denied as the phrasing has them. */
export function findMatch(phrasing: Phrasing, reading: Reading, lexicon: Lexicon): Match | undefined {
  const { terms } = phrasing
  const lists: (readonly Place[])[] = []
  let rarest = 0
  for (const [index, term] of terms.entries()) {
    const list = reading.places.get(term)
    if (!list) return undefined
    lists.push(list)
    if (list.length < (lists[rarest]?.length ?? Number.POSITIVE_INFINITY)) rarest = index
  }
  for (const anchor of lists[rarest] ?? []) {
    for (const ordered of [true, false]) {
      const match = gather(phrasing, lists, rarest, anchor, ordered, reading)
      if (match && stands(phrasing, match, reading, lexicon)) {
        return { places: match.map(({ at }) => at), ...ends(match) }
      }
      // One word has no order to try the other way round.
      if (terms.length === 1) break
    }
  }
  return undefined
}

const ends = (match: readonly Place[]): { first: number; last: number } => ({
  first: Math.min(...match.map(({ at }) => at)),
  last: Math.max(...match.map(({ at }) => at)),
})

/** The nearest place of every other term around the anchor, on the side where the phrasing has it if `ordered`. */
function gather(
  phrasing: Phrasing,
  lists: readonly (readonly Place[])[],
  anchorIndex: number,
  anchor: Place,
  ordered: boolean,
  reading: Reading,
): Place[] | undefined {
  const clause = reading.words[anchor.at]?.clause
  const reach = SPREAD + phrasing.terms.length
  const match: Place[] = []
  for (const [index, list] of lists.entries()) {
    if (index === anchorIndex) {
      match.push(anchor)
      continue
    }
    let nearest: Place | undefined
    let distance = reach + 1
    for (let at = firstFrom(list, anchor.at - reach); at < list.length; at += 1) {
      const place = list[at]
      if (!place || place.at > anchor.at + reach) break
      if (ordered && place.at < anchor.at !== index < anchorIndex) continue
      if (!phrasing.denied[index] && place.denied) continue
      const apart = Math.abs(place.at - anchor.at)
      if (apart < distance && reading.words[place.at]?.clause === clause) {
        nearest = place
        distance = apart
      }
    }
    if (!nearest) return undefined
    match.push(nearest)
  }
  return match
}

function firstFrom(list: readonly Place[], at: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

function stands(phrasing: Phrasing, match: readonly Place[], reading: Reading, lexicon: Lexicon): boolean {
  const count = match.length
  const { first, last } = ends(match)
  const between = (reading.contentBefore[last + 1] ?? 0) - (reading.contentBefore[first] ?? 0) - count
  const inside = reading.words.slice(first, last + 1)
  const listed = inside.some(
    ({ folded, segment }) => segment !== inside[0]?.segment || lexicon.lists.has(folded),
  )
  if (between > strangers(count) + (listed ? LISTED : 0) || last - first > SPREAD + count) return false
  if (!phrasing.timed && inside.some(({ folded }) => lexicon.times.has(folded))) return false
  const apart = reading.compounding || new Set(match.map(({ at }) => at)).size === count
  return (
    apart &&
    polarityFits(phrasing, match) &&
    rolesFit(match, reading, lexicon) &&
    related(phrasing, match, reading)
  )
}

/** What the phrasing says must not be denied; of what it denies, at least one word must be. */
function polarityFits(phrasing: Phrasing, match: readonly Place[]): boolean {
  if (match.some((place, index) => !phrasing.denied[index] && place.denied)) return false
  return (
    !phrasing.denied.includes(true) || match.some((place, index) => phrasing.denied[index] && place.denied)
  )
}

/**
 * Order is free ("deployment is automated", "automated deployment"), save where it tells who does what: "deployment
 * automates the …" has an object of its own, and "performs after the model …" is about two things.
 */
function rolesFit(match: readonly Place[], reading: Reading, lexicon: Lexicon): boolean {
  for (let index = 0; index + 1 < match.length; index += 1) {
    const later = match[index]?.at ?? 0
    const earlier = match[index + 1]?.at ?? 0
    if (later <= earlier) continue
    const here = reading.words[later]
    const next = reading.words[later + 1]
    if (next && next.segment === here?.segment && lexicon.openers.has(next.folded)) return false
    for (let at = earlier + 1; at < later; at += 1) {
      if (lexicon.sequence.has(reading.words[at]?.folded ?? '')) return false
    }
  }
  return true
}

/** In a heap of keywords only a noun phrase is one: words side by side, in the phrasing's order. */
function related(phrasing: Phrasing, match: readonly Place[], reading: Reading): boolean {
  if (match.length === 1) return reading.heaped[match[0]?.at ?? 0] !== 1
  if (!match.some(({ at }) => reading.heaped[at] === 1)) return true
  return (
    phrasing.adjacent && match.every(({ at }, index) => index === 0 || at === (match[index - 1]?.at ?? 0) + 1)
  )
}
