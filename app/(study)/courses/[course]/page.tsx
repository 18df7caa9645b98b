import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { CourseDeck } from '@/components/course/course-deck'
import { NextStep } from '@/components/course/next-step'
import { Page } from '@/components/ui/page'
import { database } from '@/db/client'
import { findCourse, listCourseIds } from '@/db/queries/courses'
import { routes } from '@/lib/routes'

/** One static page per course, the same for everybody; how far the learner has come arrives after it. */
export const dynamicParams = false

export async function generateStaticParams() {
  return (await listCourseIds(await database())).map((course) => ({ course }))
}

type Props = { params: Promise<{ course: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const course = await findCourse(await database(), (await params).course)
  if (!course) return {}
  const { title, summary: description } = course
  return { title, description, openGraph: { type: 'article', title, description } }
}

export default async function CoursePage({ params }: Props) {
  const course = await findCourse(await database(), (await params).course)
  if (!course) notFound()
  const { title, summary, audience, decks } = course
  const tongue = { lang: course.language, dir: course.direction }
  return (
    <Page
      above={
        <Link href={routes.decks()} className="link inline-flex min-h-11 items-center">
          Decks
        </Link>
      }
      title={<span {...tongue}>{title}</span>}
      lead={
        <span {...tongue} className="reading text-lg">
          {summary}
        </span>
      }
    >
      <p className="-mt-4 mb-10 max-w-measure text-ink-soft">
        <span className="font-semibold">For </span>
        <bdi {...tongue}>{audience}</bdi>
      </p>
      <NextStep
        decks={decks.map(({ id, title, language, direction, counts, buildsOn }) => ({
          id,
          title,
          language,
          direction,
          counts,
          buildsOn,
        }))}
      />
      <section aria-labelledby="_path">
        <h2 id="_path" className="border-ink border-b-2 pb-2 font-semibold text-xl">
          The decks, in order
        </h2>
        <p className="mt-3 max-w-measure text-ink-faint text-sm">
          The order is advice. Every deck is open at any time.
        </p>
        <ol>
          {decks.map((deck, at) => (
            <CourseDeck
              key={deck.id}
              deck={deck}
              number={at + 1}
              buildsOn={decks.filter(({ id }) => deck.buildsOn.includes(id))}
            />
          ))}
        </ol>
      </section>
    </Page>
  )
}
