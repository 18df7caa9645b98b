'use client'

import { useEffect, useState } from 'react'

/** What the zone is for, and, when this device is in another one, that it is. */
export function ZoneHint({ kept }: { kept: string }) {
  const [here, setHere] = useState<string>()
  useEffect(() => setHere(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  return (
    <>
      Your days start and end by it.
      {here && here !== kept && <> This device says it is in {here.replaceAll('_', ' ')}.</>}
    </>
  )
}
