import type { ItemBody, ItemKind, Level } from '@/lib/rules/item'
import { itemId, type LoadedDeck } from './deck'

/** An item as one side of a comparison has it. */
export type Side = {
  id: string
  deck: string
  kind: ItemKind
  level: Level
  tags: readonly string[]
  concepts: readonly string[]
  revision: number
  contentHash: string
  body: ItemBody
  /** Known to a database, and in no file. */
  retired?: boolean
}

/**
 * What an edit is to learners. `words`: what is asked or answered reads otherwise, and the author says that it means
 * the same. `meaning`: the author raised the revision. `details`: level, tags or named concepts only. `refused`: another
 * kind under the same id, which no database takes.
 */
export const FATES = ['new', 'returned', 'meaning', 'words', 'details', 'retired', 'refused'] as const
export type Fate = (typeof FATES)[number]

export type Change = { id: string; kind: ItemKind; fate: Fate; note?: string }

export const sidesOf = (decks: readonly LoadedDeck[]): Side[] =>
  decks.flatMap((deck) =>
    deck.items.map(({ name, position: _, ...item }) => ({
      ...item,
      id: itemId(deck.id, name),
      deck: deck.id,
      kind: item.body.kind,
    })),
  )

/** What became of each item, in the order of the new files, then what is gone; items that stayed are left out. */
export function contentDiff(before: readonly Side[], after: readonly Side[]): Change[] {
  const old = new Map(before.map((side) => [side.id, side]))
  const kept = new Set(after.map(({ id }) => id))
  return [
    ...after.flatMap((side) => {
      const change = changeOf(old.get(side.id), side)
      return change ? [{ id: side.id, kind: side.kind, ...change }] : []
    }),
    ...before
      .filter(({ id, retired }) => !retired && !kept.has(id))
      .map(({ id, kind }): Change => ({ id, kind, fate: 'retired' })),
  ]
}

type Fated = Pick<Change, 'fate' | 'note'>

function changeOf(old: Side | undefined, side: Side): Fated | undefined {
  if (!old) return { fate: 'new' }
  if (old.kind !== side.kind)
    return {
      fate: 'refused',
      note: `It was a ${old.kind}. Give the ${side.kind} an id of its own: answers hang on the old one.`,
    }
  if (old.retired) return { fate: 'returned' }
  if (side.revision > old.revision) return { fate: 'meaning' }
  if (side.revision < old.revision)
    return {
      fate: 'words',
      note: `The revision went from ${old.revision} to ${side.revision}. Never lower it.`,
    }
  if (side.contentHash === old.contentHash) return sameDetails(old, side) ? undefined : { fate: 'details' }
  return newKey(old.body, side.body)
    ? {
        fate: 'words',
        note: `What counts as right changed. If that is another question, write "revision: ${side.revision + 1}".`,
      }
    : { fate: 'words' }
}

const sameDetails = (a: Side, b: Side): boolean =>
  JSON.stringify([a.level, a.tags, a.concepts]) === JSON.stringify([b.level, b.tags, b.concepts])

/** Whether an answer that was right is not any more, by ids: options that are right, concepts that make up a prompt. */
function newKey(old: ItemBody, now: ItemBody): boolean {
  const key = (body: ItemBody): string[] =>
    body.kind === 'question'
      ? body.options.filter(({ correct }) => correct).map(({ id }) => id)
      : body.kind === 'prompt'
        ? body.concepts.map(({ id }) => id)
        : []
  return key(old).sort().join() !== key(now).sort().join()
}
