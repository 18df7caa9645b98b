'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Meter } from '@/components/ui/meter'
import { newId } from '@/lib/browser/new-id'
import type { Command, Place } from '@/lib/rules/review/keys'
import { isAnswered, type Session, undoable } from '@/lib/rules/review/session'
import type { ReviewPage } from '@/lib/rules/review/wire'
import { CardTurn } from './card-turn'
import { ItemHead } from './item-head'
import { LeechOffer } from './leech-offer'
import { Note, NoteEditor } from './note'
import { PromptTurn } from './prompt-turn'
import { QuestionTurn } from './question-turn'
import { fetchReportDialog, ReportMistake } from './report-mistake'
import { type Ahead, TheEnd } from './the-end'
import { Unsaved } from './unsaved'
import { useKeys } from './use-keys'
import { type Review as Live, useReview } from './use-review'
import { VerdictBar } from './verdict-bar'

type Props = {
  initial: ReviewPage
  /** Extra practice, as the address names it. */
  of: string | undefined
  ahead: Ahead
  studied: boolean
  /** After a break: how to get level. */
  plan: ReactNode
  /** Ways into extra practice. */
  ways: ReactNode
}

/** The daily session: one item at a time, and what is said beside it. */
export function Review({ initial, of, ahead, studied, plan, ways }: Props) {
  const review = useReview(initial, of)
  const { session, item, unsaved, said, act } = review
  const done = session.steps.length
  const leech = session.offering ? session.leeches[0] : undefined
  return (
    <div className="mx-auto flex min-h-[calc(100dvh-3.5625rem)] w-full max-w-page flex-col px-5 sm:min-h-0 sm:px-8 sm:pb-20">
      <h1 className="sr-only">{of ? 'Extra practice' : 'Review'}</h1>
      {(item || leech) && (
        <Meter
          value={done}
          of={done + session.left}
          label={`${done} done, ${session.left} to go`}
          className="-mx-5 sm:mx-0 sm:mt-6"
        />
      )}
      {/* At the beginning of a session; later nothing stands beside the item. */}
      {done === 0 && plan}
      <div className="pt-1">
        <div className="[&>*]:mt-3 empty:hidden">
          <Unsaved state={unsaved} />
        </div>
        {/* Its line is there before its words, so that they move nothing. */}
        <p role="status" className="min-h-6 text-ink-soft text-sm leading-6">
          {said}
        </p>
      </div>
      {!session.ready ? (
        <Waiting />
      ) : leech ? (
        <LeechOffer
          key={leech.item.id}
          leech={leech}
          note={(text) => act.note(leech.item.id, text)}
          take={(shelving) => act.takeOffer(leech.item.id, shelving)}
        />
      ) : item ? (
        <Turn key={session.turn} review={review} habits={initial.habits} practice={of !== undefined} />
      ) : (
        <TheEnd
          session={session}
          unsaved={unsaved}
          ahead={ahead}
          studied={studied}
          practice={of !== undefined}
          asking={review.asking || (unsaved.facts > 0 && !unsaved.failing)}
          failed={review.failed}
          over={review.over}
          keys={initial.habits.shortcuts}
          undo={act.undo}
          ways={ways}
        />
      )}
    </div>
  )
}

/** Where an item will be. */
const Waiting = () => (
  <div className="py-10">
    <p role="status" className="text-ink-soft">
      Your review is being put together.
    </p>
    <noscript>
      <p className="mt-2">A review needs scripts. Decks can be studied without.</p>
    </noscript>
  </div>
)

/** One item before the learner, from what it asks to what follows its answer. */
function Turn({
  review,
  habits,
  practice,
}: {
  review: Live
  habits: ReviewPage['habits']
  practice: boolean
}) {
  const { session, item, act } = review
  const { phase } = session
  const [seed] = useState(newId)
  const [editing, setEditing] = useState(false)
  const [reporting, setReporting] = useState(false)
  const asked = useRef<HTMLElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const answered = phase !== 'asked' && phase !== 'shown'

  // The next item is read from its top, and by whoever hears the page at once. The first stays where the page begins.
  useEffect(() => {
    if (session.turn <= 1) return
    asked.current?.focus({ preventScroll: true })
    scrollTo({ top: 0, behavior: 'instant' })
  }, [session.turn])

  // After the item itself, so that it is there when the connection is not.
  useEffect(() => void fetchReportDialog(), [])

  const keys = useKeys(habits.shortcuts && !reporting, placeOf(session), habits.twoButtons, (command) =>
    carryOut(command),
  )
  function carryOut(command: Command): void {
    if (command.do === 'show') act.show()
    if (command.do === 'grade') act.grade(command.grade)
    if (command.do === 'next') act.next()
    if (command.do === 'undo') act.undo()
    if (command.do === 'note') setEditing(true)
    if (command.do === 'bury') act.putAway('buried')
    if (command.do === 'suspend') act.putAway('suspended')
    if (command.do === 'check') form.current?.requestSubmit()
    if (command.do === 'choose') {
      const input = form.current?.querySelectorAll<HTMLInputElement>('input[name=chosen]')[command.option]
      input?.click()
      input?.focus()
    }
  }

  if (!item) return null
  const aside = editing ? (
    <NoteEditor
      text={item.note ?? ''}
      cancel={() => setEditing(false)}
      save={(text) => {
        act.note(item.id, text)
        setEditing(false)
      }}
    />
  ) : (
    // A note may hold the answer.
    item.note && phase !== 'asked' && <Note text={item.note} edit={() => setEditing(true)} />
  )
  return (
    <>
      <ItemHead
        item={item}
        keys={keys}
        canUndo={undoable(session) !== undefined}
        undo={act.undo}
        bookmark={act.bookmark}
        note={() => setEditing(true)}
        report={() => setReporting(true)}
        putAway={act.putAway}
      />
      <article ref={asked} tabIndex={-1} className="flex grow flex-col">
        {item.kind === 'card' && (
          <CardTurn
            item={item}
            shown={phase === 'shown'}
            practice={practice}
            twoButtons={habits.twoButtons}
            keys={keys}
            show={act.show}
            grade={act.grade}
            aside={aside}
          />
        )}
        {item.kind === 'question' && (
          <QuestionTurn
            item={item}
            seed={seed}
            verdict={session.verdict}
            answered={answered}
            keys={keys}
            check={act.check}
            form={form}
            aside={aside}
          />
        )}
        {item.kind === 'prompt' && (
          <PromptTurn
            item={item}
            verdict={session.verdict}
            answered={answered}
            check={act.check}
            form={form}
            aside={aside}
          />
        )}
        {reporting && (
          <ReportMistake
            learner={review.learner}
            item={item}
            send={(text) => act.report(item, text)}
            missing={act.cannotReport}
            close={() => {
              setReporting(false)
              asked.current?.focus({ preventScroll: true })
            }}
          />
        )}
        {answered && (
          <VerdictBar session={session} practice={practice} keys={keys} next={act.next} claim={act.claim} />
        )}
      </article>
    </>
  )
}

/** Where keys find the session. */
function placeOf(session: Session): Place['on'] {
  const item = session.hand[0]
  if (!item || session.offering || session.phase === 'checking') return 'nothing'
  if (isAnswered(session)) return 'answered'
  if (item.kind === 'card') return session.phase === 'shown' ? 'card-shown' : 'card'
  return item.kind === 'question' ? 'options' : 'writing'
}
