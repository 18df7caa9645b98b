'use client'

import { useEffect, useRef } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import { againIn } from '@/lib/rules/review/interval'
import { isRight, type Session } from '@/lib/rules/review/session'
import { AnswerBar, KeyHint } from './answer-bar'

type Props = { session: Session; practice: boolean; keys: boolean; next: () => void; claim: () => void }

/** Under an answered question or prompt: when it comes again, a claim that it was right, and the way on. */
export function VerdictBar({ session, practice, keys, next, claim }: Props) {
  const { phase, verdict, claimed, refusal } = session
  const onward = useRef<HTMLButtonElement>(null)
  // A verdict takes the focus itself; where there is none yet, the way on does.
  useEffect(() => {
    if (phase === 'kept' || phase === 'refused') onward.current?.focus({ preventScroll: true })
  }, [phase])
  const doubtful =
    verdict && !(verdict.kind === 'question' ? verdict.correct : verdict.covered.length === verdict.total)
  return (
    <AnswerBar>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="text-ink-soft">
          {phase === 'checking' && 'Being marked.'}
          {phase === 'kept' && 'Will be marked when you are back.'}
          {phase === 'refused' && refusal}
          {phase === 'marked' && comesAgain(session, practice)}
        </p>
        <div className="flex grow flex-wrap items-center gap-x-5 sm:grow-0">
          {phase === 'marked' && doubtful && !claimed && !practice && (
            <button type="button" onClick={claim} className={buttonClasses({ variant: 'plain' })}>
              My answer was right
            </button>
          )}
          <button
            ref={onward}
            type="button"
            onClick={next}
            disabled={phase === 'checking'}
            className={`${buttonClasses()} ms-auto min-w-28 max-sm:grow`}
          >
            Next
            <KeyHint show={keys}>Enter</KeyHint>
          </button>
        </div>
      </div>
    </AnswerBar>
  )
}

function comesAgain({ memory, claimed, verdict }: Session, practice: boolean): string {
  if (practice) return 'Practice: your schedule stays as it is.'
  const when =
    memory && !memory.leech && `again ${againIn(memory.intervalDays, (memory.dueAt - Date.now()) / 60_000)}`
  if (claimed) return `Counts as right for your own memory${when ? `: ${when}` : ''}.`
  if (!when) return verdict && isRight(verdict) ? '' : 'Set aside.'
  return `${when[0]?.toUpperCase()}${when.slice(1)}`
}
