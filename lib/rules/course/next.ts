import type { CourseDeck } from './course'

/** How far somebody has come in one deck: how many of its items they have answered at least once. */
export type DeckCount = { answered: number; total: number }

export type NextStep = { deck: string; do: 'start' | 'go-on' } | { do: 'review' }

const NOTHING: DeckCount = { answered: 0, total: 0 }

/** Every item answered once; a deck that has none left asks for nothing. */
export const isFinished = ({ answered, total }: DeckCount): boolean => answered >= total
export const isBegun = (count: DeckCount): boolean => count.answered > 0 || isFinished(count)

/**
 * What to do next in a course: the first deck that is not finished and whose foundations are all begun. When every
 * deck is finished, what is left is to keep it. It is advice: any deck may be opened at any time.
 * @param decks in the order of the course
 * @param counts by deck id; a deck without one counts as one that asks for nothing
 */
export function nextStep(
  decks: readonly CourseDeck[],
  counts: Readonly<Record<string, DeckCount | undefined>>,
): NextStep {
  const of = (id: string) => counts[id] ?? NOTHING
  const open = decks.filter(({ id }) => !isFinished(of(id)))
  // Foundations come before what builds on them, so the first one open has none that is not begun; a file that a
  // release before this check let through still gets an answer.
  const next = open.find(({ buildsOn }) => buildsOn.every((id) => isBegun(of(id)))) ?? open[0]
  if (!next) return { do: 'review' }
  return { deck: next.id, do: of(next.id).answered > 0 ? 'go-on' : 'start' }
}
