'use client'

import type { Dispatch, RefObject } from 'react'
import { newId } from '@/lib/browser/new-id'
import type { Outbox } from '@/lib/browser/outbox'
import { studySession } from '@/lib/browser/study-session'
import type { Answer, Certainty, Grade } from '@/lib/rules/answer'
import type { Shelving } from '@/lib/rules/facts'
import type { SentFact } from '@/lib/rules/review/sent'
import { current, type Event, reopens, type Session, stepsOver, undoable } from '@/lib/rules/review/session'
import type { ReviewItem } from '@/lib/rules/review/wire'

type Extras = { certainty?: Certainty | undefined; order?: readonly string[]; hints?: readonly string[] }
/** What is sent, but for what every fact has. */
type Said = SentFact extends infer F ? (F extends SentFact ? Omit<F, 'id' | 'learner'> : never) : never

type Given = {
  learner: string
  of: string | undefined
  session: Session
  outbox: Outbox | undefined
  /** The session as it is now, for a key that is pressed before the page is drawn again. */
  now: RefObject<Session>
  /** When what is before the learner came, epoch milliseconds. */
  since: RefObject<number>
  dispatch: Dispatch<Event>
  say: (words: string) => void
}

const STAYS = 'An answer stays once it was checked.'

/** What a learner can do in a session: each is seen at once, and sent as a fact in the background. */
export function useActs({ learner, of, session, outbox, now, since, dispatch, say }: Given) {
  const item = current(session)
  const { turn, steps } = session

  function send(fact: Said): string {
    const id = newId()
    void outbox?.put({ ...fact, id, learner } as SentFact)
    return id
  }

  function answer(given: Answer, { certainty, order, hints }: Extras = {}): string {
    const answeredAt = Date.now()
    return send({
      fact: 'attempt',
      item: item?.id ?? '',
      hash: item?.hash ?? '',
      answer: given,
      context: of ? 'extra' : 'review',
      answeredAt,
      durationMs: answeredAt - since.current,
      studySession: studySession(answeredAt),
      ...(certainty && { certainty }),
      ...(order && { order }),
      ...(hints && { hints }),
    })
  }

  const shelve = (id: string, shelving: Shelving) =>
    send({ fact: 'shelving', item: id, shelving, madeAt: Date.now() })

  return {
    show: () => dispatch({ is: 'shown' }),
    grade: (grade: Grade) => {
      // Read from the ref: a second press of a key may come before the next card is drawn.
      if (now.current.phase !== 'shown' || now.current.turn !== turn) return
      dispatch({ is: 'graded', attempt: answer({ kind: 'card', grade }), grade })
      say('')
    },
    check: (given: Answer, extras: Extras) => {
      if (now.current.phase !== 'asked') return
      dispatch({ is: 'checked', attempt: answer(given, extras) })
      say('')
    },
    next: () => dispatch({ is: 'next' }),
    undo: () => {
      const step = undoable(now.current)
      if (!step) return say(steps.length > 0 ? STAYS : 'There is nothing to undo.')
      const words = reopens(now.current, step) ? '' : 'It is asked again when it is due.'
      say(stepsOver(now.current) ? STAYS : words)
      if (step.kind === 'graded')
        send({
          fact: 'judgement',
          item: step.item.id,
          attempt: step.attempt,
          judgement: 'withdrawn',
          madeAt: Date.now(),
        })
      if (step.kind === 'put-away') shelve(step.item.id, 'resumed')
      dispatch({ is: 'undone' })
    },
    putAway: (shelving: 'buried' | 'suspended') => {
      if (!item) return
      shelve(item.id, shelving)
      dispatch({ is: 'put-away' })
      say(shelving === 'buried' ? 'Buried until tomorrow.' : 'Suspended: it is not asked for any more.')
    },
    bookmark: () => {
      if (!item) return
      shelve(item.id, item.bookmarked ? 'unmarked' : 'bookmarked')
      dispatch({ is: 'bookmarked', bookmarked: !item.bookmarked })
    },
    claim: () => {
      if (!item || !session.attempt || session.claimed) return
      send({
        fact: 'judgement',
        item: item.id,
        attempt: session.attempt,
        judgement: 'claimed',
        madeAt: Date.now(),
      })
      dispatch({ is: 'claimed' })
    },
    note: (id: string, text: string) => {
      send({ fact: 'note', item: id, text, madeAt: Date.now() })
      dispatch({ is: 'noted', item: id, text })
      say(text ? 'Note kept.' : 'Note taken away.')
    },
    report: ({ id, hash }: ReviewItem, text: string) => {
      send({ fact: 'report', item: id, hash, text, madeAt: Date.now() })
      say('Your report goes to whoever keeps this deck. The first page tells you once it is answered.')
    },
    cannotReport: () => say('The form could not be loaded: there is no connection. Try again in a moment.'),
    /** What to do with an item that keeps being forgotten; nothing leaves it set aside. */
    takeOffer: (id: string, shelving?: 'suspended' | 'resumed') => {
      if (shelving) shelve(id, shelving)
      dispatch({ is: 'offer-taken' })
    },
  }
}
