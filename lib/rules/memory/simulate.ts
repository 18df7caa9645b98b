import { drawn, pick } from './draws'
import { freshLives, type Life, type Start, standingLives } from './lives'
import type { Rating } from './memory'
import { type Formulas, formulasOf, type Strength } from './schedule'

export type Simulation = Start & {
  /** New items and reviews a day. */
  newADay: number
  reviewsADay: number
  /** How many days are lived through, today being the first. */
  days: number
  /** Before an exam: in the last `days`, every item whose recall would be under `below` then is asked for once more. */
  lastPass?: { days: number; below: number }
}

export type Simulated = {
  /** Answers and minutes, day by day. */
  answers: number[]
  minutes: number[]
  /** Items of which recall is expected when the last day is over: the sum of their chances. */
  known: number
  /** Items that have a memory by then. */
  met: number
}

/** What comes of a first answer, as FSRS's own simulator assumes (fsrs-optimizer, `first_rating_prob`). */
const FIRST = { again: 0.24, hard: 0.094, good: 0.495, easy: 0.171 }
/** Answers until a new item leaves its steps of 1 and 10 minutes, the first one included. */
const FIRST_ANSWERS: Record<Rating, number> = { again: 3, hard: 3, good: 2, easy: 1 }
/** And of a review: what was forgotten has one step of 10 minutes. */
const LAPSE_ANSWERS = 2

/**
 * Lives through the coming days by FSRS: whether an item is recalled is drawn by its chance of recall. Drawn, and not
 * reckoned with as an expected value, because the two branches of every review would double with each review and one
 * mean memory in their place never lapses. The draws belong to a life and its review alone: the same question has the
 * same answer everywhere, and two dials are compared by the same luck. No fuzz, which moves days and not sums; the
 * steps of (re)learning are passed on their day.
 * @param now epoch milliseconds
 */
export function simulate(simulation: Simulation, now: number): Simulated {
  const { newADay, days } = simulation
  const world: World = { ...simulation, formulas: formulasOf(simulation.dials) }
  const alive = standingLives(simulation, now)
  const fresh = freshLives(simulation, newADay * days)
  const told: Simulated = { answers: [], minutes: [], known: 0, met: 0 }
  let begun = 0
  for (let day = 0; day < days; day += 1) {
    const asked = alive.filter((life) => life.due <= day || isPassed(life, day, world))
    const given = withinLimit(asked, day, world).map((life) => ({ life, answers: review(life, day, world) }))
    // One fresh life is so many items as its weight says.
    for (let life = fresh[begun]; life && begun * life.weight < newADay * (day + 1); life = fresh[begun]) {
      given.push({ life, answers: begin(life, world) })
      alive.push(life)
      begun += 1
    }
    for (const { life } of given) {
      life.due = day + world.formulas.interval(life.stability)
      life.last = day
      life.reviews += 1
    }
    told.answers.push(sum(given, ({ life, answers }) => life.weight * answers))
    told.minutes.push(sum(given, ({ life, answers }) => (life.weight * answers * life.seconds) / 60))
  }
  told.known = sum(alive, (life) => life.weight * chanceOf(life, days, world))
  told.met = sum(alive, ({ weight }) => weight)
  return told
}

type World = Simulation & { formulas: Formulas }

/** Whether the last pass before an exam asks for it today: spread over its days, and none that was seen within them. */
function isPassed(life: Life, day: number, world: World): boolean {
  if (!world.lastPass) return false
  const length = Math.min(world.lastPass.days, world.days)
  const start = world.days - length
  const isItsDay = day - start === life.seed % length && life.last < start
  return isItsDay && chanceOf(life, world.days, world) < world.lastPass.below
}

/** Of what is asked for on a day, what its limit leaves: as in the queue, what is being forgotten fastest. */
function withinLimit(asked: Life[], day: number, world: World): Life[] {
  let left = world.reviewsADay
  if (sum(asked, ({ weight }) => weight) <= left) return asked
  const ranked = asked.map((life) => ({ life, chance: chanceOf(life, day, world) }))
  return ranked
    .sort((a, b) => a.chance - b.chance)
    .flatMap(({ life }) => {
      left -= life.weight
      return left >= 0 ? [life] : []
    })
}

const chanceOf = (life: Life, day: number, { formulas }: World): number =>
  formulas.chance(life.stability, day - life.last)

/** One review; returns the answers that it takes. */
function review(life: Life, day: number, world: World): number {
  const isRecalled = drawn(life.seed, 2 * life.reviews) < chanceOf(life, day, world)
  const rating = isRecalled ? pick(world.effort.recalled, drawn(life.seed, 2 * life.reviews + 1)) : 'again'
  learn(life, world.formulas.strengthen(life, day - life.last, rating))
  if (isRecalled) return 1
  learn(life, world.formulas.strengthen(life, 0, 'good'))
  return LAPSE_ANSWERS
}

/** The first day of an item; returns the answers that it takes. */
function begin(life: Life, { formulas }: World): number {
  const rating = pick(FIRST, drawn(life.seed, 0))
  learn(life, formulas.strengthen(undefined, 0, rating))
  for (let step = 1; step < FIRST_ANSWERS[rating]; step += 1)
    learn(life, formulas.strengthen(life, 0, 'good'))
  return FIRST_ANSWERS[rating]
}

function learn(life: Life, { stability, difficulty }: Strength): void {
  life.stability = stability
  life.difficulty = difficulty
}

function sum<T>(list: readonly T[], of: (each: T) => number): number {
  return list.reduce((total, each) => total + of(each), 0)
}
