'use client'

import { useEffect, useState } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import { Message } from '@/components/ui/message'
import { forget, keptAnswers, prune } from '@/lib/browser/kept-answers'
import { loadMine, useMine } from '@/lib/browser/mine'
import { useKeptAnswers } from '@/lib/browser/use-kept-answers'
import { counted } from '@/lib/rules/counted'
import type { KeepAction } from './results'
import { type Kept, sendKept } from './send-kept'

type Said = { kind: 'right' | 'due'; words: string }

/**
 * Once somebody is signed in: answers given as them that never reached the server go there by themselves; answers
 * given here before signing in are offered once, because on a shared computer they may be somebody else's.
 */
export function KeepOffer({ action }: { action: KeepAction }) {
  const { learner, deck } = useMine()
  const offered = useKeptAnswers(null)
  const [said, setSaid] = useState<Said>()
  const [busy, setBusy] = useState(false)
  const id = learner?.id

  useEffect(() => {
    prune(Date.now())
    if (!id) return
    void sendOutbox(id)
    const unsent = keptAnswers(id)
    if (unsent.length === 0) return
    void sendKept(action, id, unsent).then((came) => {
      if (came.kept > 0 || came.refused > 0) setSaid(wordsOf(came, savedNow))
      if (came.kept > 0 || isAnother(came)) loadMine(deck)
    })
  }, [id, action, deck])

  async function keepThem(): Promise<void> {
    if (busy || !id) return
    setBusy(true)
    const came = await sendKept(action, id, keptAnswers(null))
    setBusy(false)
    setSaid(came.message ? { kind: 'due', words: came.message } : wordsOf(came, kept))
    if (came.kept > 0 || isAnother(came)) loadMine(deck)
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

/** What a review left unsent goes out from any page. Fetched after the page, which has no other use for it. */
async function sendOutbox(learner: string): Promise<void> {
  const found = await import('@/lib/browser/outbox').catch(() => undefined)
  if (!found) return
  const outbox = new found.Outbox(learner)
  await outbox.send()
  outbox.close()
}

const kept = (count: number) => `Kept ${counted(count, 'answer')}.`
const savedNow = (count: number) =>
  count > 0 ? `${counted(count, 'answer')} from before ${count === 1 ? 'is' : 'are'} saved now.` : ''

/** What was kept, and what never can be. */
function wordsOf({ kept, refused }: Kept, say: (count: number) => string): Said {
  if (refused === 0) return { kind: 'right', words: say(kept) }
  const not = `${counted(refused, 'answer')} could not be kept: the items were changed since.`
  return { kind: 'due', words: `${say(kept)} ${not}`.trim() }
}

/** Whether the page is wrong about who is signed in. */
const isAnother = ({ reason }: Kept) => reason === 'other-learner' || reason === 'signed-out'
