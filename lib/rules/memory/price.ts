import { RETENTIONS } from './dials'
import { type Simulation, simulate } from './simulate'

/** How far the price looks ahead: long enough for intervals of weeks to come round, short enough to be imagined. */
export const PRICED_DAYS = 90

/** What one retention costs and brings. */
export type Price = {
  retention: number
  /** On an average day of those looked at; new items and steps included. */
  answersADay: number
  minutesADay: number
  /** Items of which recall is expected when they are over, and how many will have been met by then. */
  known: number
  met: number
}

const OFFERED = [0.8, 0.85, 0.9, 0.93, 0.95]

/** Five retentions to choose from, ascending; the present one stands in the place of the one nearest to it. */
export function offeredRetentions(present: number): number[] {
  const bounded = Math.min(Math.max(present, RETENTIONS.least), RETENTIONS.most)
  const distance = (retention: number) => Math.abs(retention - bounded)
  const nearest = OFFERED.reduce((best, each) => (distance(each) < distance(best) ? each : best))
  return OFFERED.map((each) => (each === nearest ? bounded : each))
}

/** The price of each retention for one learner over the next 90 days, everything else as it is. */
export function priceOf(
  retentions: readonly number[],
  simulation: Omit<Simulation, 'days' | 'lastPass'>,
  now: number,
): Price[] {
  return retentions.map((retention) => {
    const dials = { ...simulation.dials, retention }
    const { answers, minutes, known, met } = simulate({ ...simulation, dials, days: PRICED_DAYS }, now)
    return { retention, answersADay: mean(answers), minutesADay: mean(minutes), known, met }
  })
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(numbers.length, 1)
