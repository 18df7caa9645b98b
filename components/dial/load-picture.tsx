import { Chevron } from '@/components/ui/chevron'
import { Table, TableCell, TableHead, TableRowHead } from '@/components/ui/table'
import { sayDay } from '@/lib/rules/dates'
import { addDays } from '@/lib/rules/local-day'
import { Columns } from './columns'
import { about } from './figures'

/** More days than these stand in columns too narrow to be told apart: they are drawn and listed by week. */
const MOST_DAYS = 62

type Stretch = { from: string; minutes: number; answers: number }

/** The load of each day, or of an average day of each week, from today on; with its table behind it. */
export function LoadPicture({
  minutes,
  answers,
  today,
}: {
  minutes: readonly number[]
  answers: readonly number[]
  today: string
}) {
  const length = minutes.length > MOST_DAYS ? 7 : 1
  const stretches = Array.from({ length: Math.ceil(minutes.length / length) }, (_, place): Stretch => {
    const mean = (numbers: readonly number[]) => {
      const part = numbers.slice(place * length, (place + 1) * length)
      return part.reduce((sum, number) => sum + number, 0) / part.length
    }
    return { from: addDays(today, place * length), minutes: mean(minutes), answers: mean(answers) }
  })
  const most = stretches.reduce((best, each) => (each.minutes > best.minutes ? each : best))
  const each = length === 1 ? 'day' : 'week'
  const title =
    length === 1
      ? `At most ${about(most.minutes)} minutes, on ${sayDay(most.from, today)}.`
      : `At most ${about(most.minutes)} minutes a day, in the week from ${sayDay(most.from, today)}.`
  return (
    <>
      <figure>
        <figcaption className="mb-4">
          Minutes a day on this deck alone, {each} by {each}. {title}
        </figcaption>
        <Columns
          title={`Minutes a day until the exam. ${title}`}
          most={most.minutes}
          columns={stretches.map((stretch) => ({ value: stretch.minutes, strong: stretch === most }))}
        />
        <div aria-hidden="true" className="mt-1.5 flex justify-between gap-4 text-ink-soft text-sm">
          <span>Today</span>
          <span>{sayDay(addDays(today, minutes.length - 1), today)}</span>
        </div>
      </figure>
      <details className="group mt-4">
        <summary className="inline-flex min-h-11 list-none items-center gap-2 font-medium text-accent [&::-webkit-details-marker]:hidden">
          As a table
          <Chevron size={14} />
        </summary>
        <Table caption={`Load until the exam, ${each} by ${each}`}>
          <thead>
            <tr>
              <TableHead first>{length === 1 ? 'Day' : 'Week from'}</TableHead>
              <TableHead numeric>Answers a day</TableHead>
              <TableHead numeric>Minutes a day</TableHead>
            </tr>
          </thead>
          <tbody>
            {stretches.map((stretch) => (
              <tr key={stretch.from}>
                <TableRowHead className="font-normal">{sayDay(stretch.from, today)}</TableRowHead>
                <TableCell numeric>{about(stretch.answers)}</TableCell>
                <TableCell numeric>{about(stretch.minutes)}</TableCell>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </>
  )
}
