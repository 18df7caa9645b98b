import { sayDate } from '../dates'
import { type Dashboard, type DashboardDeck, itemsOf, type MissedItem } from './dashboard'
import { fits, type View } from './view'

/** A sentence about today with what it rests on, and where to see more: a view of the people, or an item below. */
export type Notice = { text: string; evidence: string; see: { view: Partial<View> } | { item: MissedItem } }

/** Fewer first attempts than this say little about an item. */
const ENOUGH_TRIED = 3

/** What an instructor should know today, most pressing first. Only what the figures bear out: perhaps nothing. */
export function notices(dashboard: Dashboard): Notice[] {
  const { people, decks, missed } = dashboard
  if (people.length === 0) return []
  const worst = missed.find(({ tried, facility }) => tried >= ENOUGH_TRIED && facility <= 0.5)
  return [
    ...decks.flatMap((deck) => deckNotice(dashboard, deck)),
    ...(worst ? [missedNotice(worst)] : []),
  ].slice(0, 5)
}

/** One sentence a deck: who is late, else who has not started. */
function deckNotice(dashboard: Dashboard, deck: DashboardDeck): Notice[] {
  const { people, at, timeZone } = dashboard
  const count = (show: View['show']) => people.filter((person) => fits(person, [deck], show, at)).length
  /** Of a whole class one says what nobody did. */
  const nobody = (n: number) => n === people.length && n > 1
  if (itemsOf(deck) === 0) return []
  const { dueAt } = deck
  const late = count('late')
  const idle = count('not-started')
  if (dueAt !== undefined && late > 0)
    return [
      {
        text: nobody(late)
          ? `None of ${late} answered everything in ${deck.title} in time.`
          : `${late} of ${people.length} did not answer everything in ${deck.title} in time.`,
        evidence: `It was due on ${sayDate(dueAt, timeZone, at)}; ${idle === 0 ? 'everybody has started' : `${idle} ${idle === 1 ? 'has' : 'have'} not started`}.`,
        see: { view: { show: 'late', deck: deck.id } },
      },
    ]
  if (idle > 0)
    return [
      {
        text: nobody(idle)
          ? `None of ${idle} has started ${deck.title}.`
          : `${idle} of ${people.length} ${idle === 1 ? 'has' : 'have'} not started ${deck.title}.`,
        evidence:
          dueAt === undefined ? 'It has no due date.' : `It is due on ${sayDate(dueAt, timeZone, at)}.`,
        see: { view: { show: 'not-started', deck: deck.id } },
      },
    ]
  return []
}

const missedNotice = (item: MissedItem): Notice => ({
  text: `Most missed: ${item.asked}`,
  evidence: `${item.missed} of ${item.tried} missed it at the first attempt.`,
  see: { item },
})
