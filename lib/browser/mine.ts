import { useSyncExternalStore } from 'react'
import type { DeckProgress, ItemStanding, Mine } from '@/db/types'

/** `waiting` until the server has said who is signed in; `unknown` when it could not be asked. */
export type MineState = Mine & { state: 'waiting' | 'known' | 'unknown'; deck?: string }

const nobody: MineState = { state: 'waiting', learner: null, decks: {} }

let current = nobody
let asked = 0
const listeners = new Set<() => void>()

function publish(next: MineState): void {
  current = next
  for (const listener of listeners) listener()
}

/**
 * Asks the server for what is the learner's own, on the page of `deck` or on any other page. Everything that shows
 * some of it reads the one answer with `useMine`. What was known of the learner stays until the new answer is there.
 */
export function loadMine(deck: string | undefined): void {
  asked += 1
  const question = asked
  const query = deck ? `?${new URLSearchParams({ deck })}` : ''
  fetch(`/api/mine${query}`, { headers: { accept: 'application/json' }, cache: 'no-store' })
    .then((response) => (response.ok ? (response.json() as Promise<Mine>) : Promise.reject(response.status)))
    .then((mine) => question === asked && publish({ ...mine, state: 'known', deck }))
    .catch(() => question === asked && publish({ ...current, items: undefined, state: 'unknown', deck }))
}

/** Puts what an answer has just changed beside what the server said, until the next page asks anew. */
export function noteProgress(
  deck: string,
  progress: DeckProgress,
  item: string,
  standing: ItemStanding,
): void {
  publish({
    ...current,
    decks: { ...current.decks, [deck]: progress },
    items: { ...current.items, [item]: standing },
  })
}

/** What is the learner's own, for a component that shows some of it. Empty in the HTML that is the same for all. */
export function useMine(): MineState {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => current,
    () => nobody,
  )
}
