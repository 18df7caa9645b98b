import { countedAt, type Fact } from '../facts'
import { fnv1a } from '../hash'
import { dayNumber, dayOf, dayStart } from '../local-day'
import { DayTally } from './day-tally'
import type { Dials, Memory } from './memory'
import { isRecalled, rate } from './rating'
import { retrievability, schedule } from './schedule'

const DAY = 86_400_000

/** Lapses at which an item is a leech: it is set aside, and again after every further four (as in Anki). */
export const LEECH_LAPSES = 8
const LEECH_AGAIN = 4

/**
 * What the fuzz of an item's intervals is seeded by, before the number of the review: short, because it is hashed anew
 * for every review.
 * @param fuzzSeed the learner's own number
 */
export const seedOf = (fuzzSeed: number, itemId: string): string =>
  fnv1a(`${fuzzSeed} ${itemId}`).toString(36)

/** Whose memory it is: what the fold needs besides the facts. */
export type Person = {
  /** Seeds the fuzz, with the number of the review. */
  seed: string
  dialsAt: (at: number) => Dials
}

/** What the answers to one item say about its memory. `memory` is on the real clock. */
export type Remembered = {
  memory?: Memory
  /** The learner's day of the last answer that counted, YYYY-MM-DD. */
  reviewedDay?: string
  recalled?: boolean
  /** Whether the last answer that counted was given in a review, among other items. */
  mixed: boolean
  /** When it last became a leech, epoch milliseconds. */
  leechAt?: number
  tally: DayTally
}

/**
 * Goes through the answers of one learner to one item, in their order, and moves the memory by those that count.
 * The scheduler's clock shows midnight UTC of the learner's day: its calendar dates are the learner's days.
 * @param facts in order of (counted moment, id), without those that were withdrawn
 * @param claimed ids of answers that their learner says were right
 */
export function remember(facts: readonly Fact[], claimed: ReadonlySet<string>, person: Person): Remembered {
  const tally = new DayTally()
  const counted = new Set<string>()
  /** On the scheduler's clock, but for `dueAt` within learning steps, which is kept as a real moment in `stepAt`. */
  let memory: Memory | undefined
  let stepAt = 0
  let last: { at: number; day: string; dials: Dials } | undefined
  const told: Remembered = { mixed: false, tally }
  for (const fact of facts) {
    const at = countedAt(fact)
    const dials = person.dialsAt(at)
    const right = claimed.has(fact.id) || fact.verdict.mark === 1
    tally.answered(fact, right)
    const stepDue = memory !== undefined && memory.state !== 'review' && at >= stepAt
    if (!isRecall(fact) || !(stepDue || !counted.has(fact.localDay))) continue

    const rating = rate(fact, claimed.has(fact.id))
    // A learner who flies west may live a day twice: the scheduler's clock stands still then.
    const clock = Math.max(dayNumber(fact.localDay) * DAY, memory?.reviewedAt ?? 0)
    const elapsed = memory ? (clock - memory.reviewedAt) / DAY : 0
    tally.counted(fact.localDay, at, dials.timeZone, {
      rating,
      first: memory === undefined,
      ...(memory?.state === 'review' &&
        !counted.has(fact.localDay) && {
          intervalDays: memory.intervalDays,
          predicted: retrievability(memory.stability, elapsed, dials.weights),
        }),
    })
    const lapses = memory?.lapses ?? 0
    memory = schedule(memory, rating, clock, { ...dials, fuzzSeed: `${person.seed} ${memory?.reviews ?? 0}` })
    stepAt = memory.intervalDays === 0 ? at + (memory.dueAt - clock) : 0
    counted.add(fact.localDay)
    last = { at, day: fact.localDay, dials }
    told.recalled = isRecalled(rating)
    told.mixed = fact.context === 'review'
    if (memory.lapses > lapses && isLeech(memory.lapses)) told.leechAt = at
  }
  if (memory && last) {
    const dueAt = stepAt || dueMoment(memory, last.dials)
    told.memory = { ...memory, dueAt, reviewedAt: last.at }
    told.reviewedDay = last.day
  }
  return told
}

/** Practice never counts, and whoever had the model answer open was reading. */
const isRecall = ({ context, hints }: Fact): boolean => context !== 'extra' && !hints?.includes('model')

const isLeech = (lapses: number): boolean =>
  lapses >= LEECH_LAPSES && (lapses - LEECH_LAPSES) % LEECH_AGAIN === 0

/**
 * The start of the day it is due on, for a memory on the scheduler's clock. The standard can exceed the longest interval by a day or two; a dial is a promise.
 */
export function dueMoment({ reviewedAt: clock, intervalDays }: Memory, dials: Dials): number {
  const days = Math.min(intervalDays, dials.maximumIntervalDays)
  return dayStart(dayOf(clock / DAY + days), dials.timeZone, dials.dayStartHour)
}
