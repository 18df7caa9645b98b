import type { Metadata } from 'next'
import Link from 'next/link'
import { Desk, DeskForm } from '@/components/report/desk'
import { ReportWords } from '@/components/report/report-words'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { database } from '@/db/client'
import { listOwnReports } from '@/db/queries/reports'
import { requireLearner } from '@/lib/guards'
import { routes } from '@/lib/routes'
import { sayAgo } from '@/lib/rules/dates'
import { itemTitle } from '@/lib/rules/item-title'
import { takeBack } from './actions'

export const metadata: Metadata = { title: 'Your reports' }

const MOST = 100

/** What a learner reported, and what came of it. */
export default async function ReportsPage() {
  const learner = await requireLearner(routes.reports())
  const reports = await listOwnReports(await database(), learner, MOST)
  const now = Date.now()
  return (
    <Page title="Your reports" lead="What you reported as a mistake, and what came of it.">
      <Desk>
        {reports.length === 0 ? (
          <EmptyState
            title="Nothing reported yet"
            action={<ButtonLink href={routes.decks()}>See the decks</ButtonLink>}
          >
            Every item of a deck has a link to report a mistake in it. What is answered stands here.
          </EmptyState>
        ) : (
          <ol className="border-rule border-t">
            {reports.map((report) => (
              <li key={report.id} id={report.id} className="scroll-mt-20 border-rule border-b py-6">
                <h2 className="font-semibold">
                  {report.isLive ? (
                    <Link className="link" href={routes.item(report.deck.id, report.item.name)}>
                      {itemTitle(report.item)}
                    </Link>
                  ) : (
                    itemTitle(report.item)
                  )}{' '}
                  of{' '}
                  <bdi lang={report.deck.language} dir={report.deck.direction}>
                    {report.deck.title}
                  </bdi>
                </h2>
                <ReportWords
                  report={report}
                  who="You"
                  madeAgo={sayAgo(report.madeAt, report.timeZone, now)}
                  answeredAgo={report.answeredAt && sayAgo(report.answeredAt, report.timeZone, now)}
                />
                {report.state === 'open' && (
                  <div className="mt-3 flex flex-wrap gap-x-6">
                    <Link
                      className="link inline-flex min-h-11 items-center"
                      href={routes.report(report.item.id, report.contentHash)}
                    >
                      Change it
                    </Link>
                    <DeskForm action={takeBack} name="report" value={report.id} button="Take it back" />
                  </div>
                )}
              </li>
            ))}
          </ol>
        )}
      </Desk>
    </Page>
  )
}
