import type { Metadata } from 'next'
import { NothingYet } from '@/components/progress/nothing-yet'
import { Story } from '@/components/progress/story'
import { ViewForm } from '@/components/progress/view-form'
import { Page } from '@/components/ui/page'
import { database } from '@/db/client'
import { readProgress } from '@/db/queries/progress'
import { requireLearner } from '@/lib/guards'
import { routes } from '@/lib/routes'
import { progressParams, readProgressView } from '@/lib/rules/progress/view'

export const metadata: Metadata = { title: 'Progress' }

type Search = Promise<Record<string, string | string[] | undefined>>

/** What a learner did, what comes, what they know and how well it holds. */
export default async function ProgressPage({ searchParams }: { searchParams: Search }) {
  const asked = readProgressView(await searchParams)
  const learner = await requireLearner(routes.progress(progressParams(asked)))
  const now = Date.now()
  const told = await readProgress(await database(), learner, asked, now)
  if (!told) return null
  const { range } = asked
  // A deck that was not begun is as if none were named.
  const view = told.deck ? { range, deck: told.deck.id } : { range }
  return (
    <Page title="Progress" lead={told.deck?.title}>
      {told.decks.length === 0 ? (
        <NothingYet />
      ) : (
        <>
          <ViewForm view={view} decks={told.decks} />
          <Story told={told} view={view} now={now} />
        </>
      )}
    </Page>
  )
}
