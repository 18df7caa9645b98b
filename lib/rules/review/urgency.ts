import { daysBetween } from '../local-day'
import type { Dials } from '../memory/memory'
import { retrievability } from '../memory/schedule'

/** Chances of recall that lie so close together are equally urgent: what is drawn by lot then mixes decks and kinds. */
const BAND = 0.05

/**
 * The chance of recall on this day relative to the one that is wanted: 1 is just due, less is being lost. It counts
 * whole days, so it stays the same until the next.
 * @param today the learner's day, YYYY-MM-DD
 */
export function heldOf(
  memory: { stability: number; reviewedDay: string },
  today: string,
  { retention, weights }: Pick<Dials, 'retention' | 'weights'>,
): number {
  const days = daysBetween(memory.reviewedDay, today)
  return retrievability(memory.stability, days, weights) / retention
}

/** The band of urgency: the lower, the sooner it is asked for. */
export const bandOf = (held: number): number => Math.floor(held / BAND)
