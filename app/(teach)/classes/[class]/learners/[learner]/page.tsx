import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { AnswerList } from '@/components/class/answer-list'
import { LearnerDeck } from '@/components/class/learner-deck'
import { Page, Section } from '@/components/ui/page'
import { Pagination } from '@/components/ui/pagination'
import { database } from '@/db/client'
import { ANSWERS_A_PAGE, pageOfAnswers } from '@/db/queries/class-answers'
import { findClassLearnerName, readClassLearner } from '@/db/queries/class-learner'
import { currentInstructor, requireInstructor } from '@/lib/guards'
import { routes } from '@/lib/routes'
import { sayAgo, sayDate } from '@/lib/rules/dates'

type Props = {
  params: Promise<{ class: string; learner: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { class: id, learner } = await params
  const instructor = await currentInstructor(id)
  return { title: instructor && (await findClassLearnerName(await database(), instructor, learner)) }
}

/** One learner of the class, for its instructor: every item of the assigned decks, and every answer. */
export default async function ClassLearnerPage({ params, searchParams }: Props) {
  const { class: id, learner: learnerId } = await params
  const instructor = await requireInstructor(id, routes.classLearner(id, learnerId))
  const page = pageNumber((await searchParams).page)
  const db = await database()
  const now = Date.now()
  const [learner, { answers, total }] = await Promise.all([
    readClassLearner(db, instructor, learnerId),
    pageOfAnswers(db, instructor, learnerId, page),
  ])
  if (!learner) notFound()
  const pages = Math.ceil(total / ANSWERS_A_PAGE)
  if (page > Math.max(1, pages)) redirect(routes.classLearner(id, learnerId, pages))
  const { name, className, lastAt, timeZone, decks } = learner
  return (
    <Page
      title={name}
      lead={
        <>
          <Link href={routes.class(id)} className="link">
            {className}
          </Link>
          {lastAt === undefined ? ', not active yet' : `, last active ${sayAgo(lastAt, timeZone, now)}`}
        </>
      }
    >
      {decks.map((deck) => (
        <Section key={deck.id} id={`deck-${deck.id}`} title={deck.title}>
          {deck.dueAt !== undefined && (
            <p className="mb-3 text-ink-soft">
              {deck.dueAt < now ? 'Was due' : 'Due'} {sayDate(deck.dueAt, timeZone, now)}:{' '}
              {deck.standing.byDue} of {deck.items.length} answered in time.
            </p>
          )}
          <LearnerDeck deck={deck} items={deck.items} timeZone={timeZone} now={now} />
        </Section>
      ))}
      <Section id="answers" title="Answers">
        {total === 0 ? (
          <p className="text-ink-soft">No answers on the assigned decks yet.</p>
        ) : (
          <div className="grid gap-4">
            <AnswerList answers={answers} timeZone={timeZone} now={now} />
            <Pagination
              page={page}
              pages={pages}
              href={(to) => `${routes.classLearner(id, learnerId, to)}#answers`}
            />
          </div>
        )}
      </Section>
    </Page>
  )
}

/** The number of a page in an address, 1 for anything that is none. */
function pageNumber(text: string | string[] | undefined): number {
  const page = Number(text)
  return Number.isSafeInteger(page) && page > 0 ? Math.min(page, 100_000) : 1
}
