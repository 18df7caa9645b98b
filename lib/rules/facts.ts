import type { Answer, Certainty, Context, Verdict } from './answer'

/** What can be said of an attempt afterwards. `withdrawn`: its grade was a slip; `claimed`: its learner says it was right. */
export const JUDGEMENTS = ['withdrawn', 'claimed'] as const
export type Judgement = (typeof JUDGEMENTS)[number]

/** What can be done with an item in the queue. A burial ends with the day; the others last until undone. */
export const SHELVINGS = ['buried', 'suspended', 'resumed', 'bookmarked', 'unmarked'] as const
export type Shelving = (typeof SHELVINGS)[number]

/** What the fold needs of an attempt. */
export type Fact = {
  /** A UUID made by whoever answered. */
  id: string
  context: Context
  answer: Answer
  verdict: Verdict
  /** The version that was seen. */
  contentHash: string
  revision: number
  certainty?: Certainty | null | undefined
  /** Option ids in the order shown. */
  optionOrder?: readonly string[] | null | undefined
  /** Hints opened before answering. */
  hints?: readonly string[] | null | undefined
  durationMs?: number | null | undefined
  /** Epoch milliseconds, as the browser claims. */
  answeredAt: number
  receivedAt: number
  /** The learner's day, YYYY-MM-DD. */
  localDay: string
}

export type JudgementFact = { id: string; attemptId: string; judgement: Judgement; madeAt: number }
export type ShelvingFact = { id: string; shelving: Shelving; madeAt: number; until?: number | null }

/** All facts of one learner on one item. */
export type Facts = {
  attempts: readonly Fact[]
  judgements: readonly JudgementFact[]
  shelvings: readonly ShelvingFact[]
}

/** A claimed time counts within two weeks before it was received: long enough for a holiday without a connection. */
const CLAIM_COUNTS_MS = 14 * 86_400_000

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

/** The order in which facts happened, whatever the order in which they arrived; each once. */
export function inOrder(facts: readonly Fact[]): Fact[] {
  const each = [...new Map(facts.map((fact) => [fact.id, fact])).values()]
  return each.sort((a, b) => countedAt(a) - countedAt(b) || (a.id < b.id ? -1 : 1))
}
