/** What of an item decides beside which others it may stand. */
export type Spaced = {
  deckId: string
  kind: string
  /** Ids within the deck. */
  concepts: readonly string[]
  /** Items of one group are as urgent as each other: they may change places for the sake of variety. */
  group: number
}

/** How far ahead an item is looked for that brings another deck or kind. */
const AHEAD = 8

/**
 * The same items, so that two of one concept do not follow each other while another is at hand, and neighbours come
 * from different decks, or else are of different kinds, where items as urgent allow it. Otherwise the order stays.
 * @param previous what was asked last, when it is known
 */
export function spaced<T extends Spaced>(items: readonly T[], previous?: Spaced): T[] {
  const left = [...items]
  const order: T[] = []
  let last = previous
  while (left.length > 0) {
    const [next] = left.splice(choose(left, last), 1)
    if (!next) break
    order.push(next)
    last = next
  }
  return order
}

/** The place in the list of what comes next. */
function choose(left: readonly Spaced[], last: Spaced | undefined): number {
  if (!last) return 0
  const first = left.findIndex((item) => !shareConcept(item, last))
  const candidate = left[first]
  if (!candidate) return 0
  let otherKind = -1
  for (let at = first; at < Math.min(first + AHEAD, left.length); at += 1) {
    const item = left[at]
    if (!item || item.group !== candidate.group) break
    if (shareConcept(item, last)) continue
    if (item.deckId !== last.deckId) return at
    if (otherKind < 0 && item.kind !== last.kind) otherKind = at
  }
  return Math.max(first, otherKind)
}

export function shareConcept(a: Spaced, b: Spaced): boolean {
  return a.deckId === b.deckId && a.concepts.some((concept) => b.concepts.includes(concept))
}
