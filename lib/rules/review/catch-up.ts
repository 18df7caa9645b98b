import { addDays } from '../local-day'

/** What lies before a learner who was away: enough to work out any plan, on the server or in the browser. */
export type Backlog = {
  /** Reviews that wait now. */
  due: number
  /** Reviews that come due on the days after today, tomorrow first. */
  comes: readonly number[]
  /** The share of reviews that is recalled, 0 to 1: what is forgotten comes back the next day. */
  retention: number
  /** The learner's day, YYYY-MM-DD. */
  today: string
}

export type CatchUp = {
  /** Reviews a day. */
  aDay: number
  days: number
  /** The day at whose end nothing waits any more, YYYY-MM-DD. */
  levelOn: string
}

/** A plan beyond this is none. */
const LONGEST_DAYS = 120
/** What is offered first: level in about so many days. */
const OFFERED_DAYS = 9

/**
 * So many reviews a day, from today on, until nothing waits. Beyond what is known to come, a day brings what the known
 * ones bring on average, and a share of each day's reviews, those forgotten, comes back on the next.
 * @returns absent when that never gets level
 */
export function catchUp({ due, comes, retention, today }: Backlog, aDay: number): CatchUp | undefined {
  const usual = comes.length > 0 ? comes.reduce((sum, count) => sum + count, 0) / comes.length : 0
  let waiting = due
  for (let days = 1; days <= LONGEST_DAYS; days += 1) {
    const done = Math.min(aDay, waiting)
    waiting -= done
    if (waiting < 0.5) return { aDay, days, levelOn: addDays(today, days - 1) }
    waiting += (comes[days - 1] ?? usual) + done * (1 - retention)
  }
  return undefined
}

/**
 * The plan that is offered: the fewest a day that get level within about nine days, or, where a day's limit does not
 * allow that, as many as it allows.
 * @param most reviews a day at most
 * @returns absent when not even that gets level: the limit is too low for what comes
 */
export function offeredPlan(backlog: Backlog, most: number): CatchUp | undefined {
  let [low, high] = [1, most]
  while (low < high) {
    const middle = (low + high) >> 1
    const plan = catchUp(backlog, middle)
    if (plan && plan.days <= OFFERED_DAYS) high = middle
    else low = middle + 1
  }
  return catchUp(backlog, low)
}

/** Whether a learner should be offered a plan at all: more waits than they want to do in a day. */
export const needsPlan = (due: number, reviewsADay: number): boolean => due > reviewsADay
