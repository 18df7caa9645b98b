import { addDays } from '../local-day'
import type { DayCounts } from '../memory/day-counts'
import { type Day, sumDays, within } from './days'
import { type Share, shareOf } from './share'

/**
 * True retention: of the first answers of an item on its day, when the item was in review before, the share that was
 * recalled. Young is an interval under 21 days before the answer, mature the rest.
 */
export type Retention = { young?: Share; mature?: Share; all?: Share }

export function retentionOf(counts: DayCounts): Retention {
  const { youngN = 0, youngR = 0, matureN = 0, matureR = 0 } = counts
  const young = shareOf(youngR, youngN)
  const mature = shareOf(matureR, matureN)
  const all = shareOf(youngR + matureR, youngN + matureN)
  return { ...(young && { young }), ...(mature && { mature }), ...(all && { all }) }
}

/** The spans of Anki's table, each ending today but for yesterday. `days` counts today. */
const SPANS = [
  { name: 'Today', start: 0, end: 0 },
  { name: 'Yesterday', start: 1, end: 1 },
  { name: 'Last week', start: 6, end: 0 },
  { name: 'Last month', start: 29, end: 0 },
  { name: 'Last year', start: 364, end: 0 },
] as const

export type RetentionRow = { name: string } & Retention

/** True retention of a day, a week, a month and a year. */
export const retentionTable = (days: readonly Day[], today: string): RetentionRow[] =>
  SPANS.map(({ name, start, end }) => ({
    name,
    ...retentionOf(sumDays(within(days, addDays(today, -start), addDays(today, -end)))),
  }))
