'use client'

import { useActionState, useEffect, useRef, useState } from 'react'
import { type Draft, dropDraft, readDraft, writeDraft } from '@/lib/browser/drafts'
import { forget, type KeptAnswer, keep } from '@/lib/browser/kept-answers'
import { noteAnswer, useMine } from '@/lib/browser/mine'
import { newId } from '@/lib/browser/new-id'
import { studySession } from '@/lib/browser/study-session'
import type { Answer } from '@/lib/rules/answer'
import type { AnswerAction, AnswerResult } from './results'
import { type Outcome, sendAnswer } from './send-answer'
import { useSeen } from './use-seen'

/** The language and direction that content is written in; the page's own words are English. */
export type Tongue = { lang: string; dir: 'ltr' | 'rtl' }

/** What an island needs to have its item answered. */
export type Answerable = { item: string; name: string; hash: string; action: AnswerAction; tongue: Tongue }
/** `undecided`: sent before it was known whose it is. */
type Attempt = { kept: KeptAnswer; settled: boolean; undecided?: boolean }
type Extras = { order?: string[]; hints?: string[] }

/**
 * One item's answering, from the first look to the verdict. An attempt keeps its id until the server has spoken, so
 * that it can be sent again as often as it takes; another answer is another attempt. `formAction` serves the form
 * where no script runs; the island itself calls `submit`, because a lost connection must not lose the answer.
 */
export function useAnswer({ item, name, hash, action }: Omit<Answerable, 'tongue'>) {
  const [unscripted, formAction] = useActionState(action, undefined)
  const [outcome, setOutcome] = useState<Outcome | undefined>(() => unscripted && outcomeOf(unscripted))
  const [given, setGiven] = useState<Answer>()
  const [sending, setSending] = useState(false)
  const [draft, setDraft] = useState<Draft>()
  const { state, learner } = useMine()
  /** Undefined until the server has said who is signed in. */
  const whose = learner?.id ?? (state === 'known' ? null : undefined)
  const attempt = useRef<Attempt>(undefined)
  const busy = useRef(false)
  const next = useRef<[Answer, Extras]>(undefined)
  const area = useRef<HTMLDivElement>(null)
  const seen = useSeen(area)

  // After a reload, what this tab had not got through. Of another version only the words are taken up again.
  useEffect(() => {
    const found = readDraft(item)
    if (!found) return
    setDraft(found)
    setGiven(found.answer)
    if (!found.sent) return
    if (found.hash !== hash) return forget([found.sent.id])
    attempt.current = { kept: found.sent, settled: false }
    setOutcome({ state: 'lost' })
  }, [item, hash])

  async function submit(answer: Answer, extras: Extras = {}): Promise<void> {
    const going = attempt.current
    const same = going && !going.settled && JSON.stringify(going.kept.answer) === JSON.stringify(answer)
    setGiven(answer)
    if (busy.current) {
      if (!same) next.current = [answer, extras]
      return
    }
    busy.current = true
    const kept = same ? going.kept : begin(answer, extras)
    attempt.current = { kept, settled: false, undecided: same ? going.undecided : whose === undefined }
    if (whose !== undefined || state === 'unknown') keep(kept)
    writeDraft(item, { answer, hash, sent: kept })
    setSending(true)
    const came = await sendAnswer(action, kept)
    if (came.state === 'answered') settle(kept, came.result)
    if (came.state === 'refused') turnedDown(kept, came.refusal.reason)
    busy.current = false
    setSending(false)
    setOutcome(came)
  }

  function begin(answer: Answer, extras: Extras): KeptAnswer {
    const now = Date.now()
    return {
      ...extras,
      id: newId(),
      item,
      hash,
      answer,
      answeredAt: now,
      durationMs: seen.elapsed(now),
      studySession: studySession(now),
      learner: whose ?? null,
    }
  }

  // An answer may be given before the page knows who is signed in. Until then it stays with this tab, because kept as
  // nobody's it would be offered to anybody; then it is signed. When the server cannot say, it must not be lost.
  useEffect(() => {
    const going = attempt.current
    if (state === 'waiting' || !going?.undecided || going.settled) return
    const kept = { ...going.kept, learner: whose ?? null }
    attempt.current = { kept, settled: false, undecided: whose === undefined }
    keep(kept)
    writeDraft(item, { answer: kept.answer, hash, sent: kept })
  }, [state, whose, item, hash])

  function settle(kept: KeptAnswer, result: AnswerResult): void {
    const marked = {
      mark: markOf(result),
      covered: result.kind === 'prompt' ? result.covered.length : undefined,
    }
    if (result.saved) forget([kept.id])
    else keep({ ...kept, ...marked, learner: null })
    noteAnswer(name, { ...kept, ...marked })
    done(kept)
  }

  function turnedDown(kept: KeptAnswer, reason: string | undefined): void {
    if (reason !== 'invalid' && reason !== 'gone') return
    forget([kept.id])
    done(kept)
  }

  function done(kept: KeptAnswer): void {
    attempt.current = { kept, settled: true }
    dropDraft(item)
    setDraft(undefined)
  }

  useEffect(() => {
    if (busy.current || !next.current) return
    const waiting = next.current
    next.current = undefined
    void submit(...waiting)
  })

  // Back on line, what had no reply goes out by itself.
  useEffect(() => {
    if (outcome?.state !== 'lost') return
    const again = () => attempt.current && void submit(attempt.current.kept.answer)
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  })

  return {
    area,
    formAction,
    submit,
    /** The answer as given last, at once; whether it arrived says `outcome`. */
    given,
    sending,
    outcome,
    draft,
    result: outcome?.state === 'answered' ? outcome.result : undefined,
    /** Sends the same attempt once more. */
    retry: () => attempt.current && void submit(attempt.current.kept.answer),
    /** Clears the verdict for a new attempt. */
    again: () => {
      setOutcome(undefined)
      setGiven(undefined)
      seen.restart()
    },
  }
}

const outcomeOf = (result: NonNullable<Awaited<ReturnType<AnswerAction>>>): Outcome =>
  result.ok ? { state: 'answered', result } : { state: 'refused', refusal: result }

function markOf(result: AnswerResult): number {
  if (result.kind === 'card') return result.grade === 'forgot' ? 0 : 1
  if (result.kind === 'question') return result.correct ? 1 : 0
  return result.total > 0 ? result.covered.length / result.total : 0
}
