'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { Outbox, type OutboxState } from '@/lib/browser/outbox'

const NOTHING: OutboxState = { answers: 0, facts: 0, failing: false, lasting: true }

/** The learner's outbox, open for as long as the page is; undefined until the page runs in a browser. */
export function useOutbox(learner: string): { outbox: Outbox | undefined; state: OutboxState } {
  const [outbox, setOutbox] = useState<Outbox>()
  useEffect(() => {
    const opened = new Outbox(learner)
    setOutbox(opened)
    return () => opened.close()
  }, [learner])
  const state = useSyncExternalStore(
    outbox?.subscribe ?? never,
    () => outbox?.state() ?? NOTHING,
    () => NOTHING,
  )
  return { outbox, state }
}

const never = () => () => {}
