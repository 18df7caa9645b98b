/** What one measurement came to: a ratio for each round, and the bound that its median is held to, if to any. */
export type Figure = {
  title: string
  ratios: number[]
  bound?: { atMost: number } | { atLeast: number }
  /** The absolute numbers behind the ratios, for a human eye. */
  behind: string
}

/** The middle one of `values`, or the mean of the two in the middle. Throws when there is none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  if (low === undefined || high === undefined) throw new Error('Nothing was measured.')
  return (low + high) / 2
}

export function holds({ ratios, bound }: Figure): boolean {
  if (!bound) return true
  return 'atMost' in bound ? median(ratios) <= bound.atMost : median(ratios) >= bound.atLeast
}

/** One figure as it is printed: what, median and spread of its ratios, the bound, and whether it holds. */
export function line(figure: Figure): string {
  const { title, ratios, bound, behind } = figure
  const number = (value: number) => value.toFixed(2)
  const spread =
    ratios.length > 1 ? ` (${number(Math.min(...ratios))} to ${number(Math.max(...ratios))})` : ''
  const limit = bound && ('atMost' in bound ? `at most ${bound.atMost}` : `at least ${bound.atLeast}`)
  const held = limit ? `, ${limit}: ${holds(figure) ? 'holds' : 'DOES NOT HOLD'}` : ''
  return `${title}: ${number(median(ratios))}${spread}${held}\n  ${behind}`
}

/** Rounds of every measurement in pairs: one and the same page varies by more than two between rounds. */
export const ROUNDS = 7

/**
 * Measures `ours` and `theirs` in turns, the first to go changing with each round, and returns ours divided by theirs
 * for each round. A round before the first warms both up and does not count.
 */
export async function inPairs(
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<{ ratios: number[]; ours: number[]; theirs: number[] }> {
  const measured = { ratios: [] as number[], ours: [] as number[], theirs: [] as number[] }
  for (let round = -1; round < ROUNDS; round += 1) {
    const oursFirst = round % 2 === 0
    const first = await (oursFirst ? ours : theirs)()
    const second = await (oursFirst ? theirs : ours)()
    if (round < 0) continue
    const [mine, yours] = oursFirst ? [first, second] : [second, first]
    measured.ours.push(mine)
    measured.theirs.push(yours)
    measured.ratios.push(mine / yours)
  }
  return measured
}
