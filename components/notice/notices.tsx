'use client'

import Link from 'next/link'
import { type ReactNode, useRef, useState } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import { Message } from '@/components/ui/message'
import { useMine } from '@/lib/browser/mine'
import type { Result } from '@/lib/result'
import { routes } from '@/lib/routes'
import { counted } from '@/lib/rules/counted'
import { type Notice, type NoticeKind, sayNotice } from '@/lib/rules/notices'

type PutAway = (previous: unknown, notice: { kind: NoticeKind; subject: string }) => Promise<Result>

const keyOf = ({ kind, subject }: Notice) => `${kind} ${subject}`

/** What a learner is told on the first page, each in a line that can be put away; nothing for anybody else. */
export function Notices({ putAway }: { putAway: PutAway }) {
  const { today } = useMine()
  const [away, setAway] = useState<readonly string[]>([])
  const [problem, setProblem] = useState('')
  const place = useRef<HTMLDivElement>(null)
  const shown = (today?.notices ?? []).filter(
    (notice) => sayNotice(notice) !== undefined && !away.includes(keyOf(notice)),
  )
  const waiting = today?.reportsWaiting ?? 0

  // Gone at once, and back when it could not be done.
  async function dismiss(notice: Notice): Promise<void> {
    const key = keyOf(notice)
    setAway((before) => [...before, key])
    place.current?.focus({ preventScroll: true })
    const result = await putAway(undefined, { kind: notice.kind, subject: notice.subject }).catch(
      (): Result => ({
        ok: false,
        message: 'This could not be put away just now. Load the page anew, then try again.',
      }),
    )
    setProblem(result.ok ? '' : result.message)
    if (!result.ok) setAway((before) => before.filter((each) => each !== key))
  }

  if (!today) return null
  return (
    <div ref={place} tabIndex={-1} className="max-w-page">
      {(shown.length > 0 || waiting > 0) && (
        <section aria-label="News for you" className="mt-8">
          <ul className="border-rule border-t">
            {waiting > 0 && (
              <Line>
                <span>{counted(waiting, 'report')} of a mistake in a deck you keep.</span>
                <Link href={routes.keep()} className="link inline-flex min-h-11 items-center">
                  Answer
                </Link>
              </Line>
            )}
            {shown.map((notice) => (
              <NoticeLine key={keyOf(notice)} notice={notice} dismiss={() => void dismiss(notice)} />
            ))}
          </ul>
        </section>
      )}
      <div className="has-[>*>*]:mt-4">
        <Message kind="wrong">{problem}</Message>
      </div>
    </div>
  )
}

function NoticeLine({ notice, dismiss }: { notice: Notice; dismiss: () => void }) {
  const told = sayNotice(notice)
  if (!told) return null
  const { before, title, after, link } = told
  return (
    <Line>
      <span>
        {before}{' '}
        <bdi lang={title.language} dir={title.direction}>
          {title.title}
        </bdi>{' '}
        {after}
      </span>
      <span className="flex gap-x-5">
        <Link href={routes.reports(notice.subject)} className="link inline-flex min-h-11 items-center">
          {link}
        </Link>
        <button type="button" onClick={dismiss} className={buttonClasses({ variant: 'plain' })}>
          Put away
        </button>
      </span>
    </Line>
  )
}

const Line = ({ children }: { children: ReactNode }) => (
  <li className="flex flex-wrap items-center justify-between gap-x-6 border-rule border-b py-1 text-ink-soft">
    {children}
  </li>
)
