import type { Metadata } from 'next'
import { DaysForm } from '@/components/dial/days-form'
import { ExamList } from '@/components/dial/exam-list'
import { perOf } from '@/components/dial/figures'
import { HabitsForm } from '@/components/dial/habits-form'
import { PricePicture } from '@/components/dial/price-picture'
import { PriceTable } from '@/components/dial/price-table'
import { PriceForm, RetentionForm } from '@/components/dial/retention-forms'
import { Message } from '@/components/ui/message'
import { Page, Section } from '@/components/ui/page'
import { database } from '@/db/client'
import { listDeckPlans } from '@/db/queries/deck-plans'
import { readOutlook } from '@/db/queries/outlook'
import { readStudySettings } from '@/db/queries/study-settings'
import { requireLearner } from '@/lib/guards'
import { routes } from '@/lib/routes'
import { addDays, localDay } from '@/lib/rules/local-day'
import { dialsAt } from '@/lib/rules/memory/dials'
import { offeredRetentions, PRICED_DAYS, priceOf } from '@/lib/rules/memory/price'
import { timeZones } from '@/lib/time-zone'
import { saveDays, saveHabits, saveRetention } from './actions'
import { habitFields, priceSentence, startOfChange, waiting } from './words'

export const metadata: Metadata = { title: 'How you study' }

export default async function StudySettingsPage() {
  const learner = await requireLearner(routes.accountStudy())
  const db = await database()
  const settings = await readStudySettings(db, learner)
  if (!settings) return null
  const now = Date.now()
  const at = dialsAt(settings.dials.base, settings.dials.turned)
  const [held, set] = [at(now), at(Number.POSITIVE_INFINITY)]
  const today = localDay(now, held.timeZone, held.dayStartHour)
  const [outlook, plans] = await Promise.all([
    readOutlook(db, learner, addDays(today, -PRICED_DAYS)),
    listDeckPlans(db, learner),
  ])
  const prices = priceOf(
    offeredRetentions(set.retention),
    { ...outlook, ...settings.habits, dials: set },
    now,
  )
  const per = perOf(Math.max(...prices.map(({ minutesADay }) => minutesADay)), PRICED_DAYS)
  const isEmpty = prices.every(({ met }) => met < 1)
  const start = startOfChange(held, now)
  const wait = waiting(settings.dials, now)

  return (
    <Page title="How you study" lead="What you ask of yourself, and what it costs you.">
      <Section id="retention" title="How much you want to keep">
        <p className="max-w-measure">
          An item comes back when your chance of recalling it is down to the retention you ask for. Ask for
          more, and items come more often.
        </p>
        {wait && (
          <div className="mt-5">
            <Message kind="info">{wait}</Message>
          </div>
        )}
        {isEmpty ? (
          <p className="mt-5 max-w-measure text-ink-soft">
            What each retention costs you will stand here once you have begun a deck.
          </p>
        ) : (
          <>
            <p className="mt-4 mb-8 max-w-measure">{priceSentence(prices, set.retention, per)}</p>
            <PricePicture prices={prices} set={set.retention} per={per} />
            <div className="mt-8">
              <PriceForm action={saveRetention}>
                <PriceTable prices={prices} set={set.retention} per={per} />
              </PriceForm>
            </div>
            <p className="mt-4 max-w-measure text-ink-faint text-sm">
              Simulated from your own memories, {settings.habits.newADay} new items a day and the time an
              answer takes you. A change holds from {start} on, and for an item from its next answer.
            </p>
          </>
        )}
        <div className="mt-8">
          <RetentionForm action={saveRetention} set={set.retention} />
        </div>
      </Section>
      <Section id="habits" title="How much a day">
        <HabitsForm action={saveHabits} habits={habitFields(settings.habits)} />
      </Section>
      <Section id="days" title="Your days">
        <p className="mb-5 max-w-measure text-ink-soft">A change holds from {start} on.</p>
        <DaysForm
          action={saveDays}
          timeZones={timeZones(set.timeZone)}
          days={{
            timeZone: set.timeZone,
            dayStartHour: String(set.dayStartHour),
            maximumIntervalDays: String(set.maximumIntervalDays),
          }}
        />
      </Section>
      <Section id="exams" title="Exams">
        <ExamList plans={plans} today={today} />
      </Section>
    </Page>
  )
}
