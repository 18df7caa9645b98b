import { DataTable } from '@/components/chart/data-table'
import { HeatCalendar, HeatKey } from '@/components/chart/heat-calendar'
import { Picture } from '@/components/chart/picture'
import type { CalendarDay } from '@/lib/rules/progress/calendar'
import { calendarOf } from '@/lib/rules/progress/calendar'
import type { Day } from '@/lib/rules/progress/days'
import { sayDay, several } from '@/lib/rules/progress/say'
import type { Streak } from '@/lib/rules/progress/streak'

/** The days of a year, the more answers the darker. */
export function Year({ days, today }: { days: readonly Day[]; today: string }) {
  const { weeks, studied, answers, streak } = calendarOf(days, today)
  const says = `You studied on ${several(studied, 'day')} of the last year and gave ${several(answers, 'answer')}.${sayStreak(streak)}`
  const months = byMonth(weeks.flat())
  return (
    <Picture id="year" heading="The year" says={says}>
      <HeatCalendar
        id="year-picture"
        title={says}
        description="A square for each day, a column for each week from Monday to Sunday: the stronger the colour, the more answers."
        weeks={weeks}
      />
      <HeatKey />
      <DataTable
        caption="The year by month"
        head={['From', 'Days studied', 'Answers']}
        rows={months.map((month) => [sayDay(month.from, today), month.studied, month.answers])}
      />
    </Picture>
  )
}

/** One day is no row. */
function sayStreak({ days, forgiven }: Streak): string {
  if (days < 2) return ''
  return ` ${several(days, 'day')} in a row${forgiven > 0 ? `, ${several(forgiven, 'day')} off forgiven` : ''}.`
}

function byMonth(days: readonly CalendarDay[]) {
  const months: { from: string; studied: number; answers: number }[] = []
  for (const { day, answers } of days) {
    let month = months.at(-1)
    if (month?.from.slice(0, 7) !== day.slice(0, 7)) {
      month = { from: day, studied: 0, answers: 0 }
      months.push(month)
    }
    month.answers += answers
    if (answers > 0) month.studied += 1
  }
  return months
}
