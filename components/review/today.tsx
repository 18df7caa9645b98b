'use client'

import Link from 'next/link'
import { buttonClasses } from '@/components/ui/button-classes'
import { useMine } from '@/lib/browser/mine'
import { routes } from '@/lib/routes'
import { sayDeadline } from '@/lib/rules/dates'
import { isAsked, sayToday } from '@/lib/rules/review/today-words'

/** What to do today, for a learner who has something to do or has begun a deck; nothing for anybody else. */
export function Today() {
  const { today } = useMine()
  if (!today || !(today.studies || today.assignments.length > 0)) return null
  const { assignments, timeZone } = today
  const now = Date.now()
  return (
    <section aria-labelledby="_today" className="mt-10 max-w-page sm:mt-12">
      <h2 id="_today" className="text-ink-faint text-sm">
        Today
      </h2>
      {today.studies && (
        <div className="mt-1 flex flex-wrap items-center gap-x-8 gap-y-3">
          <p className="font-semibold text-xl tabular-nums">{sayToday(today, now)}</p>
          {isAsked(today) && (
            <Link href={routes.review()} className={buttonClasses()}>
              Review
            </Link>
          )}
        </div>
      )}
      {assignments.length > 0 && (
        <ul className="mt-4 border-rule border-t">
          {assignments.map(({ deck, className, dueAt }) => (
            <li key={`${deck.id} ${className}`} className="border-rule border-b py-2.5">
              <Link
                href={routes.deck(deck.id)}
                lang={deck.language}
                dir={deck.direction}
                className="link reading inline-flex min-h-11 items-center font-semibold"
              >
                {deck.title}
              </Link>
              <p className="text-ink-soft text-sm">
                {className},{' '}
                <span className={dueAt < now ? 'text-due-ink' : undefined}>
                  {dueAt < now ? 'was due' : 'due'} {sayDeadline(dueAt, timeZone, now)}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
