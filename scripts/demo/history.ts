import type { Answer, Certainty, Context } from '@/lib/rules/answer'
import type { ItemBody } from '@/lib/rules/item'
import { makeAnswer } from './answers'
import { knows } from './memory'
import { type Random, seeded } from './random'

const DAY = 86_400_000
const HOUR = 3_600_000

/** A live item as the simulation knows it. */
export type DemoItem = { id: string; deckId: string; contentHash: string; revision: number; body: ItemBody }

/** An answer that a made-up learner gave. Times are epoch milliseconds. */
export type DemoAnswer = {
  id: string
  item: DemoItem
  answer: Answer
  context: Context
  /** What they said before a question or a prompt was marked; some do not say. */
  certainty?: Certainty
  answeredAt: number
  durationMs: number
  studySession: string
  optionOrder?: string[]
}

/** How somebody goes about it: steadily, keenly, giving up after a while, rarely, not at all; each with its share. */
const HABITS = [
  { upTo: 0.4, perDay: 0.22, lastsDays: 200 },
  { upTo: 0.65, perDay: 0.4, lastsDays: 200 },
  { upTo: 0.83, perDay: 0.18, lastsDays: 25 },
  { upTo: 0.93, perDay: 0.08, lastsDays: 200 },
  { upTo: 1, perDay: 0, lastsDays: 0 },
] as const

/** Whoever has more items than this to learn comes back to more of them in an evening. */
const A_FEW = 12

/** The class met so many days ago. */
const MONTHS_DAYS = 120

/**
 * Months of one learner's answers, oldest first: evenings of study, more of them for some than for others, items met
 * one after another and then come back to, the least known first. The same seed and day give the same history.
 * @param number the learner's number in the class
 * @param today start of the present day, epoch milliseconds; nothing happens after it
 */
export function history(number: number, items: readonly DemoItem[], today: number): DemoAnswer[] {
  const random = seeded(7919 * number + 17)
  const { perDay, lastsDays } = habit(random)
  const ability = random.normal() * 0.8
  const firstDay = random.below(14)
  const met = new Map<string, number[]>()
  const answers: DemoAnswer[] = []
  for (let day = firstDay; day < Math.min(MONTHS_DAYS, firstDay + lastsDays); day += 1) {
    if (!random.chance(perDay)) continue
    const evening = today - (MONTHS_DAYS - day) * DAY + 15 * HOUR + random.below(6 * HOUR)
    answers.push(...session(random, items, met, ability, evening))
  }
  return answers
}

function habit(random: Random): (typeof HABITS)[number] {
  const drawn = random.next()
  return HABITS.find(({ upTo }) => drawn < upTo) ?? HABITS[0]
}

function session(
  random: Random,
  items: readonly DemoItem[],
  met: Map<string, number[]>,
  ability: number,
  start: number,
): DemoAnswer[] {
  const studySession = random.uuid()
  const chance = (item: DemoItem, now: number) =>
    knows(met.get(item.id) ?? [], ability - difficulty(item), now)
  const fresh = items.filter(({ id }) => !met.has(id)).slice(0, 3 + random.below(5))
  const known = items
    .filter(({ id }) => met.has(id))
    .map((item) => ({ item, key: chance(item, start) + 0.3 * random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
    .slice(0, Math.round((2 + random.below(7)) * Math.max(1, items.length / A_FEW)))
  let now = start
  return [...known, ...fresh].map((item) => {
    const durationMs = Math.round(SECONDS[item.body.kind] * 1000 * Math.exp(0.5 * random.normal()))
    now += durationMs + 2000
    const knowing = chance(item, now)
    const answer = makeAnswer(random, item.body, knowing, trait(item.id, 2))
    // Something new is met on its deck's page; what comes back comes back in a review, among other things.
    const context = met.has(item.id) ? 'review' : 'deck'
    const certainty = item.body.kind === 'card' ? undefined : feel(random, knowing)
    met.set(item.id, [...(met.get(item.id) ?? []), now])
    return {
      id: random.uuid(),
      item,
      answer,
      context,
      ...(certainty && { certainty }),
      answeredAt: now,
      durationMs,
      studySession,
      ...(item.body.kind === 'question' && {
        optionOrder: random.shuffled(item.body.options.map(({ id }) => id)),
      }),
    }
  })
}

/** How sure somebody says they are: what they know, felt with an error and a little too well of. */
function feel(random: Random, knowing: number): Certainty | undefined {
  if (random.chance(0.3)) return undefined
  const felt = knowing + 0.1 + 0.2 * random.normal()
  if (felt > 0.75) return 'sure'
  return felt > 0.45 ? 'think' : 'guess'
}

/** About what an answer takes. */
const SECONDS = { card: 8, question: 16, prompt: 80 } as const

/** How hard an item is, in deviations: its own, the same for everybody. Explaining is harder than recognising. */
const difficulty = ({ id, body }: DemoItem) =>
  (trait(id, 1) - 0.5) * 2.4 + { card: 0, question: -0.3, prompt: 0.7 }[body.kind]

/** A number from 0 to 1 that belongs to a text. */
function trait(text: string, salt: number): number {
  const sum = [...text].reduce((hash, sign) => (Math.imul(hash, 31) + (sign.codePointAt(0) ?? 0)) >>> 0, salt)
  return seeded(sum).next()
}
