import { Bars } from '@/components/chart/bars'
import { DataTable } from '@/components/chart/data-table'
import { Picture } from '@/components/chart/picture'
import {
  DAYS_EDGES,
  DIFFICULTY_EDGES,
  histogram,
  type MemoryCell,
  RECALL_EDGES,
} from '@/lib/rules/progress/memory-cells'
import { daysBuckets, percent, several } from '@/lib/rules/progress/say'

const fromEdge = (counts: readonly number[], edges: readonly number[], edge: number) =>
  counts.slice(edges.indexOf(edge) + 1).reduce((sum, items) => sum + items, 0)

const DAYS = daysBuckets(DAYS_EDGES)
const DIFFICULTIES = ['1', ...DIFFICULTY_EDGES.map(String)]
const RECALLS = RECALL_EDGES.map((edge) => percent(edge))

/** How the learner's memories are spread: intervals, stability, difficulty, and the chance of recall now. */
export function Memories({ cells }: { cells: readonly MemoryCell[] }) {
  const intervals = histogram(cells, 'interval', DAYS_EDGES)
  const stabilities = histogram(cells, 'stability', DAYS_EDGES)
  const difficulties = histogram(cells, 'difficulty', DIFFICULTY_EDGES)
  const recalls = histogram(cells, 'recall', RECALL_EDGES)
  const total = intervals.reduce((sum, items) => sum + items, 0)
  if (total === 0) return null
  const all = several(total, 'item')
  return (
    <>
      <Spread
        id="intervals"
        heading="Intervals"
        says={`${fromEdge(intervals, DAYS_EDGES, 21)} of ${all} come back after three weeks or more.`}
        note="The days between the last review of an item and its next."
        names={DAYS}
        counts={intervals}
      />
      <Spread
        id="stability"
        heading="Stability"
        says={`${fromEdge(stabilities, DAYS_EDGES, 21)} of ${all} would still be recalled with 90 % after three weeks.`}
        note="The days after which the chance of recalling an item is down to 90 %."
        names={DAYS}
        counts={stabilities}
      />
      <Spread
        id="difficulty"
        heading="Difficulty"
        says={`${fromEdge(difficulties, DIFFICULTY_EDGES, 8)} of ${all} are hard for you: 8 or more of 10.`}
        note="From 1, easy, to 10: how slowly an item's stability grows with your answers."
        names={DIFFICULTIES}
        counts={difficulties}
      />
      <Spread
        id="retrievability"
        heading="Retrievability"
        says={`If you were asked now, you would recall ${fromEdge(recalls, RECALL_EDGES, 0.9)} of ${all} with a chance of 90 % or better.`}
        note="The chance of recall at this moment, as forecast."
        names={[`< ${RECALLS[0]}`, ...RECALLS]}
        counts={recalls}
      />
    </>
  )
}

function Spread({
  id,
  heading,
  says,
  note,
  names,
  counts,
}: {
  id: string
  heading: string
  says: string
  note: string
  names: readonly string[]
  counts: readonly number[]
}) {
  return (
    <Picture id={id} heading={heading} says={says} note={note}>
      <Bars
        id={`${id}-picture`}
        title={says}
        description={`A bar for each group of items, from low to high: ${note}`}
        unit="items"
        names={names}
        series={[{ tone: 'one', values: counts }]}
      />
      <DataTable
        caption={heading}
        head={['From', 'Items']}
        rows={names.map((name, place) => [name, counts[place]])}
      />
    </Picture>
  )
}
