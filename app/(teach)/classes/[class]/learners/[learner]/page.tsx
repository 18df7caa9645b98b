import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { AnswerList } from '@/components/class/answer-list'
import { LearnerDeck } from '@/components/class/learner-deck'
import { Page, Section } from '@/components/ui/page'
import { Pagination } from '@/components/ui/pagination'
import { database } from '@/db/client'
import { ANSWERS_A_PAGE, pageOfAnswers } from '@/db/queries/class-answers'
import { readClassLearner } from '@/db/queries/class-learner'
import { claimedInstructor, requireLearner } from '@/lib/guards'
import { routes } from '@/lib/routes'
import { sayAgo, sayDate } from '@/lib/rules/dates'

type Props = {
  params: Promise<{ class: string; learner: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

/** Read once for page and title; nothing for anybody but the instructor of both. */
const readLearner = cache(async (id: string, learnerId: string) => {
  const instructor = await claimedInstructor(id)
  return instructor && (await readClassLearner(await database(), instructor, learnerId))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { class: id, learner } = await params
  return { title: (await readLearner(id, learner))?.name }
}

/** One learner of the class, for its instructor: every item of the assigned decks, and every answer. */
export default async function ClassLearnerPage({ params, searchParams }: Props) {
  const { class: id, learner: learnerId } = await params
  const [instructor, learner] = [await claimedInstructor(id), await readLearner(id, learnerId)]
  if (!learner || !instructor) {
    await requireLearner(routes.classLearner(id, learnerId))
    notFound()
  }
  const page = pageNumber((await searchParams).page)
  const { answers, total } = await pageOfAnswers(await database(), instructor, learnerId, page)
  const now = Date.now()
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
