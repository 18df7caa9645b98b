import type { Answer } from './answer'
import { countedAt, type Fact, type Facts, inOrder, type ShelvingFact } from './facts'
import type { DaysCounts } from './memory/day-counts'
import type { Memory } from './memory/memory'
import { type Person, type Remembered, remember } from './memory/timeline'

/** Raised when a fold would give other rows from the same facts: rows of an older one are folded again when touched. */
export const FOLD_VERSION = 2

/** What the answers to one item came to. The last four are what the item adds to its rollup. */
type Standing = {
  /** How many there are that were not withdrawn. With none the rest says nothing, and readers leave the row out. */
  attempts: number
  firstAt: number
  firstMark: number
  firstAnswer: Answer
  /** The version that the first answer was given to: what its options and concepts were. */
  firstHash: string
  /** A prompt's concepts that the first answer covered. Absent for other kinds. */
  firstCovered: readonly string[] | null
  lastAt: number
  lastMark: number
  lastAnswer: Answer
  bestMark: number
  known: number
  rightFirst: number
  rightEver: number
  conceptsBest: number
}

type Remembering = { [K in keyof Memory]: Memory[K] | null } & {
  reviews: number
  lapses: number
  reviewedDay: string | null
  recalled: number | null
  mixed: number
  days: DaysCounts
}

type Shelf = { askAt: number | null; suspended: number; leech: number; bookmarked: number }

/** What all facts of one learner on one item say: a snapshot, but for its keys. */
export type Folded = Standing & Remembering & Shelf & { revision: number | null }

/**
 * Folds all facts of one learner on one item. Order and repetition of the input do not matter.
 * @throws Error when there are none: without facts there is no row
 */
export function fold(facts: Facts, person: Person): Folded {
  if (facts.attempts.length === 0 && facts.shelvings.length === 0)
    throw new Error('There is nothing to fold.')
  const judged = (judgement: string) =>
    new Set(facts.judgements.flatMap((each) => (each.judgement === judgement ? [each.attemptId] : [])))
  const withdrawn = judged('withdrawn')
  const standing = inOrder(facts.attempts).filter((fact) => !(withdrawn.has(fact.id) && canBeWithdrawn(fact)))
  const told = remember(standing, judged('claimed'), person)
  const { memory, reviewedDay, recalled, mixed, tally } = told
  return {
    ...standingOf(standing),
    revision: standing.length > 0 ? greatest(standing.map(({ revision }) => revision)) : null,
    state: memory?.state ?? null,
    stability: memory?.stability ?? null,
    difficulty: memory?.difficulty ?? null,
    dueAt: memory?.dueAt ?? null,
    reviewedAt: memory?.reviewedAt ?? null,
    reviewedDay: reviewedDay ?? null,
    intervalDays: memory?.intervalDays ?? null,
    step: memory?.step ?? null,
    reviews: memory?.reviews ?? 0,
    lapses: memory?.lapses ?? 0,
    recalled: recalled === undefined ? null : Number(recalled),
    mixed: Number(mixed),
    ...shelfOf(facts.shelvings, told),
    days: tally.counts(),
  }
}

/** A grade is a slip of the thumb at times. An answer that showed a key is not, and graded work knows no undo. */
export const canBeWithdrawn = ({ answer, context }: Pick<Fact, 'answer' | 'context'>): boolean =>
  answer.kind === 'card' && context !== 'graded'

const NOTHING: Standing = {
  attempts: 0,
  firstAt: 0,
  firstMark: 0,
  firstAnswer: { kind: 'question', chosen: [] },
  firstHash: '',
  firstCovered: null,
  lastAt: 0,
  lastMark: 0,
  lastAnswer: { kind: 'question', chosen: [] },
  bestMark: 0,
  known: 0,
  rightFirst: 0,
  rightEver: 0,
  conceptsBest: 0,
}

function standingOf(ordered: readonly Fact[]): Standing {
  const first = ordered[0]
  const last = ordered.at(-1)
  if (!first || !last) return NOTHING
  const bestMark = greatest(ordered.map((fact) => fact.verdict.mark))
  const question = first.answer.kind === 'question'
  return {
    attempts: ordered.length,
    firstAt: countedAt(first),
    firstMark: first.verdict.mark,
    firstAnswer: first.answer,
    firstHash: first.contentHash,
    firstCovered: first.verdict.covered ?? null,
    lastAt: countedAt(last),
    lastMark: last.verdict.mark,
    lastAnswer: last.answer,
    bestMark,
    known: isKnown(last.answer) ? 1 : 0,
    rightFirst: question && first.verdict.mark === 1 ? 1 : 0,
    rightEver: question && bestMark === 1 ? 1 : 0,
    conceptsBest: greatest(ordered.map((fact) => fact.verdict.covered?.length ?? 0)),
  }
}

/** What was done with the item in the queue, in the order in which it was done, and what that means for asking it. */
function shelfOf(shelvings: readonly ShelvingFact[], { memory, leechAt }: Remembered): Shelf {
  const shelf = { buriedUntil: 0, suspended: 0, bookmarked: 0, leech: leechAt === undefined ? 0 : 1 }
  const each = [...new Map(shelvings.map((fact) => [fact.id, fact])).values()]
  for (const { shelving, madeAt, until } of each.sort(
    (a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1),
  )) {
    if (shelving === 'buried') shelf.buriedUntil = until ?? 0
    if (shelving === 'suspended') shelf.suspended = 1
    if (shelving === 'resumed') {
      shelf.suspended = 0
      shelf.buriedUntil = 0
      if (leechAt !== undefined && madeAt >= leechAt) shelf.leech = 0
    }
    if (shelving === 'bookmarked') shelf.bookmarked = 1
    if (shelving === 'unmarked') shelf.bookmarked = 0
  }
  const { buriedUntil, suspended, leech, bookmarked } = shelf
  const asked = Math.max(memory?.dueAt ?? 0, buriedUntil)
  return { askAt: suspended || leech || asked === 0 ? null : asked, suspended, leech, bookmarked }
}

/** A card is known when its last grade was Good or Easy. */
function isKnown(answer: Answer): boolean {
  return answer.kind === 'card' && (answer.grade === 'good' || answer.grade === 'easy')
}

/** Not Math.max(...): a spread of a very long history would overflow the stack. */
function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}
