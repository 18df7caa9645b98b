import { CERTAINTIES, type Certainty } from '../answer'
import type { DayCounts } from '../memory/day-counts'
import { type Share, shareOf } from './share'

export const CERTAINTY_WORDS: Record<Certainty, string> = {
  guess: 'Guess',
  think: 'Think so',
  sure: 'Sure',
}

/** How often answers given with each certainty were right; certainties never stated are left out. */
export const certaintyTruth = (counts: DayCounts): { certainty: Certainty; right: Share }[] =>
  CERTAINTIES.flatMap((certainty) => {
    const right = shareOf(counts[`${certainty}R`] ?? 0, counts[`${certainty}N`] ?? 0)
    return right ? [{ certainty, right }] : []
  })
