'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { classDashboard, NotHere } from '@/lib/browser/class-dashboard'
import { routes } from '@/lib/routes'
import type { Dashboard as Data } from '@/lib/rules/class/dashboard'
import { arrange, type View } from '@/lib/rules/class/view'
import { FirstSteps } from './first-steps'
import { MissedItems } from './missed-items'
import { PeopleList } from './people-list'
import { PeopleTable } from './people-table'
import { Today } from './today'
import { ViewForm } from './view-form'

/** The dashboard of a class. It begins with what the server read, and keeps itself up to date from there. */
export function Dashboard({ initial, view }: { initial: Data; view: View }) {
  const { data, error } = useQuery({
    ...classDashboard(initial.id),
    initialData: initial,
    initialDataUpdatedAt: initial.at,
  })
  const shown = arrange(data, view)
  return (
    <>
      <p role="status" className="min-h-6 text-due-ink text-sm print:hidden">
        {error &&
          (error instanceof NotHere
            ? 'Not up to date: you cannot see this class any more. Reload the page.'
            : 'Not up to date: trying again.')}
      </p>
      <FirstSteps classId={data.id} decks={data.decks.length} learners={data.people.length} />
      <Today dashboard={data} />
      {data.people.length > 0 && data.decks.length > 0 && (
        <section aria-labelledby="people-title" className="mt-10">
          <div className="mb-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
            <h2 id="people-title" className="font-semibold text-xl">
              People
            </h2>
            <ViewForm dashboard={data} view={view} />
          </div>
          {shown.length === 0 ? (
            <p className="border-rule border-y py-6 text-ink-soft">Nobody fits this.</p>
          ) : (
            <>
              <PeopleTable dashboard={data} people={shown} view={view} />
              <PeopleList dashboard={data} people={shown} />
            </>
          )}
          {shown.length < data.people.length && (
            <p className="mt-3 text-ink-soft text-sm">
              {shown.length} of {data.people.length} learners.{' '}
              <Link href={routes.class(data.id)} scroll={false} className="link">
                Show everybody
              </Link>
            </p>
          )}
        </section>
      )}
      {data.missed.length > 0 && <MissedItems dashboard={data} />}
    </>
  )
}
