'use client'

import { useEffect, useState } from 'react'
import { keptAnswers, prune } from '@/lib/browser/kept-answers'
import { counted } from '@/lib/rules/counted'

/** Beside signing in: that answers given today are not lost by it. */
export function KeptNote() {
  const [count, setCount] = useState(0)
  useEffect(() => {
    prune(Date.now())
    setCount(keptAnswers(null).length)
  }, [])
  if (count === 0) return null
  return (
    <p className="mb-6 rounded-md bg-info-wash px-4 py-3">
      {counted(count, 'answer')} you gave here today can be kept: you are asked once you are signed in.
    </p>
  )
}
