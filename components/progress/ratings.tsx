import { Bars } from '@/components/chart/bars'
import { DataTable } from '@/components/chart/data-table'
import { Picture } from '@/components/chart/picture'
import type { DayCounts } from '@/lib/rules/memory/day-counts'
import { RATINGS } from '@/lib/rules/memory/memory'
import { percent } from '@/lib/rules/progress/say'

const NAMES = { again: 'Forgot', hard: 'Hard', good: 'Good', easy: 'Easy' } as const

/** Which button answers came to; for questions and prompts, which one their mark amounts to. */
export function Ratings({ counts, span }: { counts: DayCounts; span: string }) {
  const values = RATINGS.map((rating) => counts[rating] ?? 0)
  const total = values.reduce((sum, value) => sum + value, 0)
  const [again = 0, , good = 0] = values
  const says =
    total === 0
      ? `No answer counted ${span}.`
      : `Of ${total.toLocaleString('en')} answers that counted ${span}, ${percent(good / total)} were Good and ${percent(again / total)} Forgot.`
  return (
    <Picture
      id="ratings"
      heading="Answer buttons"
      says={says}
      note={
        total > 0 && 'Questions and prompts have no buttons: their mark, certainty and hints amount to one.'
      }
    >
      {total > 0 && (
        <>
          <Bars
            id="ratings-picture"
            title={says}
            description="A bar for each of the four buttons."
            unit="answers"
            names={RATINGS.map((rating) => NAMES[rating])}
            series={[{ tone: 'one', values }]}
          />
          <DataTable
            caption="Answer buttons"
            head={['Button', 'Answers', 'Share']}
            rows={RATINGS.map((rating, place) => [
              NAMES[rating],
              values[place],
              percent((values[place] ?? 0) / total),
            ])}
          />
        </>
      )}
    </Picture>
  )
}
