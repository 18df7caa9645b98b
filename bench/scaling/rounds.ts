import { median } from '../ratio'

/** Rounds that count; one before them warms everything up. */
export const ROUNDS = 5

/** What one measurement came to: requests answered, how many a second, and milliseconds of processor they took. */
export type Sample = { answered: number; perSecond: number; copiesMs: number; databasesMs: number }
export type Measured = { name: string; samples: Sample[] }

/**
 * Measures every one of `places` in turn, round after round, each round beginning with the next of them: whatever else
 * the machine does meets all. Gives what each came to in every round.
 */
export async function inTurns<P extends { name: string }>(
  places: readonly P[],
  measure: (place: P) => Promise<Sample>,
): Promise<Measured[]> {
  const measured = places.map(({ name }) => ({ name, samples: [] as Sample[] }))
  for (let round = -1; round < ROUNDS; round += 1)
    for (let step = 0; step < places.length; step += 1) {
      const at = (step + round + 1) % places.length
      const place = places[at]
      if (!place) throw new Error('There is nothing to measure.')
      const sample = await measure(place)
      if (round >= 0) measured[at]?.samples.push(sample)
    }
  return measured
}

/**
 * A line of a table: the median a second; the ratios to the first place round by round, median and spread; and
 * milliseconds of processor a request, of the copies and of the databases, over all rounds.
 */
export function row({ name, samples }: Measured, first: Measured): string {
  const ratios = samples.map(
    ({ perSecond }, round) => perSecond / (first.samples[round]?.perSecond ?? perSecond),
  )
  const number = (value: number) => value.toFixed(2)
  const spread = `${number(Math.min(...ratios))} to ${number(Math.max(...ratios))}`
  const ratio = first.name === name ? '1' : `${number(median(ratios))} (${spread})`
  const sum = (of: (sample: Sample) => number) => samples.reduce((total, sample) => total + of(sample), 0)
  const each = (ms: number) => number(ms / sum(({ answered }) => answered))
  const perSecond = Math.round(median(samples.map((sample) => sample.perSecond))).toLocaleString('en-GB')
  const [copies, databases] = [
    each(sum(({ copiesMs }) => copiesMs)),
    each(sum(({ databasesMs }) => databasesMs)),
  ]
  return `| ${name} | ${perSecond} | ${ratio} | ${copies} | ${databases} |`
}
