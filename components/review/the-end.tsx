'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import type { OutboxState } from '@/lib/browser/outbox'
import { routes } from '@/lib/routes'
import { counted } from '@/lib/rules/counted'
import { againIn } from '@/lib/rules/review/interval'
import { type Session, undoable } from '@/lib/rules/review/session'
import { LateVerdicts } from './late-verdicts'
import { useKeys } from './use-keys'

/** How many items come without anything new, by when. */
export type Ahead = { tomorrow: number; week: number }

type Props = {
  session: Session
  unsaved: OutboxState
  ahead: Ahead
  /** Whether the learner has ever answered anything. */
  studied: boolean
  practice: boolean
  /** More is being asked for, or could not be. */
  asking: boolean
  failed: boolean
  /** Nobody is signed in any more. */
  over: boolean
  keys: boolean
  undo: () => void
  ways: ReactNode
}

/** When nothing is before the learner: what was done, what comes, and where one may go on. Then it stops. */
export function TheEnd(props: Props) {
  const { session, unsaved, ahead, studied, practice, asking, failed, undo, ways } = props
  const title = useRef<HTMLHeadingElement>(null)
  const router = useRouter()
  const { steps, nextAt } = session
  useKeys(props.keys, 'nothing', false, (command) => command.do === 'undo' && undo())
  const done = steps.filter(({ kind }) => kind !== 'put-away').length
  useEffect(() => {
    if (done > 0) title.current?.focus({ preventScroll: true })
  }, [done])
  // What comes tomorrow is counted anew once everything has arrived.
  const arrived = done > 0 && !asking && unsaved.facts === 0
  useEffect(() => {
    if (arrived) router.refresh()
  }, [arrived, router])
  if (props.over)
    return (
      <Rest title="Your session has ended" ref={title}>
        <p>Sign in again, and the review goes on where it was. What is not saved yet is kept here.</p>
        <div className="mt-5">
          <a href={routes.signIn(routes.review())} className={buttonClasses()}>
            Sign in
          </a>
        </div>
      </Rest>
    )
  if (failed || (unsaved.failing && unsaved.facts > 0))
    return (
      <Rest title="More comes when you are back" ref={title}>
        <p>
          {done > 0 ? 'You are through what this page had ready. ' : ''}
          The server cannot be reached just now; this page tries again by itself.
        </p>
        <LateVerdicts late={session.late} />
      </Rest>
    )
  if (asking)
    return (
      <p role="status" className="py-10 text-ink-soft">
        Looking for what comes next.
      </p>
    )
  if (!studied && done === 0)
    return (
      <Rest title="Nothing studied yet" ref={title}>
        <p>Whatever you answer in a deck comes back here when you are about to forget it.</p>
        <div className="mt-5">
          <Link href={routes.decks()} className={buttonClasses()}>
            Choose a deck
          </Link>
        </div>
      </Rest>
    )
  return (
    <Rest title={titleOf(done, practice, nextAt)} ref={title}>
      {done > 0 && <Done session={session} />}
      {nextAt !== undefined && !practice && <Countdown to={nextAt} />}
      {!practice && <p>{comesOf(ahead)}</p>}
      {undoable(session) && (
        <p>
          <button type="button" onClick={undo} className={buttonClasses({ variant: 'plain' })}>
            Undo the last one
          </button>
        </p>
      )}
      <LateVerdicts late={session.late} />
      {practice && (
        <div className="mt-5">
          <Link href={routes.review()} className={buttonClasses()}>
            Back to the review
          </Link>
        </div>
      )}
      {ways}
    </Rest>
  )
}

function titleOf(done: number, practice: boolean, nextAt: number | undefined): string {
  if (practice) return done > 0 ? 'That was all of it' : 'Nothing here to practise'
  if (nextAt !== undefined) return done > 0 ? 'Done for now' : 'Nothing is due this minute'
  return done > 0 ? 'Done for today' : 'Nothing is due today'
}

function Rest({
  title,
  ref,
  children,
}: {
  title: string
  ref: React.RefObject<HTMLHeadingElement | null>
  children?: ReactNode
}) {
  return (
    <section aria-labelledby="_rest" className="py-8">
      <h2 id="_rest" ref={ref} tabIndex={-1} className="reading mb-3 font-semibold text-2xl">
        {title}
      </h2>
      <div className="max-w-measure text-ink-soft [&>p+p]:mt-1.5">{children}</div>
    </section>
  )
}

/** What this session came to. */
function Done({ session: { steps } }: { session: Session }) {
  const answers = steps.flatMap((step) => (step.kind === 'put-away' ? [] : [step]))
  const known = answers.filter(({ recalled }) => recalled !== undefined)
  const recalled = known.filter((step) => step.recalled).length
  return (
    <p className="text-ink tabular-nums">
      You answered {counted(answers.length, 'item')}
      {known.length > 0 && ` and recalled ${recalled} of ${known.length}`}
      {known.length < answers.length && `; ${answers.length - known.length} will be marked`}.
    </p>
  )
}

function comesOf({ tomorrow, week }: Ahead): string {
  if (week === 0) return 'Nothing you know comes back within the week.'
  const first =
    tomorrow === 0
      ? 'None comes back tomorrow'
      : `${counted(tomorrow, 'item')} ${tomorrow === 1 ? 'comes' : 'come'} back tomorrow`
  return `${first}, ${week} within the week.`
}

/** How long until the next learning step. The item itself comes by itself. */
function Countdown({ to }: { to: number }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <p>
      Something you are learning comes once more {againIn(0, Math.max(0, to - now) / 60_000)}. It waits if you
      go.
    </p>
  )
}
