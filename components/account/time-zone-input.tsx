'use client'

import { useEffect, useState } from 'react'

/** Sends the browser's time zone along with the form. Without scripts it is empty, which means UTC. */
export function TimeZoneInput() {
  const [zone, setZone] = useState('')
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  return <input type="hidden" name="timeZone" value={zone} readOnly />
}
