import type { DeckFile } from '@/lib/content/schema'
import { type Link, linksOf } from './dead-links'

/** A page that takes longer is one that a learner does not wait for. */
const PATIENCE_MS = 10_000
/** Between two requests to one host: what a polite robot keeps. */
const PAUSE_MS = 500
const HOSTS_AT_ONCE = 4
/** Of one run; the rest is said to be unasked. */
export const MOST_LINKS = 500

/** `nameless`: no host of that name was found, which is also what a machine without a connection hears. */
export type Answer = 'there' | 'gone' | 'unclear' | 'nameless'
export type Ask = (url: string) => Promise<Answer>

/** Links of a deck that lead out of it, those of its sources included. */
export function outsideLinks(deck: DeckFile): Link[] {
  const sources = deck.sources.flatMap(({ url }, at) => (url ? [{ path: ['sources', at, 'url'], url }] : []))
  return [...linksOf(deck), ...sources].filter(({ url }) => /^https?:\/\//i.test(url))
}

/** `gone` only where the server says so: many sites turn robots away, and pages still work. */
export const askOverTheNetwork: Ask = async (url) => {
  const headers = {
    'user-agent': 'RecallAndReview-content-check (checks links of decks; one request a page)',
  }
  const ask = (method: 'HEAD' | 'GET') =>
    fetch(url, { method, headers, redirect: 'follow', signal: AbortSignal.timeout(PATIENCE_MS) })
  try {
    let response = await ask('HEAD')
    // Some servers know no HEAD and say that the page is not there.
    if (!response.ok) response = await ask('GET')
    await response.body?.cancel()
    if (response.ok) return 'there'
    return response.status === 404 || response.status === 410 ? 'gone' : 'unclear'
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string }
    return code === 'ENOTFOUND' ? 'nameless' : 'unclear'
  }
}

/**
 * Asks for every address once, each host's one after another with a pause between, a few hosts at a time, and no more
 * than MOST_LINKS in all.
 */
export async function askForLinks(
  urls: readonly string[],
  ask: Ask = askOverTheNetwork,
  pauseMs = PAUSE_MS,
): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>()
  const hosts = new Map<string, string[]>()
  // What stands behind "#" is not sent.
  for (const url of new Set(urls.map(withoutAnchor).slice(0, MOST_LINKS))) {
    const host = URL.canParse(url) ? new URL(url).host : ''
    hosts.set(host, [...(hosts.get(host) ?? []), url])
  }
  const waiting = [...hosts.values()]
  const work = async () => {
    for (let list = waiting.shift(); list; list = waiting.shift())
      for (const [at, url] of list.entries()) {
        if (at > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
        answers.set(url, await ask(url))
      }
  }
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, work))
  // Where other names were found, one that was not is no more.
  const isConnected = [...answers.values()].some((answer) => answer !== 'nameless')
  for (const [url, answer] of answers)
    if (answer === 'nameless') answers.set(url, isConnected ? 'gone' : 'unclear')
  return answers
}

export const withoutAnchor = (url: string): string => url.split('#', 1)[0] ?? url
