import { DataTable } from '@/components/chart/data-table'
import { Picture } from '@/components/chart/picture'
import { Shares } from '@/components/chart/shares'
import { type Day, type Period, type PeriodLength, sumDays } from '@/lib/rules/progress/days'
import { retentionOf, retentionTable } from '@/lib/rules/progress/retention'
import { percent, periodLabel, several } from '@/lib/rules/progress/say'
import { FEW, type Share } from '@/lib/rules/progress/share'

const say = (share: Share | undefined) => (share ? `${percent(share.share)} of ${share.of}` : 'none')

/** The share of what came due that was recalled, against the share that was asked for. */
export function TrueRetention({
  days,
  range,
  bars,
  length,
  span,
  today,
  wanted,
}: {
  /** Of a year at least. */
  days: readonly Day[]
  /** Of the range looked at. */
  range: readonly Day[]
  bars: readonly Period[]
  length: PeriodLength
  span: string
  today: string
  wanted: number
}) {
  const { all, young, mature } = retentionOf(sumDays(range))
  const says = all
    ? `You recalled ${percent(all.share)} of what came due ${span}; you asked for ${percent(wanted)}.`
    : `Nothing that you had learned before came due ${span}. You ask to recall ${percent(wanted)}.`
  const parts = [
    young && `${percent(young.share)} of ${young.of} young`,
    mature && `${percent(mature.share)} of ${mature.of} mature`,
  ].filter(Boolean)
  return (
    <Picture
      id="retention"
      heading="True retention"
      says={says}
      note={
        all &&
        `${parts.join(', ')}. Counted is the first answer of a day to an item in review; young items had less than 21 days between reviews.${all.of < FEW ? ` ${several(all.of, 'answer')} say little yet.` : ''}`
      }
    >
      {all && (
        <Shares
          id="retention-picture"
          title={says}
          description="A line of the share recalled over time, in a band within which the true share lies with a chance of 95 %; dashed, the share asked for."
          unit="recalled"
          names={bars.map((period) => periodLabel(period, length))}
          shares={bars.map(({ counts }) => retentionOf(counts).all)}
          wanted={{ share: wanted, name: `asked for: ${percent(wanted)}` }}
          inTime
        />
      )}
      <DataTable
        caption="True retention by day, week, month and year"
        head={['When', 'Young', 'Mature', 'All']}
        rows={retentionTable(days, today).map((row) => [
          row.name,
          say(row.young),
          say(row.mature),
          say(row.all),
        ])}
      />
    </Picture>
  )
}
