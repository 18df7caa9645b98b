import { load } from './load'
import { type Figure, inPairs, median } from './ratio'

const CONNECTIONS = 8

/** How often a second the deck page is served, with its headers, to how often the bare page is. */
export async function pageRate(deckPage: string, barePage: string): Promise<Figure> {
  const { ratios, ours, theirs } = await inPairs(
    async () => (await load(deckPage, CONNECTIONS)).perSecond,
    async () => (await load(barePage, CONNECTIONS)).perSecond,
  )
  return {
    title: 'Deck page a second, with its headers, to a bare static page',
    ratios,
    bound: { atLeast: 0.8 },
    behind: `${Math.round(median(ours))} against ${Math.round(median(theirs))} a second`,
  }
}
