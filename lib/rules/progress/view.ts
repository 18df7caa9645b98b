import { addDays } from '../local-day'

/** How far back a picture looks. */
export const RANGES = ['7d', '30d', '90d', 'year', 'all'] as const
export type Range = (typeof RANGES)[number]

export const RANGE_WORDS: Record<Range, string> = {
  '7d': '7 days',
  '30d': '30 days',
  '90d': '90 days',
  year: 'year',
  all: 'all',
}
const RANGE_DAYS: Record<Exclude<Range, 'all'>, number> = { '7d': 7, '30d': 30, '90d': 90, year: 365 }

/** What the address of `/progress` says: a range, and one deck or all of them. */
export type ProgressView = { range: Range; deck?: string }

const PLAIN: Range = '30d'

/** Reads a view from the parameters of an address; whatever does not fit is as if it were not there. */
export function readProgressView(params: Record<string, string | string[] | undefined>): ProgressView {
  const one = (name: string) => {
    const value = params[name]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  const deck = one('deck').slice(0, 64)
  return { range: RANGES.find((range) => range === one('range')) ?? PLAIN, ...(deck && { deck }) }
}

/** The parameters of an address that shows this view; those that say nothing are left out. */
export const progressParams = ({ range, deck }: ProgressView): Record<string, string> => ({
  ...(range !== PLAIN && { range }),
  ...(deck && { deck }),
})

/** Days ahead that the forecast of what comes due shows: as many as the view looks back, a year at most. */
export const daysAhead = (range: Range): number => RANGE_DAYS[range === 'all' ? 'year' : range]

/**
 * The first day of a range that ends today.
 * @param earliest the first day that anything is known of: where `all` begins
 * @returns YYYY-MM-DD
 */
export const firstDay = (range: Range, today: string, earliest = today): string =>
  range === 'all' ? (earliest < today ? earliest : today) : addDays(today, 1 - RANGE_DAYS[range])
