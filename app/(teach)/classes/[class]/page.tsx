import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Dashboard } from '@/components/class/dashboard'
import { MyClass } from '@/components/class/my-class'
import { ButtonLink } from '@/components/ui/button'
import { buttonClasses } from '@/components/ui/button-classes'
import { Page } from '@/components/ui/page'
import { database } from '@/db/client'
import { readDashboard } from '@/db/queries/class-dashboard'
import { readMyClass } from '@/db/queries/my-class'
import { claimedInstructor, currentLearner, requireLearner } from '@/lib/guards'
import { routes } from '@/lib/routes'
import { readView } from '@/lib/rules/class/view'
import { leave } from '../actions'

type Props = {
  params: Promise<{ class: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * The class as its instructor sees it, or as one of its learners does; nothing to anybody else. Read once for page and
 * title, in two round trips at most: each query finds out by itself who asks.
 */
const readClass = cache(async (id: string) => {
  const [instructor, learner] = [await claimedInstructor(id), await currentLearner()]
  if (!instructor || !learner) return {}
  const [db, now] = [await database(), Date.now()]
  const dashboard = await readDashboard(db, instructor, now)
  if (dashboard) return { dashboard, now }
  const mine = await readMyClass(db, learner, id)
  // A replica may not know yet that they teach it since a moment ago.
  return mine?.role === 'instructor'
    ? { dashboard: await readDashboard(db, instructor, now), now }
    : { mine, now }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dashboard, mine } = await readClass((await params).class)
  return { title: dashboard?.name ?? mine?.name }
}

export default async function ClassPage({ params, searchParams }: Props) {
  const { class: id } = await params
  const { dashboard, mine, now = 0 } = await readClass(id)
  if (dashboard)
    return (
      <Page
        title={dashboard.name}
        lead={dashboard.archived && 'Archived: nobody can join.'}
        width="wide"
        actions={
          <>
            <ButtonLink href={routes.classSettings(id)} variant="quiet">
              Settings
            </ButtonLink>
            {dashboard.people.length > 0 && (
              <>
                <a href={routes.classTableFile(id)} download className={buttonClasses({ variant: 'plain' })}>
                  Table as CSV
                </a>
                <a
                  href={routes.classAnswersFile(id)}
                  download
                  className={buttonClasses({ variant: 'plain' })}
                >
                  Answers as CSV
                </a>
              </>
            )}
          </>
        }
      >
        <Dashboard initial={dashboard} view={readView(await searchParams)} />
      </Page>
    )
  if (mine) return <MyClass mine={mine} now={now} leave={leave} />
  await requireLearner(routes.class(id))
  notFound()
}
