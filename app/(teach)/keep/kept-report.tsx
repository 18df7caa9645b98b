import Link from 'next/link'
import type { ReactNode } from 'react'
import { ReportWords } from '@/components/report/report-words'
import { Chevron } from '@/components/ui/chevron'
import type { KeptReport as Report } from '@/db/queries/keepers'
import { routes } from '@/lib/routes'
import { sayAgo } from '@/lib/rules/dates'
import { itemTitle } from '@/lib/rules/item-title'
import { ItemWithKey } from './item-with-key'

const SINCE = {
  changed: 'The item has changed since. Shown is the version that was reported.',
  left: 'The item has left its deck since. Shown is the version that was reported.',
} as const

type Props = { report: Report; timeZone: string; now: number; children: ReactNode }

/** A report as a keeper reads it: the item with its key, the words of a learner without a name, and what can be done. */
export function KeptReport({ report, timeZone, now, children }: Props) {
  const { id, item, deck, body, since, madeAt, answeredAt } = report
  const title = itemTitle(item)
  return (
    <li id={id} className="scroll-mt-20 border-rule border-t py-6 first:border-t-0 first:pt-0">
      <h3 className="font-semibold">
        {since === 'left' ? (
          title
        ) : (
          <Link className="link" href={routes.item(deck.id, item.name)}>
            {title}
          </Link>
        )}{' '}
        of{' '}
        <bdi lang={deck.language} dir={deck.direction}>
          {deck.title}
        </bdi>{' '}
        <code className="ms-1 font-normal text-ink-faint text-sm">{item.name}</code>
      </h3>
      <ReportWords
        report={report}
        who="A learner"
        madeAgo={sayAgo(madeAt, timeZone, now)}
        answeredAgo={answeredAt && sayAgo(answeredAt, timeZone, now)}
      />
      {since && <p className="mt-3 max-w-measure text-due-ink">{SINCE[since]}</p>}
      <details className="group mt-3">
        <summary className="inline-flex min-h-11 list-none items-center gap-2 font-medium text-accent [&::-webkit-details-marker]:hidden">
          The item with its key
          <Chevron size={12} />
        </summary>
        <ItemWithKey body={body} tongue={{ lang: deck.language, dir: deck.direction }} />
      </details>
      {children}
    </li>
  )
}
