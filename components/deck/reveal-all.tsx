'use client'

import { useEffect, useState } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'

const answers = () => document.querySelectorAll<HTMLDetailsElement>('details[data-answer]')

/** Opens every card for skimming, or closes them. Paper shows all answers, and the screen is as before afterwards. */
export function RevealAll() {
  const [open, setOpen] = useState(false)

  useEffect(() => {
    let closed: HTMLDetailsElement[] = []
    const before = () => {
      closed = [...answers()].filter((details) => !details.open)
      for (const details of closed) details.open = true
    }
    const after = () => {
      for (const details of closed) details.open = false
    }
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])

  return (
    <button
      type="button"
      className={`${buttonClasses({ variant: 'plain' })} needs-script`}
      onClick={() => {
        for (const details of answers()) details.open = !open
        setOpen(!open)
      }}
    >
      {open ? 'Hide all' : 'Reveal all'}
    </button>
  )
}
