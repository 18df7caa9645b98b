import { Bars } from '@/components/chart/bars'
import { DataTable } from '@/components/chart/data-table'
import { Picture } from '@/components/chart/picture'
import { Key } from '@/components/chart/tones'
import { type Period, type PeriodLength, sumCounts } from '@/lib/rules/progress/days'
import { periodLabel, sayPeriod, sayTime, several } from '@/lib/rules/progress/say'

type Props = { bars: readonly Period[]; length: PeriodLength; span: string; today: string; studied: number }

/** Answers and the time they took. */
export function Work({ bars, length, span, today, studied }: Props) {
  const { attempts = 0, ms = 0 } = sumCounts(bars.map(({ counts }) => counts))
  const says =
    attempts === 0
      ? `You gave no answers ${span}.`
      : `You gave ${several(attempts, 'answer')} in ${sayTime(ms)} ${span}, on ${several(studied, 'day')}.`
  const perDay = `On a day you studied it took ${sayTime(ms / Math.max(studied, 1))}.`
  const counting = bars.map(({ counts }) => counts.reviews ?? 0)
  const practice = bars.map(({ counts }) => (counts.attempts ?? 0) - (counts.reviews ?? 0))
  const minutes = bars.map(({ counts }) => Math.round((counts.ms ?? 0) / 60_000))
  const names = bars.map((period) => periodLabel(period, length))
  return (
    <Picture id="work" heading="Reviews and time" says={says}>
      {attempts > 0 && (
        <>
          <Bars
            id="work-picture"
            title={says}
            description={`Bars of answers by ${length}: those that moved a memory, and on them practice.`}
            unit={`answers a ${length}`}
            names={names}
            series={[
              { tone: 'one', values: counting },
              { tone: 'two', values: practice },
            ]}
          />
          <Key
            entries={[
              { tone: 'one', name: 'moved a memory' },
              ...(practice.some((answers) => answers > 0)
                ? [{ tone: 'two' as const, name: 'practice' }]
                : []),
            ]}
          />
          <p className="mt-6 max-w-measure text-ink-soft">{perDay}</p>
          <Bars
            id="time-picture"
            title={perDay}
            description={`Bars of minutes by ${length}.`}
            unit={`minutes a ${length}`}
            names={names}
            series={[{ tone: 'three', values: minutes }]}
          />
          <DataTable
            caption="Answers and time"
            head={['When', 'Moved a memory', 'Practice', 'Minutes']}
            rows={bars.map((period, place) => [
              sayPeriod(period, today),
              counting[place],
              practice[place],
              minutes[place],
            ])}
          />
        </>
      )}
    </Picture>
  )
}

/** Items answered for the first time. */
export function Added({ bars, length, span, today }: Omit<Props, 'studied'>) {
  const added = bars.map(({ counts }) => counts.added ?? 0)
  const total = added.reduce((sum, items) => sum + items, 0)
  const says =
    total === 0 ? `You began no new items ${span}.` : `You began ${several(total, 'new item')} ${span}.`
  return (
    <Picture id="added" heading="Added" says={says}>
      {total > 0 && (
        <>
          <Bars
            id="added-picture"
            title={says}
            description={`Bars of items answered for the first time, by ${length}.`}
            unit={`new items a ${length}`}
            names={bars.map((period) => periodLabel(period, length))}
            series={[{ tone: 'one', values: added }]}
          />
          <DataTable
            caption="Items begun"
            head={['When', 'New items']}
            rows={bars.map((period, place) => [sayPeriod(period, today), added[place]])}
          />
        </>
      )}
    </Picture>
  )
}
