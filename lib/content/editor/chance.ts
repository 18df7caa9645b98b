/**
 * How likely it is that at least `hits` of independent events happen, the i-th with probability `chances[i]` (the
 * Poisson binomial distribution, summed up exactly).
 */
export function chanceOfAtLeast(hits: number, chances: readonly number[]): number {
  let exactly = [1]
  for (const chance of chances) {
    const next = [...exactly, 0]
    for (let count = next.length - 1; count >= 0; count -= 1)
      next[count] = (exactly[count] ?? 0) * (1 - chance) + (exactly[count - 1] ?? 0) * chance
    exactly = next
  }
  return exactly.slice(hits).reduce((sum, each) => sum + each, 0)
}
