import { type ItemKind, LEVELS, type Level } from '../item'
import type { MemoryState } from '../memory/memory'
import { draw } from './draw'
import type { Fresh } from './queue'

/** A live item as every learner finds it. */
export type Listed = { id: string; level: Level; concepts: readonly string[] }

/** A deck's live items of one kind, in the order of their levels and, within a level, of the file. */
export type DeckPart = { deckId: string; kind: ItemKind; items: readonly Listed[] }

/** A part of a deck that a learner studies: how many of its items were answered, as the sums say. */
export type StudiedPart = DeckPart & { answered: number }

/** What a learner's row says of an item. Without one it was never met. */
export type Met = {
  state: MemoryState | null
  recalled: boolean
  /** Suspended, set aside, or buried for now. */
  shelved: boolean
  /** Whether it was answered for the first time today. */
  today: boolean
}

/** Decks that new items are taken from on one day, and items looked up for it: the cost must not grow with either. */
const MOST_DECKS = 5
const MOST_LOOKED_UP = 240

/**
 * The items among which a learner's next new ones are looked for, each part's in its own order. Sums say how many of a
 * part were answered, and items are met in order, so the search stands around that number; a further stretch that
 * moves on with every day finds whatever was left out long ago. A part that is small enough is searched whole.
 * @param seed with the day it decides which decks come first, so that over the days all do
 * @param dayNumber days since 1970-01-01
 */
export function searched(parts: readonly StudiedPart[], seed: string, dayNumber: number): StudiedPart[] {
  const open = parts.filter(({ items, answered }) => answered < items.length)
  const decks = [...new Set(open.map(({ deckId }) => deckId))]
    .sort((a, b) => draw(`${seed} ${dayNumber} ${a}`) - draw(`${seed} ${dayNumber} ${b}`))
    .slice(0, MOST_DECKS)
  // All kinds of a deck: whether a level is familiar is asked of all its items.
  const wanted = parts.filter(({ deckId }) => decks.includes(deckId))
  const room = Math.floor(MOST_LOOKED_UP / Math.max(wanted.length, 1))
  return wanted.map((part) => ({ ...part, items: stretch(part, room, dayNumber) }))
}

function stretch({ items, answered }: StudiedPart, room: number, dayNumber: number): readonly Listed[] {
  if (items.length <= room) return items
  const wandering = room >> 2
  const near = room - wandering
  const start = Math.min(Math.max(answered - (near >> 1), 0), items.length - near)
  const from = (dayNumber * wandering) % items.length
  const outside = (at: number) => at < start || at >= start + near
  const further = items.slice(from, from + wandering).filter((_, at) => outside(from + at))
  const around = items.slice(start, start + near)
  return from < start ? [...further, ...around] : [...around, ...further]
}

/**
 * The new items of those that were searched, in the order in which each deck's are to be met: lower levels first,
 * kinds in turns. A higher level waits until most of what lies below is familiar, or nothing new is left there.
 * @param levels `every level` for the order alone, whatever waits
 */
export function unmet(
  parts: readonly StudiedPart[],
  met: ReadonlyMap<string, Met>,
  levels?: 'every level',
): Fresh[] {
  const decks = new Set(parts.map(({ deckId }) => deckId))
  return [...decks].flatMap((deckId) =>
    unmetOfDeck(
      parts.filter((part) => part.deckId === deckId),
      met,
      levels,
    ),
  )
}

function unmetOfDeck(
  parts: readonly StudiedPart[],
  met: ReadonlyMap<string, Met>,
  levels?: 'every level',
): Fresh[] {
  const all = parts.flatMap(({ deckId, kind, items }) =>
    items.map((item, at) => ({
      ...item,
      deckId,
      kind,
      level: LEVELS.indexOf(item.level),
      share: at / items.length,
      met: met.get(item.id),
    })),
  )
  const isNew = ({ met }: (typeof all)[number]) => !met || (met.state === null && !met.shelved)
  const mayCome = LEVELS.map((_, level) => {
    if (levels) return true
    const below = all.filter((item) => item.level < level)
    const familiar = below.filter(({ met }) => met?.state && met.recalled).length
    // What was met today counts as left, so that a level does not open in the middle of a day.
    return familiar * 2 > below.length || !below.some((item) => isNew(item) || item.met?.today)
  })
  return all
    .filter((item) => isNew(item) && mayCome[item.level])
    .sort((a, b) => a.level - b.level || a.share - b.share)
    .map(({ id, deckId, kind, concepts }) => ({ id, deckId, kind, concepts }))
}
