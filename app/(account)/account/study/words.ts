import { about, type Per, percent } from '@/components/dial/figures'
import type { HabitFields } from '@/components/dial/habits-form'
import type { DialHistory } from '@/db/queries/dials'
import type { Habits } from '@/db/queries/study-settings'
import { sayDate, sayTime } from '@/lib/rules/dates'
import { dialsAt, nextDayStart } from '@/lib/rules/memory/dials'
import type { Dials } from '@/lib/rules/memory/memory'
import { PRICED_DAYS, type Price } from '@/lib/rules/memory/price'

/** From when on a dial holds, and the zone that holds until then. */
type Set = { holdsFrom: number; timeZone: string }

/** "Thursday, 3 December, 04:00". */
const sayStart = ({ holdsFrom, timeZone }: Set, now: number): string =>
  `${sayDate(holdsFrom, timeZone, now)}, ${sayTime(holdsFrom, timeZone)}`

/** What is said to a dial that was saved; `what` names it with its verb, as in "The time zone holds". */
export const saved = (what: string, set: Set, now: number): string =>
  set.holdsFrom > now ? `Saved. ${what} from ${sayStart(set, now)}.` : 'Saved.'

/** From when on a dial turned now would hold, by the dials that hold now. */
export const startOfChange = (held: Dials, now: number): string =>
  sayStart({ holdsFrom: nextDayStart(now, held), timeZone: held.timeZone }, now)

/** What was set and does not hold yet, in a sentence; nothing when all that is set holds. */
export function waiting({ base, turned }: DialHistory, now: number): string | undefined {
  const last = turned.at(-1)
  if (!last || last.holdsFrom <= now) return undefined
  const held = dialsAt(base, turned)(now)
  const changed = CHANGES.filter(({ of }) => of(last) !== of(held))
  if (changed.length === 0) return undefined
  const start = sayStart({ holdsFrom: last.holdsFrom, timeZone: held.timeZone }, now)
  const list = changed.map(({ name, of }) => `${name} ${of(last)} (until then ${of(held)})`)
  return `From ${start}: ${list.join(', ')}.`
}

const CHANGES: { name: string; of: (dials: Dials) => string }[] = [
  { name: 'retention', of: ({ retention }) => percent(retention) },
  { name: 'time zone', of: ({ timeZone }) => timeZone.replaceAll('_', ' ') },
  { name: 'a new day at', of: ({ dayStartHour }) => `${String(dayStartHour).padStart(2, '0')}:00` },
  { name: 'longest interval', of: ({ maximumIntervalDays }) => `${maximumIntervalDays} days` },
]

/** What the retention that is set costs and brings, and what the next higher one would. */
export function priceSentence(prices: readonly Price[], set: number, per: Per): string {
  const place = prices.findIndex(({ retention }) => retention === set)
  const [now, next] = [prices[place], prices[place + 1]]
  if (!now) return ''
  const minutes = (aDay: number) => `${about(per.days * aDay)} minutes`
  const own = `At ${percent(set)} you answer about ${about(per.days * now.answersADay)} times ${per.words}, which takes ${minutes(now.minutesADay)}, and know ${Math.round(now.known)} of ${Math.round(now.met)} items at the end of ${PRICED_DAYS} days.`
  if (!next) return own
  const gain = Math.round(next.known) - Math.round(now.known)
  const brings = gain < 1 ? 'that brings hardly anything' : `you know ${gain} more`
  return `${own} At ${percent(next.retention)} it takes ${minutes(next.minutesADay - now.minutesADay)} more, and ${brings}.`
}

/** Habits as the fields of their form hold them. */
export const habitFields = ({ newADay, reviewsADay, twoButtons, shortcuts }: Habits): HabitFields => ({
  newADay: String(newADay),
  reviewsADay: String(reviewsADay),
  twoButtons: twoButtons ? 'yes' : 'no',
  shortcuts: shortcuts ? 'yes' : 'no',
})
