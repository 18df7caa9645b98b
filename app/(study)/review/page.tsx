import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { CatchUpPlan } from '@/components/review/catch-up-plan'
import { Review } from '@/components/review/review'
import { database } from '@/db/client'
import { readAhead } from '@/db/queries/ahead'
import { readPractice } from '@/db/queries/practice'
import { readReviewPage } from '@/db/queries/review-page'
import { requireLearner } from '@/lib/guards'
import { toPractice } from '@/lib/practice'
import { routes } from '@/lib/routes'
import { savePlan } from './actions'
import { ExtraWays } from './extra-ways'

export const metadata: Metadata = { title: 'Review' }

type Props = { searchParams: Promise<{ of?: string | string[] }> }

const NOTHING: ReadonlySet<string> = new Set()

/** The daily session, or with `?of=` extra practice. */
export default async function ReviewPage({ searchParams }: Props) {
  const { of: asked } = await searchParams
  const of = typeof asked === 'string' ? asked : undefined
  const practice = of === undefined ? undefined : toPractice(of)
  if (of !== undefined && !practice) notFound()
  const here = routes.review(of)
  const learner = await requireLearner(here)
  const [db, now] = [await database(), Date.now()]
  const [page, { studied, ...ahead }] = await Promise.all([
    practice
      ? readPractice(db, learner, practice, NOTHING, now)
      : readReviewPage(db, learner, { holding: NOTHING }, now),
    readAhead(db, learner, now),
  ])
  if (!page) redirect(routes.signIn(here))
  const { backlog } = page
  return (
    <Review
      key={of ?? 'today'}
      initial={page}
      of={of}
      ahead={ahead}
      studied={studied}
      plan={backlog && !practice && <CatchUpPlan backlog={backlog} action={savePlan} />}
      ways={studied && <ExtraWays of={of} learner={learner} />}
    />
  )
}
