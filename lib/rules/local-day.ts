/** Formatters are costly to make and few: one per zone. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA-u-hc-h23', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  })
  formatters.set(timeZone, made)
  return made
}

/**
 * The learner's own day at a moment: the calendar date in their zone, where a day lasts until `dayStartHour` of the
 * next date by the clock on the wall (so a change to summer time moves nothing but that hour).
 * @param at epoch milliseconds
 * @returns YYYY-MM-DD
 * @throws RangeError for an unknown zone
 */
export function localDay(at: number, timeZone: string, dayStartHour: number): string {
  const parts: Record<string, string> = {}
  for (const part of formatter(timeZone).formatToParts(at)) parts[part.type] = part.value
  const date = Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day))
  const before = Number(parts.hour) < dayStartHour ? 86_400_000 : 0
  return new Date(date - before).toISOString().slice(0, 10)
}
