import { Table, TableCell, TableHead, TableRowHead } from '@/components/ui/table'
import type { ExamPlan, Way } from '@/lib/rules/review/exam'
import { about } from './figures'

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(numbers.length, 1)

/** Three ways to an exam: what each takes a day, and what is known of the deck on the day. */
export function WaysTable({ exam }: { exam: ExamPlan }) {
  const { planned, asNow, knownOtherwise, items } = exam
  const row = (name: string, way: Way) => (
    <Row
      name={name}
      cells={[String(way.newADay), about(mean(way.answers)), about(mean(way.minutes))]}
      known={way.known}
    />
  )
  return (
    <Table caption="Three ways to the exam">
      <thead>
        <tr>
          <TableHead first>Until then</TableHead>
          {/* A phone shows what matters most of a row. */}
          <TableHead numeric className="max-sm:hidden">
            New
            <br />a day
          </TableHead>
          <TableHead numeric className="max-sm:hidden">
            Answers
            <br />a day
          </TableHead>
          <TableHead numeric>
            Minutes
            <br />a day
          </TableHead>
          <TableHead numeric>
            Known of {items}
            <br />
            on the day
          </TableHead>
        </tr>
      </thead>
      <tbody>
        {row('The plan', planned)}
        {row('As you go now', asNow)}
        <Row name="No study" cells={['0', '0', '0']} known={knownOtherwise} />
      </tbody>
    </Table>
  )
}

function Row({
  name,
  cells,
  known,
}: {
  name: string
  cells: readonly [string, string, string]
  known: number
}) {
  const [fresh, answers, minutes] = cells
  return (
    <tr>
      <TableRowHead className="font-semibold">{name}</TableRowHead>
      <TableCell numeric className="max-sm:hidden">
        {fresh}
      </TableCell>
      <TableCell numeric className="max-sm:hidden">
        {answers}
      </TableCell>
      <TableCell numeric>{minutes}</TableCell>
      <TableCell numeric>{Math.round(known)}</TableCell>
    </tr>
  )
}
