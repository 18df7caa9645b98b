import { MASTERIES, type Mastery, masteryOf, masteryTogether } from '../memory/mastery'
import type { MemoryState } from '../memory/memory'

/** Where the buckets begin that items are counted in, after the first. 7 and 21 days are what mastery asks for. */
export const DAYS_EDGES = [1, 3, 7, 14, 21, 60, 120, 365] as const
export const DIFFICULTY_EDGES = [2, 3, 4, 5, 6, 7, 8, 9] as const
/** Chances of recall. 0.8 is what mastery asks for. */
export const RECALL_EDGES = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95] as const

/** So many items of a deck that are alike in all that is shown of them. Buckets count from 0, the lowest. */
export type MemoryCell = {
  deckId: string
  /** Absent while no answer counted: then the buckets are as well. */
  state: MemoryState | null
  recalled: number | null
  mixed: number
  suspended: number
  leech: number
  /** Bucket of DAYS_EDGES. */
  stability: number | null
  /** Bucket of DAYS_EDGES. */
  interval: number | null
  /** Bucket of DIFFICULTY_EDGES. */
  difficulty: number | null
  /** Bucket of RECALL_EDGES. */
  recall: number | null
  items: number
}

/** FSRS-6's exponent of forgetting, its weight 20, where a learner has no weights of their own. */
const DECAY = 0.1542

/**
 * Where the buckets of recall end in time: after so many times its stability an item falls below each of RECALL_EDGES,
 * (r^(−1/w20) − 1)/f with f = 0.9^(−1/w20) − 1. Highest chance last, as the edges are.
 */
export function recallLimits(weights?: readonly number[]): number[] {
  const power = -1 / (weights?.[20] ?? DECAY)
  const f = 0.9 ** power - 1
  return RECALL_EDGES.map((recall) => (recall ** power - 1) / f)
}

/** How many items are in each bucket of one figure. Items without a memory are in none. */
export function histogram(
  cells: readonly MemoryCell[],
  figure: 'stability' | 'interval' | 'difficulty' | 'recall',
  edges: readonly number[],
): number[] {
  const counts = new Array<number>(edges.length + 1).fill(0)
  for (const cell of cells) {
    const bucket = cell[figure]
    if (bucket !== null && cell.state !== null) counts[bucket] = (counts[bucket] ?? 0) + cell.items
  }
  return counts
}

export const ITEM_STATES = ['not-started', 'practised', 'learning', 'young', 'mature', 'aside'] as const
export type ItemState = (typeof ITEM_STATES)[number]

const MATURE_BUCKET = DAYS_EDGES.indexOf(21) + 1
const PROFICIENT_BUCKET = DAYS_EDGES.indexOf(7) + 1
const KNOWN_BUCKET = RECALL_EDGES.indexOf(0.8) + 1

/**
 * Items by what the queue does with them: in steps of (re)learning, young or mature in review, set aside (suspended or
 * a leech), answered but never in a way that counted, or not answered at all.
 * @param total live items of the decks looked at
 */
export function itemsByState(cells: readonly MemoryCell[], total: number): Record<ItemState, number> {
  const counts = { 'not-started': total, practised: 0, learning: 0, young: 0, mature: 0, aside: 0 }
  for (const cell of cells) {
    counts[stateOf(cell)] += cell.items
    counts['not-started'] -= cell.items
  }
  return counts
}

function stateOf({ state, suspended, leech, interval }: MemoryCell): Exclude<ItemState, 'not-started'> {
  if (suspended || leech) return 'aside'
  if (state === null) return 'practised'
  if (state !== 'review') return 'learning'
  return (interval ?? 0) >= MATURE_BUCKET ? 'mature' : 'young'
}

/** The mastery of every item of a cell: buckets end where mastery's own bounds are, so nothing is lost. */
function masteryOfCell({ state, recalled, mixed, stability, recall }: MemoryCell): Mastery {
  const days = (stability ?? 0) >= MATURE_BUCKET ? 21 : (stability ?? 0) >= PROFICIENT_BUCKET ? 7 : 0
  return masteryOf({
    attempts: 1,
    state,
    stability: days,
    recalled: recalled === 1,
    mixed: mixed === 1,
    retrievability: (recall ?? 0) >= KNOWN_BUCKET ? 1 : 0,
  })
}

export type DeckMastery = { mastery: Mastery; items: Record<Mastery, number> }

/** The mastery of one deck of so many live items, and of its items. */
export function deckMastery(cells: readonly MemoryCell[], total: number): DeckMastery {
  const items = Object.fromEntries(MASTERIES.map((name) => [name, 0])) as Record<Mastery, number>
  for (const cell of cells) items[masteryOfCell(cell)] += cell.items
  const begun = MASTERIES.reduce((sum, name) => sum + items[name], 0)
  items['not-started'] = Math.max(0, total - begun)
  const each = MASTERIES.flatMap((name) => new Array<Mastery>(items[name]).fill(name))
  return { mastery: masteryTogether(each), items }
}

/** Items in a step of learning that the queue may ask for. */
export const inLearning = (cells: readonly MemoryCell[]): number =>
  cells
    .filter(({ state, suspended, leech }) => state !== null && state !== 'review' && !suspended && !leech)
    .reduce((sum, { items }) => sum + items, 0)
