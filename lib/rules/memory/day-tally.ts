import type { Fact } from '../facts'
import { localHour } from '../local-day'
import { type DaysCounts, sortedCounts } from './day-counts'
import type { Rating } from './memory'
import { isRecalled, LONGEST_ANSWER_MS } from './rating'

/** An interval from which a memory is mature, days. As in Anki. */
export const MATURE_DAYS = 21
export const FORECAST_BINS = 20

type Review = {
  rating: Rating
  first: boolean
  /** When the item was in review and this is its first answer of the day: the interval it had, and the recall predicted. */
  intervalDays?: number
  predicted?: number
}

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ all: `hourN.${hour}`, recalled: `hourR.${hour}` }))
const BINS = Array.from({ length: FORECAST_BINS }, (_, bin) => ({
  all: `binN.${bin}`,
  predicted: `binP.${bin}`,
  recalled: `binR.${bin}`,
}))

/** Counts what one item gives to each of its days; see day-counts for the names. */
export class DayTally {
  readonly #days: Record<string, Record<string, number>> = {}

  #add(day: string, name: string, count = 1): void {
    if (count === 0) return
    let counts = this.#days[day]
    if (!counts) {
      counts = {}
      this.#days[day] = counts
    }
    counts[name] = (counts[name] ?? 0) + count
  }

  /** Any answer, practice included. */
  answered({ localDay, durationMs, certainty }: Fact, right: boolean): void {
    this.#add(localDay, 'attempts')
    this.#add(localDay, 'ms', Math.min(Math.round(durationMs ?? 0), LONGEST_ANSWER_MS))
    if (!certainty) return
    this.#add(localDay, `${certainty}N`)
    if (right) this.#add(localDay, `${certainty}R`)
  }

  /** An answer that moved the memory. */
  counted(day: string, at: number, timeZone: string, review: Review): void {
    const { rating, first, intervalDays, predicted } = review
    const recalled = isRecalled(rating)
    const hour = localHour(at, timeZone)
    this.#add(day, 'reviews')
    if (first) this.#add(day, 'added')
    this.#add(day, rating)
    const hours = HOURS[hour]
    if (hours) {
      this.#add(day, hours.all)
      if (recalled) this.#add(day, hours.recalled)
    }
    if (intervalDays === undefined || predicted === undefined) return
    const age = intervalDays < MATURE_DAYS ? 'young' : 'mature'
    this.#add(day, `${age}N`)
    if (recalled) this.#add(day, `${age}R`)
    const bins = BINS[Math.min(Math.floor(predicted * FORECAST_BINS), FORECAST_BINS - 1)]
    if (bins) {
      this.#add(day, bins.all)
      this.#add(day, bins.predicted, Math.round(predicted * 1000))
      if (recalled) this.#add(day, bins.recalled)
    }
    this.#add(day, 'error', Math.round((predicted - (recalled ? 1 : 0)) ** 2 * 1_000_000))
  }

  /** By day and name, sorted, so that the same facts give the same bytes. */
  counts(): DaysCounts {
    return Object.fromEntries(
      Object.keys(this.#days)
        .sort()
        .map((day) => [day, sortedCounts(this.#days[day] ?? {})]),
    )
  }
}
