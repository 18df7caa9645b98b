import { Bars } from '@/components/chart/bars'
import { DataTable } from '@/components/chart/data-table'
import { Picture } from '@/components/chart/picture'
import { Key } from '@/components/chart/tones'
import type { FutureDue } from '@/lib/rules/progress/future'
import { periodLabel, sayPeriod, several } from '@/lib/rules/progress/say'

/** What the coming days ask for, and what waits since days gone by. */
export function Future({ future, days, today }: { future: FutureDue; days: number; today: string }) {
  const { backlog, periods, ahead } = future
  const weekly = (periods[1]?.from ?? '') !== (periods[1]?.to ?? '')
  const waiting =
    backlog > 0 ? ` ${several(backlog, 'item')} waited before today.` : ' Nothing waits from before.'
  const says =
    ahead === 0
      ? `No item comes due in the next ${days} days.${waiting}`
      : `${several(ahead, 'item')} come${ahead === 1 ? 's' : ''} due in the next ${days} days, ${future.today === 0 ? 'none' : future.today} of them today.${waiting}`
  // What waits is asked for today.
  const waits = periods.map((_, place) => (place === 0 ? backlog : 0))
  return (
    <Picture
      id="future"
      heading="What comes due"
      says={says}
      note="As things stand now: every answer to come moves the item it is given to."
    >
      {ahead + backlog > 0 && (
        <>
          <Bars
            id="future-picture"
            title={says}
            description={`Bars of items due by ${weekly ? 'week' : 'day'}, from today on. What waits from before stands on the first.`}
            unit={`items a ${weekly ? 'week' : 'day'}`}
            names={periods.map((period) => periodLabel(period, 'day'))}
            series={[
              { tone: 'one', values: periods.map(({ items }) => items) },
              { tone: 'two', values: waits },
            ]}
          />
          {backlog > 0 && (
            <Key
              entries={[
                { tone: 'one', name: 'due then' },
                { tone: 'two', name: 'waiting since before today' },
              ]}
            />
          )}
          <DataTable
            caption="Items that come due"
            head={['When', 'Items']}
            rows={[
              ['Before today', backlog],
              ...periods.map((period) => [sayPeriod(period, today), period.items]),
            ]}
          />
        </>
      )}
    </Picture>
  )
}
