'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** How long an item has been looked at: from its first coming into view, or from a restart. */
export function useSeen(area: RefObject<HTMLElement | null>) {
  const since = useRef<number>(undefined)
  useEffect(() => {
    const element = area.current
    if (!element) return
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      since.current ??= Date.now()
      watch.disconnect()
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [area])
  return {
    elapsed: (now: number) => (since.current === undefined ? undefined : now - since.current),
    restart: () => {
      since.current = Date.now()
    },
  }
}
