/** Whether `zone` is an IANA name that this machine knows. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(zone)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** Names to choose from, UTC first, and `kept` among them even when this machine calls that zone otherwise. */
export function timeZones(kept: string): string[] {
  const names = new Set([kept, ...Intl.supportedValuesOf('timeZone')])
  names.delete('UTC')
  return ['UTC', ...[...names].sort()]
}
