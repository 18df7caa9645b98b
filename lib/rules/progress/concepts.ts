import { type Mastery, masteryOf, masteryTogether } from '../memory/mastery'
import type { MemoryState } from '../memory/memory'
import { retrievability } from '../memory/schedule'

const DAY = 86_400_000

/** An item of a deck with the concepts it carries, and where the learner stands on it; nulls where it was not answered. */
export type ConceptItem = {
  concepts: readonly string[]
  attempts: number | null
  state: MemoryState | null
  /** Days. */
  stability: number | null
  reviewedAt: number | null
  recalled: number | null
  mixed: number | null
}

export type ConceptMastery = { name: string; mastery: Mastery; items: number; answered: number }

/**
 * The mastery of the concepts of a deck whose name the learner may see: those that an item they answered carries.
 * `unseen` says how many others there are.
 * @param names of concepts by id
 */
export function conceptMastery(
  items: readonly ConceptItem[],
  names: ReadonlyMap<string, string>,
  now: number,
  weights?: readonly number[],
): { concepts: ConceptMastery[]; unseen: number } {
  const carried = new Map<string, Mastery[]>()
  for (const item of items) {
    const mastery = masteryNow(item, now, weights)
    for (const id of new Set(item.concepts)) carried.set(id, [...(carried.get(id) ?? []), mastery])
  }
  const concepts: ConceptMastery[] = []
  let unseen = 0
  for (const [id, masteries] of carried) {
    const name = names.get(id)
    const answered = masteries.filter((each) => each !== 'not-started').length
    if (name === undefined || answered === 0) unseen += 1
    else concepts.push({ name, mastery: masteryTogether(masteries), items: masteries.length, answered })
  }
  return { concepts, unseen }
}

function masteryNow(item: ConceptItem, now: number, weights?: readonly number[]): Mastery {
  const { attempts, state, stability, reviewedAt, recalled, mixed } = item
  return masteryOf({
    attempts: attempts ?? 0,
    state,
    stability,
    recalled: recalled === 1,
    mixed: mixed === 1,
    ...(stability !== null &&
      reviewedAt !== null && {
        retrievability: retrievability(stability, (now - reviewedAt) / DAY, weights),
      }),
  })
}
