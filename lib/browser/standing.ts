import type { ItemStanding } from '@/db/types'
import type { Answer } from '@/lib/rules/answer'

/** An answer just marked, as far as a standing needs it. */
export type Marked = { answer: Answer; mark: number; answeredAt: number; covered?: number }

/** Where a learner stands on an item after one more answer. The server folds the same from its facts. */
export function withAnswer(
  before: ItemStanding | undefined,
  { answer, mark, answeredAt, covered = 0 }: Marked,
): ItemStanding {
  const right = answer.kind === 'question' && mark === 1
  return {
    attempts: (before?.attempts ?? 0) + 1,
    lastAt: answeredAt,
    lastMark: mark,
    lastGrade: answer.kind === 'card' ? answer.grade : undefined,
    rightFirst: before?.rightFirst ?? right,
    rightEver: before?.rightEver || right,
    conceptsBest: Math.max(before?.conceptsBest ?? 0, covered),
  }
}

/** What the server knew and what this page has seen since, as one. */
export function joined(known: ItemStanding | undefined, since: ItemStanding): ItemStanding {
  if (!known) return since
  return {
    attempts: known.attempts + since.attempts,
    lastAt: since.lastAt,
    lastMark: since.lastMark,
    lastGrade: since.lastGrade,
    rightFirst: known.rightFirst,
    rightEver: known.rightEver || since.rightEver,
    conceptsBest: Math.max(known.conceptsBest, since.conceptsBest),
  }
}
