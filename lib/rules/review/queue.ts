import type { ItemKind } from '../item'
import type { Dials, MemoryState } from '../memory/memory'
import { draw } from './draw'
import { allowance, type Done, type Limits } from './limits'
import { type Spaced, spaced } from './spacing'
import { bandOf, heldOf } from './urgency'
import type { Left, Why } from './wire'

type Item = { id: string; deckId: string; kind: ItemKind; concepts: readonly string[] }

/** An item with a memory that may be asked for, or will be soon. */
export type Known = Item & {
  state: MemoryState
  /** Days. */
  stability: number
  /** The learner's day of the last answer that counted, YYYY-MM-DD. */
  reviewedDay: string
  /** Epoch milliseconds. */
  askAt: number
  /** Whether it is asked for once more because an exam is near. */
  lastPass?: boolean
  /** Whether its author changed what it means since it was answered last. */
  revised: boolean
}

/** A new item. They come in the order in which they are to be met. */
export type Fresh = Item

export type QueueFacts = {
  known: readonly Known[]
  fresh: readonly Fresh[]
  limits: Limits
  done: Done
  dials: Dials
  /** How many reviews are due, when that is more than `known` holds. */
  waiting?: number
  /** What makes this learner's order theirs. */
  seed: string
  /** The learner's day, YYYY-MM-DD. */
  today: string
  /** What was asked last, when it is known: what follows should not be of the same concept. */
  previous?: Item | undefined
}

export type Asked = Item & { why: Exclude<Why, 'practice'> }

export type Queue = {
  order: Asked[]
  left: Left
  /** When the next step of learning comes that is not due yet, epoch milliseconds. */
  nextAt?: number
}

type Placed = Asked & Spaced & { place: number }

/** Groups of spacing: steps of learning, then revised items, then bands of urgency from here on. */
const LEARNING = 0
const REVISED = 1
const BANDS = 2

/**
 * What is asked today, in order: steps of learning whose minute has come, revised items, then what is being forgotten
 * fastest, with the day's new items spread among the reviews. The same facts on the same day give the same order, and
 * what is answered leaves the rest as it was.
 * @param now epoch milliseconds
 */
export function orderQueue(facts: QueueFacts, now: number): Queue {
  const { known, done, seed, today } = facts
  const lot = ({ id }: Item) => draw(`${seed} ${today} ${id}`)
  const isStep = ({ state }: Known) => state !== 'review'
  // Whatever else was answered today would be practice now: an answer counts once a day.
  const ready = known.filter(
    (item) => ((item.revised || item.lastPass) && item.reviewedDay < today) || item.askAt <= now,
  )
  const steps = ready.filter((item) => isStep(item) && !item.revised).sort((a, b) => a.askAt - b.askAt)
  const revised = ready.filter(({ revised }) => revised)
  const due = ready.filter((item) => !isStep(item) && !item.revised)
  const may = allowance(facts.limits, done, Math.max(facts.waiting ?? 0, revised.length + due.length))

  const urgent = due.map((item) => ({
    item,
    group: BANDS + bandOf(heldOf(item, today, facts.dials)),
    lot: lot(item),
  }))
  const reviews = [...revised.map((item) => ({ item, group: REVISED, lot: lot(item) })), ...urgent]
    .sort((a, b) => a.group - b.group || a.lot - b.lot)
    .slice(0, may.reviews)
  const fresh = withinLimits(facts.fresh, may, done, (deckId) => draw(`${seed} ${today} ${deckId}`))

  const place = (index: number, before: number, count: number) => (before + index + 0.5) / (before + count)
  const asked: Placed[] = [
    ...steps.map((item) => placed(item, 'learning', LEARNING, -1)),
    ...reviews.map(({ item, group }, index) =>
      placed(item, group === REVISED ? 'revised' : 'due', group, place(index, done.reviews, reviews.length)),
    ),
  ]
  const met = fresh.map((item, index) => placed(item, 'new', -1, place(index, done.added, fresh.length)))
  const order = spaced(among(asked, met), facts.previous && { ...facts.previous, group: -1 })
  const next = known.filter((item) => isStep(item) && item.askAt > now).map(({ askAt }) => askAt)
  return {
    order: order.map(({ id, deckId, kind, concepts, why }) => ({ id, deckId, kind, concepts, why })),
    left: { due: reviews.length, learning: steps.length, fresh: fresh.length },
    ...(next.length > 0 && { nextAt: Math.min(...next) }),
  }
}

const placed = (
  { id, deckId, kind, concepts }: Item,
  why: Asked['why'],
  group: number,
  place: number,
): Placed => ({
  id,
  deckId,
  kind,
  concepts,
  why,
  group,
  place,
})

/** New items put among the others by their place in the day; each is as urgent as the review beside it. */
function among(asked: readonly Placed[], fresh: readonly Placed[]): Placed[] {
  const merged = [...asked, ...fresh].sort((a, b) => a.place - b.place)
  let group = asked.find(({ why }) => why !== 'learning')?.group ?? LEARNING
  return merged.map((item) => {
    if (item.why === 'new') return { ...item, group }
    if (item.why !== 'learning') group = item.group
    return item
  })
}

/** As many new items as the day has room for, decks in turns, none beyond its own limit. */
function withinLimits(
  fresh: readonly Fresh[],
  may: ReturnType<typeof allowance>,
  done: Done,
  lot: (deckId: string) => number,
): Fresh[] {
  const taken = new Map<string, number>()
  const turns = fresh.flatMap((item) => {
    const before = taken.get(item.deckId) ?? 0
    if (before >= may.freshOfDeck(item.deckId)) return []
    taken.set(item.deckId, before + 1)
    // Counted from the day's first, so that a deck that had its turn waits for the others.
    return [{ item, turn: (done.addedOfDeck.get(item.deckId) ?? 0) + before, lot: lot(item.deckId) }]
  })
  return turns
    .sort((a, b) => a.turn - b.turn || a.lot - b.lot)
    .slice(0, may.fresh)
    .map(({ item }) => item)
}
