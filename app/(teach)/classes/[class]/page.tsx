import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Dashboard } from '@/components/class/dashboard'
import { MyClass } from '@/components/class/my-class'
import { ButtonLink } from '@/components/ui/button'
import { buttonClasses } from '@/components/ui/button-classes'
import { Page } from '@/components/ui/page'
import { database } from '@/db/client'
import { readDashboard } from '@/db/queries/class-dashboard'
import { findClassName } from '@/db/queries/classes'
import { readMyClass } from '@/db/queries/my-class'
import { currentInstructor, currentLearner, requireLearner } from '@/lib/guards'
import { routes } from '@/lib/routes'
import { readView } from '@/lib/rules/class/view'
import { leave } from '../actions'

type Props = {
  params: Promise<{ class: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const learner = await currentLearner()
  return { title: learner && (await findClassName(await database(), learner, (await params).class)) }
}

/** The class as its instructor sees it, or as one of its learners does; to anybody else there is nothing here. */
export default async function ClassPage({ params, searchParams }: Props) {
  const { class: id } = await params
  const learner = await requireLearner(routes.class(id))
  const db = await database()
  const now = Date.now()
  const instructor = await currentInstructor(id)
  const dashboard = instructor && (await readDashboard(db, instructor, now))
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
  const mine = await readMyClass(db, learner, id)
  if (!mine) notFound()
  return <MyClass mine={mine} now={now} leave={leave} />
}
