import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DeckPlanForm, TakeNewForm } from '@/components/dial/deck-plan-forms'
import { whenExam } from '@/components/dial/exam-list'
import { LoadPicture } from '@/components/dial/load-picture'
import { WaysTable } from '@/components/dial/ways-table'
import { ButtonLink } from '@/components/ui/button'
import { Page, Section } from '@/components/ui/page'
import { database } from '@/db/client'
import { readPlannedDeck } from '@/db/queries/deck-plans'
import { readStudySettings } from '@/db/queries/study-settings'
import { requireLearner } from '@/lib/guards'
import { routes } from '@/lib/routes'
import { addDays, localDay } from '@/lib/rules/local-day'
import { dialsAt } from '@/lib/rules/memory/dials'
import { PRICED_DAYS } from '@/lib/rules/memory/price'
import { planExam } from '@/lib/rules/review/exam'
import { saveDeckPlan } from './actions'
import { knownSentence, newSentence, passSentence } from './words'

type Params = Promise<{ deck: string }>

export const metadata: Metadata = { title: 'Plan for a deck' }

export default async function DeckPlanPage({ params }: { params: Params }) {
  const { deck: deckId } = await params
  const learner = await requireLearner(routes.deckPlan(deckId))
  const db = await database()
  const settings = await readStudySettings(db, learner)
  if (!settings) return null
  const now = Date.now()
  const dials = dialsAt(settings.dials.base, settings.dials.turned)(now)
  const today = localDay(now, dials.timeZone, dials.dayStartHour)
  const deck = await readPlannedDeck(db, learner, deckId, addDays(today, -PRICED_DAYS))
  if (!deck) notFound()
  const { title, plan, outlook, reviewed } = deck
  const { examDay } = plan
  const newADay = plan.newADay ?? settings.habits.newADay
  const ahead = examDay !== undefined && examDay > today ? examDay : undefined
  const exam = ahead && planExam({ ...outlook, dials }, newADay, { today, examDay: ahead }, now)

  return (
    <Page
      title={title}
      lead={examDay ? `${whenExam(examDay, today)}.` : 'Your plan for this deck.'}
      actions={
        <ButtonLink href={routes.deck(deckId)} variant="quiet">
          Open the deck
        </ButtonLink>
      }
    >
      {ahead && exam && (
        <>
          <Section id="known" title="What you will know on the day">
            <p className="mb-5 max-w-measure">{knownSentence(exam)}</p>
            <WaysTable exam={exam} />
            <p className="mt-5 max-w-measure">{newSentence(exam, newADay, settings.habits)}</p>
            {exam.unseen > 0 && (
              <div className="mt-4">
                <TakeNewForm
                  action={saveDeckPlan}
                  deck={deckId}
                  examDay={ahead}
                  needed={exam.planned.newADay}
                  isTaken={plan.newADay === exam.planned.newADay}
                />
              </div>
            )}
          </Section>
          <Section id="load" title="What each day takes">
            <LoadPicture minutes={exam.planned.minutes} answers={exam.planned.answers} today={today} />
          </Section>
          <Section id="last-pass" title="A last pass">
            <p className="max-w-measure">{passSentence(reviewed, today, ahead, dials)}</p>
          </Section>
        </>
      )}
      <Section id="plan" title={ahead ? 'Change the plan' : 'When is the exam?'}>
        {!ahead && (
          <p className="mb-5 max-w-measure text-ink-soft">
            Give its day, and you see here what it takes until then and what you will know.
          </p>
        )}
        <DeckPlanForm
          action={saveDeckPlan}
          deck={deckId}
          earliest={addDays(today, 1)}
          plan={{ examDay: ahead, newADay: plan.newADay?.toString() }}
          usual={settings.habits.newADay}
        />
        <p className="mt-8">
          <Link href={routes.accountStudy()} className="link inline-flex min-h-11 items-center">
            How you study
          </Link>
        </p>
      </Section>
    </Page>
  )
}
