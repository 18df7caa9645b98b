import { median } from '../ratio'

/** Rounds that count; one before them warms everything up. */
export const ROUNDS = 5

export type Measured = { name: string; perSecond: number[] }

/**
 * Measures every one of `places` in turn, round after round, each round beginning with the next of them: whatever else
 * the machine does meets all. Gives what each came to in every round, in requests a second.
 */
export async function inTurns<P extends { name: string }>(
  places: readonly P[],
  measure: (place: P) => Promise<number>,
): Promise<Measured[]> {
  const measured = places.map(({ name }) => ({ name, perSecond: [] as number[] }))
  for (let round = -1; round < ROUNDS; round += 1)
    for (let step = 0; step < places.length; step += 1) {
      const at = (step + round + 1) % places.length
      const place = places[at]
      if (!place) throw new Error('There is nothing to measure.')
      const perSecond = await measure(place)
      if (round >= 0) measured[at]?.perSecond.push(perSecond)
    }
  return measured
}

/** A line of a table: the median a second, and the ratios to the first place round by round, median and spread. */
export function row({ name, perSecond }: Measured, first: Measured): string {
  const ratios = perSecond.map((value, round) => value / (first.perSecond[round] ?? value))
  const number = (value: number) => value.toFixed(2)
  const spread = `${number(Math.min(...ratios))} to ${number(Math.max(...ratios))}`
  const ratio = first.name === name ? '1' : `${number(median(ratios))} (${spread})`
  return `| ${name} | ${Math.round(median(perSecond)).toLocaleString('en-GB')} | ${ratio} |`
}
