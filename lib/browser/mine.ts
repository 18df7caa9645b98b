import { useSyncExternalStore } from 'react'
import type { ItemStanding, Mine } from '@/db/types'
import { keptAnswers } from './kept-answers'
import { joined, type Marked, withAnswer } from './standing'

/** `waiting` until the server has said who is signed in; `unknown` when it could not be asked. */
export type MineNow = Mine & {
  state: 'waiting' | 'known' | 'unknown'
  /** By item name, on the page of a deck; empty on any other. */
  items: Record<string, ItemStanding>
  deck?: string
}

const nobody: MineNow = { state: 'waiting', learner: null, decks: {}, items: {} }

let now = nobody
/** What was answered on this page, by item name: shown at once, beside what the server knew. */
let since: Record<string, ItemStanding> = {}
let shownDeck: string | undefined
let asked = 0
const listeners = new Set<() => void>()

/**
 * Asks the server for what is the learner's own on the page of `deck`, or on a page of no deck. Everything that
 * shows some of it reads the one answer with `useMine`. Signed out, standings come from what the browser keeps.
 */
export function loadMine(deck: string | undefined): void {
  if (deck !== shownDeck) since = {}
  shownDeck = deck
  asked += 1
  const question = asked
  const query = deck ? `?${new URLSearchParams({ deck })}` : ''
  fetch(`/api/mine${query}`, { headers: { accept: 'application/json' }, cache: 'no-store' })
    .then((response) => (response.ok ? (response.json() as Promise<Mine>) : Promise.reject(response.status)))
    .then((mine) => {
      if (question === asked)
        publish({
          ...mine,
          deck,
          state: 'known',
          items: mine.learner ? (mine.items ?? {}) : keptStandings(deck),
        })
    })
    .catch(() => {
      if (question === asked) publish({ ...now, deck, state: 'unknown', items: keptStandings(deck) })
    })
}

/** Shows what a marked answer changes, without asking the server. */
export function noteAnswer(name: string, marked: Marked): void {
  since = { ...since, [name]: withAnswer(since[name], marked) }
  publish(now)
}

/** What is the learner's own, for a component that shows some of it. Empty in the HTML that is the same for all. */
export function useMine(): MineNow {
  return useSyncExternalStore(
    subscribe,
    () => now,
    () => nobody,
  )
}

function subscribe(changed: () => void) {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

function publish(next: MineNow): void {
  const items = { ...next.items }
  for (const [name, standing] of Object.entries(since)) items[name] = joined(items[name], standing)
  now = { ...next, items }
  for (const listener of listeners) listener()
}

/** Where somebody stands who is not signed in, from the answers this browser keeps for a day. */
function keptStandings(deck: string | undefined): Record<string, ItemStanding> {
  const items: Record<string, ItemStanding> = {}
  for (const { item, answer, answeredAt, mark, covered } of keptAnswers(null)) {
    if (!deck || !item.startsWith(`${deck}/`) || mark === undefined) continue
    const name = item.slice(deck.length + 1)
    items[name] = withAnswer(items[name], { answer, answeredAt, mark, covered })
  }
  return items
}
