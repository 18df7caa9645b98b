const DAY_MS = 86_400_000

/**
 * A past day as people say it: today, yesterday, Thursday, 3 December, 3 December 2025; in the browser's own zone.
 * @param at epoch milliseconds
 * @param now epoch milliseconds
 */
export function dayWords(at: number, now: number): string {
  const days = Math.round((midnight(now) - midnight(at)) / DAY_MS)
  if (days <= 0) return 'today'
  if (days === 1) return 'yesterday'
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const parts: Intl.DateTimeFormatOptions =
    days < 7
      ? { weekday: 'long' }
      : { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }
  return new Intl.DateTimeFormat('en-GB', parts).format(at)
}

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0)
