import { type ItemKind, KINDS } from '../item'

export type Pace = Record<ItemKind, number>

/** Seconds an answer takes while nothing is known of its learner: what these kinds take most people here. */
const USUAL: Pace = { card: 10, question: 20, prompt: 60 }
/** So many answers before a learner's own pace counts. */
const ENOUGH = 10

/** Seconds that an answer of each kind takes this learner, from how long their latest ones took. */
export function paceOf(sums: readonly { kind: ItemKind; ms: number; attempts: number }[]): Pace {
  const own = (kind: ItemKind) => {
    const sum = sums.find((each) => each.kind === kind)
    if (!sum || sum.attempts < ENOUGH || sum.ms === 0) return USUAL[kind]
    return Math.max(Math.round(sum.ms / sum.attempts / 1000), 1)
  }
  return Object.fromEntries(KINDS.map((kind) => [kind, own(kind)])) as Pace
}

/** Seconds that these items take together. */
export const secondsFor = (items: readonly { kind: ItemKind }[], pace: Pace): number =>
  items.reduce((sum, { kind }) => sum + pace[kind], 0)
