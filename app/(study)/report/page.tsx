import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ReportForm } from '@/components/report/report-form'
import { Markdown } from '@/components/ui/markdown'
import { Page } from '@/components/ui/page'
import { database } from '@/db/client'
import { findOpenReport, findReported } from '@/db/queries/reports'
import { renderMarkdown } from '@/lib/content/markdown'
import { requireLearner } from '@/lib/guards'
import { routes } from '@/lib/routes'
import { itemTitle } from '@/lib/rules/item-title'
import { sendReport } from './actions'
import { askedOf } from './asked-of'

export const metadata: Metadata = { title: 'Report a mistake', robots: 'noindex' }

type Search = Promise<Record<string, string | string[] | undefined>>

const address = z.object({ item: z.string().min(1).max(129), hash: z.string().max(64).default('') })

/** Where a mistake in an item is reported from its deck's page, in the version that was seen there. */
export default async function ReportPage({ searchParams }: { searchParams: Search }) {
  const { data: asked } = address.safeParse(await searchParams)
  if (!asked) notFound()
  const learner = await requireLearner(routes.report(asked.item, asked.hash))
  const db = await database()
  const item = await findReported(db, asked.item, asked.hash || undefined)
  if (!item) notFound()
  const open = await findOpenReport(db, learner, item.id, item.contentHash)
  const { deck } = item
  return (
    <Page
      title="Report a mistake"
      lead={
        <>
          {itemTitle(item)} of{' '}
          <bdi lang={deck.language} dir={deck.direction}>
            {deck.title}
          </bdi>
        </>
      }
    >
      <div
        lang={deck.language}
        dir={deck.direction}
        className="reading max-w-measure border-rule border-y py-5"
      >
        <Markdown tree={await renderMarkdown(askedOf(item.body))} />
      </div>
      {item.isNow === 0 && (
        <p className="mt-4 max-w-measure text-ink-soft">
          This is the version you saw; the item has changed since. Your report says which one you mean.
        </p>
      )}
      <ReportForm action={sendReport} item={item.id} hash={item.contentHash} text={open?.text} />
      <p className="mt-6 flex flex-wrap gap-x-6">
        <Link className="link inline-flex min-h-11 items-center" href={routes.item(deck.id, item.name)}>
          Back to the item
        </Link>
        <Link className="link inline-flex min-h-11 items-center" href={routes.reports()}>
          Your reports
        </Link>
      </p>
    </Page>
  )
}
