import type { Answer, Context, Verdict } from './answer'

/** Raised when a fold would give other rows from the same facts: rows of an older one are folded again when touched. */
export const FOLD_VERSION = 1

/** A claimed time counts within two weeks before it was received: long enough for a holiday without a connection. */
const CLAIM_COUNTS_MS = 14 * 86_400_000

/** What the fold needs of an attempt. */
export type Fact = {
  id: string
  context: Context
  answer: Answer
  verdict: Verdict
  /** The version that was seen. */
  contentHash: string
  /** Epoch milliseconds, as the browser claims. */
  answeredAt: number
  receivedAt: number
}

/** What the facts on one item say, for one learner. The last four are what the item adds to its rollup. */
export type Folded = {
  attempts: number
  firstAt: number
  firstMark: number
  firstAnswer: Answer
  /** The version that the first answer was given to: what its options and concepts were. */
  firstHash: string
  /** A prompt's concepts that the first answer covered. Absent for other kinds. */
  firstCovered: readonly string[] | null
  lastAt: number
  lastMark: number
  lastAnswer: Answer
  bestMark: number
  known: number
  rightFirst: number
  rightEver: number
  conceptsBest: number
}

/**
 * The moment at which an attempt counts, epoch milliseconds: the claimed one, unless it lies in the future or more
 * than 14 days before receipt, or the work was graded; then the moment of receipt.
 */
export function countedAt({
  answeredAt,
  receivedAt,
  context,
}: Pick<Fact, 'answeredAt' | 'receivedAt' | 'context'>): number {
  const believable = answeredAt <= receivedAt && answeredAt >= receivedAt - CLAIM_COUNTS_MS
  return believable && context !== 'graded' ? answeredAt : receivedAt
}

/** The order in which facts happened, whatever the order in which they arrived. */
export function inOrder(facts: readonly Fact[]): Fact[] {
  return [...facts].sort((a, b) => countedAt(a) - countedAt(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/**
 * Folds all facts of one learner on one item. Order and repetition of the input do not matter.
 * @throws Error when there are none: without facts there is no row
 */
export function fold(facts: readonly Fact[]): Folded {
  const ordered = inOrder([...new Map(facts.map((fact) => [fact.id, fact])).values()])
  const first = ordered[0]
  const last = ordered.at(-1)
  if (!first || !last) throw new Error('There is nothing to fold.')
  const bestMark = greatest(ordered.map((fact) => fact.verdict.mark))
  const question = first.answer.kind === 'question'
  return {
    attempts: ordered.length,
    firstAt: countedAt(first),
    firstMark: first.verdict.mark,
    firstAnswer: first.answer,
    firstHash: first.contentHash,
    firstCovered: first.verdict.covered ?? null,
    lastAt: countedAt(last),
    lastMark: last.verdict.mark,
    lastAnswer: last.answer,
    bestMark,
    known: isKnown(last.answer) ? 1 : 0,
    rightFirst: question && first.verdict.mark === 1 ? 1 : 0,
    rightEver: question && bestMark === 1 ? 1 : 0,
    conceptsBest: greatest(ordered.map((fact) => fact.verdict.covered?.length ?? 0)),
  }
}

/** A card is known when its last grade was Good or Easy. */
function isKnown(answer: Answer): boolean {
  return answer.kind === 'card' && (answer.grade === 'good' || answer.grade === 'easy')
}

/** Not Math.max(...): a spread of a very long history would overflow the stack. */
function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}
