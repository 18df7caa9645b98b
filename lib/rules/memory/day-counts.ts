/**
 * What one item gives to one day of its learner: whole numbers by name, zeros left out, so that they add up to the
 * same in any order. Rollups of days hold their sums.
 *
 * - `attempts`, `ms`: all answers, practice included, and their time, each capped at a minute
 * - `reviews`: answers that counted; `added`: those of them that were an item's first
 * - `again`, `hard`, `good`, `easy`: ratings of answers that counted
 * - `youngN`, `youngR`, `matureN`, `matureR`: true retention. The first answer of an item on its day, when it was in
 *   review before (interval under 21 days, or not): how many, and how many of them were recalled
 * - `hourN.<0-23>`, `hourR.<0-23>`: answers that counted by hour of the learner's clock, and those recalled
 * - `binN.<0-19>`, `binP.<0-19>`, `binR.<0-19>`: the forecast. Answers as for true retention by the recall that was
 *   predicted, in twentieths: how many, the sum of predictions in thousandths, and how many were recalled
 * - `error`: sum over the same answers of the squared difference of prediction (0 to 1) and outcome (0 or 1), in millionths
 * - `sureN`, `sureR`, `thinkN`, `thinkR`, `guessN`, `guessR`: answers with a stated certainty, and those marked right
 */
export type DayCounts = Readonly<Record<string, number>>

/** Without zeros and in the order of their names, so that the same counts give the same bytes. */
export function sortedCounts(counts: DayCounts): DayCounts {
  const ordered: Record<string, number> = {}
  for (const name of Object.keys(counts).sort()) if (counts[name]) ordered[name] = counts[name]
  return ordered
}

/** Counts by local day (YYYY-MM-DD). */
export type DaysCounts = Readonly<Record<string, DayCounts>>

/** Sums of items' parts, by day, and differences of them: adding one costs what it changes and no more. */
export class DaySums {
  readonly days: Record<string, Record<string, number>> = {}

  add(parts: DaysCounts, times = 1): void {
    for (const day in parts) {
      const sums = this.days[day] ?? {}
      this.days[day] = sums
      const counts = parts[day]
      for (const name in counts) sums[name] = (sums[name] ?? 0) + times * (counts[name] ?? 0)
    }
  }
}
