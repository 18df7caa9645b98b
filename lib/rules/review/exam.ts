import { addDays, daysBetween, localDay } from '../local-day'
import type { Standing, Start } from '../memory/lives'
import type { Dials } from '../memory/memory'
import { formulasOf } from '../memory/schedule'
import { type Simulated, simulate } from '../memory/simulate'

/**
 * What an exam asks of a deck. The exam is in the morning of its day: the days to study in are today and those
 * before it. All of this is about one deck; what other decks ask for comes on top.
 */

/** Days left to an item after it was met: enough for the two or three reviews that make a week's memory. */
const CONSOLIDATE_DAYS = 7
/** The last days, in which what would be forgotten on the day is asked for once more. */
export const LAST_PASS_DAYS = 3

/** Days to study in until the exam, today included; 0 on its day and after. */
export const daysUntil = (today: string, examDay: string): number => Math.max(daysBetween(today, examDay), 0)

/**
 * New items a day, so that all are met with a week to spare, or with a third of the time when it is short.
 * @param daysLeft see `daysUntil`
 */
export function newADayNeeded(unseen: number, daysLeft: number): number {
  if (unseen === 0 || daysLeft === 0) return 0
  const meeting = Math.max(daysLeft - Math.min(CONSOLIDATE_DAYS, Math.floor(daysLeft / 3)), 1)
  return Math.ceil(unseen / meeting)
}

/**
 * Under which chance of recall on the day an item is worth a last look: half of what the learner leaves to chance.
 * What is under the retention itself is due by then anyway.
 */
const worthALook = ({ retention }: Dials): number => (1 + retention) / 2

/** An item of the deck as the last pass needs it. `reviewedDay` is the learner's day of its last review. */
export type Reviewed = { itemId: string; stability: number; reviewedDay: string }

/**
 * The items of the last pass that today's session asks for besides what is due: those least likely to be recalled on
 * the day, least likely first, as many as spread evenly over the days left. Empty before the last three days, on the
 * day itself, and for items that were reviewed within the pass.
 * @param today the learner's day, YYYY-MM-DD, as `examDay`
 */
export function lastPass(items: readonly Reviewed[], today: string, examDay: string, dials: Dials): string[] {
  const daysLeft = daysUntil(today, examDay)
  if (daysLeft === 0 || daysLeft > LAST_PASS_DAYS) return []
  const { chance } = formulasOf(dials)
  const wanted = items
    .filter(({ reviewedDay }) => daysBetween(reviewedDay, examDay) > LAST_PASS_DAYS)
    .map((item) => ({ ...item, chance: chance(item.stability, daysBetween(item.reviewedDay, examDay)) }))
    .filter((item) => item.chance < worthALook(dials))
    .sort((a, b) => a.chance - b.chance || (a.itemId < b.itemId ? -1 : 1))
  return wanted.slice(0, Math.ceil(wanted.length / daysLeft)).map(({ itemId }) => itemId)
}

/** One way to the exam, and what it comes to. */
export type Way = Simulated & { newADay: number }

export type ExamPlan = {
  daysLeft: number
  /** Items of the deck that are asked for, met or not. */
  items: number
  unseen: number
  /** With as many new items a day as are needed, and a last pass. */
  planned: Way
  /** With as many as the learner takes now, and no last pass. */
  asNow: Way
  /** Expected to be recalled on the day when nothing more is done. */
  knownOtherwise: number
}

/**
 * The plan for one deck until its exam.
 * @param start the deck's items; `memories` are all of them
 * @param newADay what the learner takes of the deck now
 * @param today the learner's day, YYYY-MM-DD, as `examDay`
 * @param now epoch milliseconds
 */
export function planExam(
  start: Start,
  newADay: number,
  { today, examDay }: { today: string; examDay: string },
  now: number,
): ExamPlan {
  const daysLeft = daysUntil(today, examDay)
  const unseen = start.unseen.card + start.unseen.question + start.unseen.prompt
  const needed = newADayNeeded(unseen, daysLeft)
  const until = { ...start, days: daysLeft, reviewsADay: Number.POSITIVE_INFINITY }
  const below = worthALook(start.dials)
  const way = (more: { newADay: number; lastPass?: { days: number; below: number } }): Way => ({
    ...simulate({ ...until, ...more }, now),
    newADay: more.newADay,
  })
  return {
    daysLeft,
    items: start.memories.length + unseen,
    unseen,
    planned: way({ newADay: needed, lastPass: { days: LAST_PASS_DAYS, below } }),
    asNow: way({ newADay }),
    knownOtherwise: knownOtherwise(start.memories, start.dials, addDays(today, daysLeft)),
  }
}

/**
 * The sum of the chances of recall on the day, when nothing more is reviewed; by the learner's days, as the last pass
 * counts them.
 */
function knownOtherwise(memories: readonly Standing[], dials: Dials, day: string): number {
  const { chance } = formulasOf(dials)
  return memories.reduce((sum, { stability, reviewedAt }) => {
    const reviewedDay = localDay(reviewedAt, dials.timeZone, dials.dayStartHour)
    return sum + chance(stability, daysBetween(reviewedDay, day))
  }, 0)
}
