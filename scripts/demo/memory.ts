/**
 * How likely a made-up learner knows something: the base-level activation of ACT-R (Anderson and Schooler, 1991),
 * ln Σ t⁻ᵈ over the days t since each time it was met, with its usual decay d of one half. It is not the scheduler's
 * model of memory, on purpose: what the demo shows must not come from the rule that it is shown with.
 */
const DECAY = 0.5
/** Spread of the logistic curve from activation to probability. */
const NOISE = 0.7
/** What meeting something once is worth against not knowing it at all. */
const LEARNING = 0.4
const DAY = 86_400_000
/** What people have heard of before they meet it here, as an activation. */
const BEFORE = 0.25
/** A moment just past counts as an hour: nothing is infinitely well known. */
const SHORTEST_DAYS = 1 / 24

/**
 * @param met when it was met before, epoch milliseconds
 * @param ease the learner's ability less the item's difficulty, in deviations
 * @returns a probability
 */
export function knows(met: readonly number[], ease: number, now: number): number {
  if (met.length === 0) return logistic((ease + BEFORE) / NOISE)
  const sum = met.reduce((total, at) => total + Math.max(SHORTEST_DAYS, (now - at) / DAY) ** -DECAY, 0)
  return logistic((Math.log(sum) + ease + LEARNING) / NOISE)
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x))
