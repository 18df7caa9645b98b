/** `hit` of `of`, and between which bounds the true share lies with a chance of 95 %. All from 0 to 1. */
export type Share = { hit: number; of: number; share: number; low: number; high: number }

/** The normal deviate of a two-sided 95 %. */
const Z = 1.96

/**
 * A share with its Wilson score interval (Wilson, 1927), which holds for few observations and at 0 and 1 as well.
 * Absent when nothing was observed.
 */
export function shareOf(hit: number, of: number): Share | undefined {
  if (of <= 0) return undefined
  const share = hit / of
  const spread = Z ** 2 / of
  const centre = (share + spread / 2) / (1 + spread)
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of))
  return { hit, of, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/** Under so many observations a share is a hint and no more. */
export const FEW = 30
