'use client'

import { useEffect, useState } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import { Message } from '@/components/ui/message'
import { forget, type KeptAnswer, keptAnswers, prune } from '@/lib/browser/kept-answers'
import { loadMine, useMine } from '@/lib/browser/mine'
import { counted } from '@/lib/rules/counted'
import type { KeepAction } from './results'
import { sendKept } from './send-kept'

/**
 * Once somebody is signed in: answers given as them that never reached the server go there by themselves; answers
 * given here before signing in are offered once, because on a shared computer they may be somebody else's.
 */
export function KeepOffer({ action }: { action: KeepAction }) {
  const { learner, deck } = useMine()
  const [offered, setOffered] = useState<KeptAnswer[]>([])
  const [said, setSaid] = useState<{ kind: 'right' | 'due'; words: string }>()
  const [busy, setBusy] = useState(false)
  const id = learner?.id

  useEffect(() => {
    prune(Date.now())
    if (!id) return
    setOffered(keptAnswers(null))
    const unsent = keptAnswers(id)
    if (unsent.length > 0)
      void sendKept(action, unsent).then(({ kept }) => {
        if (kept === 0) return
        setSaid({
          kind: 'right',
          words: `${counted(kept, 'answer')} from before ${kept === 1 ? 'is' : 'are'} saved now.`,
        })
        loadMine(deck)
      })
  }, [id, action, deck])

  async function keepThem(): Promise<void> {
    if (busy) return
    setBusy(true)
    const { kept, refused, left, message } = await sendKept(action, offered)
    setBusy(false)
    setOffered(left)
    const not =
      refused > 0 ? ` ${counted(refused, 'answer')} could not be kept: the items were changed since.` : ''
    if (message) setSaid({ kind: 'due', words: message })
    else setSaid({ kind: refused > 0 ? 'due' : 'right', words: `Kept ${counted(kept, 'answer')}.${not}` })
    if (kept > 0) loadMine(deck)
  }

  if (!learner) return null
  return (
    <div className="mx-auto w-full max-w-page px-5 empty:hidden sm:px-8 print:hidden">
      {offered.length > 0 && (
        <section
          aria-label="Answers given before you signed in"
          className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-md bg-info-wash px-4 py-3"
        >
          <p className="font-semibold">Keep the {counted(offered.length, 'answer')} you gave today?</p>
          <div className="flex flex-wrap gap-x-4">
            <button
              type="button"
              aria-busy={busy || undefined}
              className={buttonClasses()}
              onClick={() => void keepThem()}
            >
              Keep them
            </button>
            <button
              type="button"
              className={buttonClasses({ variant: 'plain' })}
              onClick={() => {
                forget(offered.map((answer) => answer.id))
                setOffered([])
              }}
            >
              Not mine, drop them
            </button>
          </div>
        </section>
      )}
      <div className={said ? 'mt-4' : ''}>
        <Message kind={said?.kind ?? 'right'}>{said?.words}</Message>
      </div>
    </div>
  )
}
