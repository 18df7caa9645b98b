import { daysBetween } from '@/lib/rules/local-day'
import type { DayCounts } from '@/lib/rules/memory/day-counts'
import type { ConceptMastery } from '@/lib/rules/progress/concepts'
import {
  type Day,
  daysStudied,
  periodLength,
  periods,
  shareLength,
  sumDays,
  within,
} from '@/lib/rules/progress/days'
import { dueToday, type ReviewHabits } from '@/lib/rules/progress/due-today'
import { type Asked, futureDue } from '@/lib/rules/progress/future'
import { inLearning, itemsByState, type MemoryCell } from '@/lib/rules/progress/memory-cells'
import { daysAhead, firstDay, type ProgressView } from '@/lib/rules/progress/view'
import { CertaintyTruth, type SureAndWrong } from './certainty'
import { Forecast } from './forecast'
import { Future } from './future'
import { Hours } from './hours'
import { MasteryOf } from './mastery'
import { Memories } from './memory'
import { Ratings } from './ratings'
import { TrueRetention } from './retention'
import { States } from './states'
import { Today } from './today'
import { Added, Work } from './work'
import { Year } from './year'

type Deck = { id: string; title: string; items: number }

/** What was read for the page; see db/queries/progress. */
export type Told = {
  timeZone: string
  dayStartHour: number
  today: string
  retention: number
  decks: readonly Deck[]
  deck?: Deck
  days: readonly Day[]
  cells: readonly MemoryCell[]
  asked: readonly Asked[]
  concepts?: { concepts: readonly ConceptMastery[]; unseen: number }
  sureAndWrong: readonly SureAndWrong[]
  habits: ReviewHabits
  /** Reviews of today, over all decks. */
  reviewed: number
}

/** All pictures, in the order in which people look for them. */
export function Story({ told, view, now }: { told: Told; view: ProgressView; now: number }) {
  const { today, days, cells, decks, deck } = told
  const from = firstDay(view.range, today, days[0]?.day)
  const length = periodLength(daysBetween(from, today) + 1)
  const range = within(days, from, today)
  const bars = periods(days, from, today, length)
  const coarse = shareLength(daysBetween(from, today) + 1)
  const counts: DayCounts = sumDays(range)
  const span = SPANS[view.range]
  const shown = deck ? [deck] : decks
  const ahead = daysAhead(view.range)
  const future = futureDue(told.asked, ahead, { ...told, now })
  const due = dueToday(
    { due: future.backlog + future.today, learning: inLearning(cells), reviewed: told.reviewed },
    told.habits,
  )
  const total = shown.reduce((sum, { items }) => sum + items, 0)
  const overTime = { bars, length, span, today }
  return (
    <>
      <Today counts={sumDays(within(days, today, today))} due={due} oneDeck={deck !== undefined} />
      <Future future={future} days={ahead} today={today} />
      <Year days={days} today={today} />
      <TrueRetention
        days={days}
        range={range}
        bars={periods(days, from, today, coarse)}
        length={coarse}
        span={span}
        today={today}
        wanted={told.retention}
      />
      <States
        states={itemsByState(cells, total)}
        where={deck ? 'in this deck' : 'in the decks you have begun'}
      />
      <Forecast counts={counts} span={span} />
      <Work {...overTime} studied={daysStudied(days, today, daysBetween(from, today) + 1)} />
      <Memories cells={cells} />
      <Hours counts={counts} span={span} />
      <Ratings counts={counts} span={span} />
      <Added {...overTime} />
      <MasteryOf
        view={view}
        decks={shown}
        cells={cells}
        {...(told.concepts && { concepts: told.concepts })}
      />
      <CertaintyTruth
        counts={counts}
        span={span}
        wrong={told.sureAndWrong}
        timeZone={told.timeZone}
        now={now}
      />
    </>
  )
}

const SPANS = {
  '7d': 'in the last 7 days',
  '30d': 'in the last 30 days',
  '90d': 'in the last 90 days',
  year: 'in the last year',
  all: 'since you began',
} as const
