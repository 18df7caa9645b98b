import Link from 'next/link'
import { routes } from '@/lib/routes'
import { counted } from '@/lib/rules/counted'
import { sayDay } from '@/lib/rules/dates'
import { daysUntil } from '@/lib/rules/review/exam'

type Plan = { id: string; title: string; newADay?: number; examDay?: string }

/** The decks that are studied, each with its exam, leading to its plan. */
export function ExamList({ plans, today }: { plans: readonly Plan[]; today: string }) {
  if (plans.length === 0)
    return (
      <p className="max-w-measure text-ink-soft">
        Once you have begun a deck, you can give it the day of an exam here.{' '}
        <Link href={routes.decks()} className="link">
          All decks
        </Link>
      </p>
    )
  return (
    <>
      <p className="max-w-measure text-ink-soft">
        Give a deck the day of its exam, and see what it takes until then.
      </p>
      <ul className="mt-4 border-rule border-t">
        {plans.map(({ id, title, newADay, examDay }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-rule border-b py-2"
          >
            <Link href={routes.deckPlan(id)} className="link inline-flex min-h-11 items-center">
              {title}
            </Link>
            <span className="text-ink-soft text-sm">
              {[examDay && whenExam(examDay, today), newADay !== undefined && `${newADay} new a day`]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** "Exam on Thursday, 24 December, in 21 days". */
export function whenExam(examDay: string, today: string): string {
  if (examDay < today) return `Exam was on ${sayDay(examDay, today)}`
  if (examDay === today) return 'Exam today'
  return `Exam on ${sayDay(examDay, today)}, in ${counted(daysUntil(today, examDay), 'day')}`
}
