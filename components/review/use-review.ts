'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { dropReportDraft, writeReportDraft } from '@/lib/browser/report-drafts'
import { type Asked, reviewQueue, SessionOver } from '@/lib/browser/review'
import { readPlace, writePlace } from '@/lib/browser/review-place'
import type { Reply, SentFact } from '@/lib/rules/review/sent'
import { current, EMPTY, moved } from '@/lib/rules/review/session'
import type { ReviewPage } from '@/lib/rules/review/wire'
import { useActs } from './use-acts'
import { useOutbox } from './use-outbox'

/** More is asked for when so few follow: at ten seconds an item there is time enough. */
const FEW = 5
/** As many as the server lets a request name. */
const MOST_HELD = 200
/** Milliseconds after which an answer without a reply is one that will be marked later. */
const SLOW = 6000

export type Review = ReturnType<typeof useReview>

/** Queues that came with a page and were taken in. */
const used = new WeakSet<ReviewPage>()

/** A session of review: the queue in hand, what is done with it, and what of that is not saved yet. */
export function useReview(given: ReviewPage, of: string | undefined) {
  // A page that is made anew brings another; the session has gone on by then.
  const [initial] = useState(given)
  const learner = initial.learner.id
  const { outbox, state: unsaved } = useOutbox(learner)
  const [session, dispatch] = useReducer(moved, EMPTY)
  const [said, say] = useState('')
  const now = useRef(session)
  now.current = session
  const since = useRef(0)

  const waiting = useCallback(
    async () =>
      outbox ? (await outbox.unsent()).flatMap((fact) => (fact.fact === 'attempt' ? [fact.item] : [])) : [],
    [outbox],
  )
  const query = useQuery({
    ...reviewQueue({
      learner,
      of,
      now: async () => {
        const unsent = await waiting()
        const { hand, steps } = now.current
        const last = hand[0]?.id ?? steps.at(-1)?.item.id
        // A round of practice asks each of its items once; in a review the server knows what was answered.
        const practised = of ? steps.map(({ item }) => item.id) : []
        const holding = new Set([...(hand[0] ? [hand[0].id] : []), ...unsent, ...practised])
        return { holding: [...holding].slice(-MOST_HELD), after: last, waiting: unsent, steps: steps.length }
      },
    }),
    enabled: outbox !== undefined,
    initialData: { page: initial, steps: 0, waiting: [] } satisfies Asked,
  })
  const { data, isFetching, refetch } = query

  // What came is taken in once it is known what this browser has not sent: on the first page the server did not hear.
  useEffect(() => {
    if (!outbox) return
    // A page that the router kept holds a queue that was used up before.
    if (data.page === initial && used.has(initial)) return void refetch()
    used.add(initial)
    let over = false
    void waiting().then((unsent) => {
      if (over) return
      const all = [...new Set([...data.waiting, ...(now.current.ready ? [] : unsent)])]
      dispatch({ is: 'came', page: data.page, steps: data.steps, waiting: all, first: readPlace(learner) })
      void outbox.send()
    })
    return () => {
      over = true
    }
  }, [outbox, data, initial, learner, waiting, refetch])

  useEffect(
    () =>
      outbox?.onHeard((fact, reply) => {
        // What is refused for good comes back into its form.
        if (fact.fact === 'report') {
          if (!reply.ok) writeReportDraft(fact, fact.text)
          return reply.ok ? dropReportDraft(fact, fact.text) : say(lost(fact, reply))
        }
        const attempt = fact.fact === 'judgement' ? fact.attempt : fact.id
        if (reply.ok) {
          const withdrawn = fact.fact === 'judgement' && fact.judgement === 'withdrawn'
          if (fact.fact === 'attempt' || (fact.fact === 'judgement' && !withdrawn))
            dispatch({ is: 'replied', attempt, verdict: reply.verdict, memory: reply.memory })
        } else {
          // A judgement that is not taken leaves the verdict as it was.
          if (fact.fact === 'attempt') dispatch({ is: 'refused', attempt, message: reply.message })
          if (fact.fact === 'judgement' && fact.judgement === 'claimed')
            dispatch({ is: 'claim-refused', attempt })
          say(lost(fact, reply))
        }
      }),
    [outbox],
  )

  const item = current(session)
  const { turn, phase, steps, hand, left, nextAt, ready } = session

  // biome-ignore lint/correctness/useExhaustiveDependencies: the time runs from each turn.
  useEffect(() => {
    since.current = Date.now()
    if (item) writePlace(learner, item.id)
  }, [turn, item?.id, learner])

  // More, before what is in hand runs out; once for every answer, so that a queue that stays short is not asked in vain.
  const askedAt = useRef(0)
  useEffect(() => {
    if (!ready || isFetching || hand.length > FEW || askedAt.current === steps.length) return
    if (hand.length > 0 && left <= hand.length) return
    if (hand.length === 0 && unsaved.facts > 0 && !unsaved.failing) return
    askedAt.current = steps.length
    void refetch()
  }, [ready, isFetching, hand.length, left, steps.length, refetch, unsaved.facts, unsaved.failing])

  // A learning step comes in its minute.
  useEffect(() => {
    if (nextAt === undefined) return
    const timer = setTimeout(() => void refetch(), Math.max(1000, nextAt - Date.now() + 250))
    return () => clearTimeout(timer)
  }, [nextAt, refetch])

  // Saved again after a while without a connection: another device may have gone on meanwhile.
  const failed = useRef(false)
  useEffect(() => {
    if (failed.current && !unsaved.failing && unsaved.facts === 0) void refetch()
    failed.current = unsaved.failing
  }, [unsaved.failing, unsaved.facts, refetch])

  useEffect(() => {
    if (phase !== 'checking') return
    if (unsaved.failing || !navigator.onLine) return dispatch({ is: 'kept' })
    const timer = setTimeout(() => dispatch({ is: 'kept' }), SLOW)
    return () => clearTimeout(timer)
  }, [phase, unsaved.failing])

  // Where the browser keeps nothing, it asks before the page is closed.
  useEffect(() => {
    if (unsaved.lasting || unsaved.facts === 0) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsaved.lasting, unsaved.facts])

  const act = useActs({ learner, of, session, outbox, now, since, dispatch, say })
  return {
    learner,
    session,
    item,
    unsaved,
    said,
    act,
    asking: isFetching,
    failed: query.isError || query.isPaused,
    over: query.error instanceof SessionOver,
  }
}

const WORDS: Partial<Record<SentFact['fact'], string>> = { attempt: 'An answer', report: 'Your report' }

const lost = (fact: SentFact, reply: Reply & { ok: false }) =>
  `${WORDS[fact.fact] ?? 'A change'} could not be kept. ${reply.message}`
