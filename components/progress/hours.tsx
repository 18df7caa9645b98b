import { Bars } from '@/components/chart/bars'
import { DataTable } from '@/components/chart/data-table'
import { Picture } from '@/components/chart/picture'
import { Key } from '@/components/chart/tones'
import type { DayCounts } from '@/lib/rules/memory/day-counts'
import { byHour, type Hour } from '@/lib/rules/progress/hours'
import { percent } from '@/lib/rules/progress/say'
import { FEW } from '@/lib/rules/progress/share'

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** When the learner answers, and how well at which hour. */
export function Hours({ counts, span }: { counts: DayCounts; span: string }) {
  const hours = byHour(counts)
  const busiest = hours.reduce((most, hour) => (hour.reviews > most.reviews ? hour : most))
  const says =
    busiest.reviews === 0
      ? `No answer counted ${span}.`
      : `You answer most between ${clock(busiest.hour)} and ${clock((busiest.hour + 1) % 24)}.${best(hours)}`
  return (
    <Picture id="hours" heading="By hour" says={says}>
      {busiest.reviews > 0 && (
        <>
          <Bars
            id="hours-picture"
            title={says}
            description="Bars of answers by hour of your clock: those recalled, and on them those forgotten."
            unit="answers"
            names={hours.map(({ hour }) => String(hour))}
            series={[
              { tone: 'one', values: hours.map(({ recalled }) => recalled?.hit ?? 0) },
              { tone: 'two', values: hours.map(({ reviews, recalled }) => reviews - (recalled?.hit ?? 0)) },
            ]}
          />
          <Key
            entries={[
              { tone: 'one', name: 'recalled' },
              { tone: 'two', name: 'forgotten' },
            ]}
          />
          <DataTable
            caption="Answers by hour"
            head={['From', 'Answers', 'Recalled']}
            rows={hours
              .filter(({ reviews }) => reviews > 0)
              .map(({ hour, reviews, recalled }) => [
                clock(hour),
                reviews,
                recalled ? percent(recalled.share) : '',
              ])}
          />
        </>
      )}
    </Picture>
  )
}

/** The hour of the best share, among those with enough answers and only when there are two to compare. */
function best(hours: readonly Hour[]): string {
  const known = hours.flatMap(({ hour, recalled }) =>
    recalled && recalled.of >= FEW ? [{ hour, share: recalled.share }] : [],
  )
  if (known.length < 2) return ''
  const top = known.reduce((most, hour) => (hour.share > most.share ? hour : most))
  return ` You recall most at ${clock(top.hour)}: ${percent(top.share)}.`
}
