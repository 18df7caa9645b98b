import { useSyncExternalStore } from 'react'
import type { ItemStanding, Mine } from '@/db/types'
import { routes } from '@/lib/routes'
import { keptAnswers } from './kept-answers'
import { joined, type Marked, withAnswer } from './standing'

/** `waiting` until the server has said who is signed in; `unknown` when it could not be asked. */
export type MineNow = Mine & {
  state: 'waiting' | 'known' | 'unknown'
  /** By item name, on the page of a deck; empty on any other. */
  items: Record<string, ItemStanding>
  deck?: string
}

/** A record without inherited names: an item or a deck may be called "constructor". */
const bare = <T>(...parts: (Record<string, T> | undefined)[]): Record<string, T> =>
  Object.assign(Object.create(null), ...parts)

const nobody: MineNow = { state: 'waiting', learner: null, decks: bare(), items: bare() }

/** What the server said, or the browser kept. */
let told = nobody
/** What was answered on this page and is not in there yet, by item name. */
let since = bare<ItemStanding>()
/** Both together: what is shown. */
let now = nobody
let shownDeck: string | undefined
let asked = 0
const listeners = new Set<() => void>()

/**
 * Asks the server for what is the learner's own on the page of `deck`, or on a page of no deck. Everything that
 * shows some of it reads the one answer with `useMine`. Signed out, standings come from what the browser keeps.
 */
export function loadMine(deck: string | undefined): void {
  if (deck !== shownDeck) since = bare()
  shownDeck = deck
  asked += 1
  const question = asked
  const before = since
  fetch(routes.mine(deck, location.pathname === routes.home()), {
    headers: { accept: 'application/json' },
    cache: 'no-store',
  })
    .then((response) => (response.ok ? (response.json() as Promise<Mine>) : Promise.reject(response.status)))
    .then((mine) => {
      if (question !== asked) return
      const items = mine.learner ? mine.items : keptStandings(deck)
      // Told apart by order, not by times: the clocks of browser and server may differ.
      const known = (name: string) => (mine.learner ? since[name] === before[name] : items?.[name])
      since = bare(Object.fromEntries(Object.entries(since).filter(([name]) => !known(name))))
      publish({ ...mine, deck, state: 'known', items: items ?? {} })
    })
    .catch(() => {
      if (question === asked) publish({ ...told, deck, state: 'unknown', items: keptStandings(deck) })
    })
}

/** Shows what a marked answer changes, without asking the server. */
export function noteAnswer(name: string, marked: Marked): void {
  since = bare(since, { [name]: withAnswer(since[name], marked) })
  publish(told)
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
  told = next
  const items = bare(next.items)
  for (const [name, standing] of Object.entries(since)) items[name] = joined(items[name], standing)
  now = { ...next, items, decks: bare(next.decks) }
  for (const listener of listeners) listener()
}

/** Where somebody stands who is not signed in, from the answers this browser keeps for a day. */
function keptStandings(deck: string | undefined): Record<string, ItemStanding> {
  const items = bare<ItemStanding>()
  for (const { item, answer, answeredAt, mark, covered } of keptAnswers(null)) {
    if (!deck || !item.startsWith(`${deck}/`) || mark === undefined) continue
    const name = item.slice(deck.length + 1)
    items[name] = withAnswer(items[name], { answer, answeredAt, mark, covered })
  }
  return items
}
