import { Bars } from '@/components/chart/bars'
import { DataTable } from '@/components/chart/data-table'
import { Picture } from '@/components/chart/picture'
import { ITEM_STATES, type ItemState } from '@/lib/rules/progress/memory-cells'
import { percent } from '@/lib/rules/progress/say'

const NAMES: Record<ItemState, { short: string; long: string }> = {
  'not-started': { short: 'new', long: 'Not answered yet' },
  practised: { short: 'tried', long: 'Practised, never counted' },
  learning: { short: 'learning', long: 'Being learned, in steps of minutes' },
  young: { short: 'young', long: 'Young: less than 21 days between reviews' },
  mature: { short: 'mature', long: 'Mature: 21 days or more between reviews' },
  aside: { short: 'aside', long: 'Set aside: suspended, or forgotten too often' },
}

/** Where the items of the decks begun stand. */
export function States({
  states,
  where,
}: {
  states: Record<ItemState, number>
  /** "in this deck" and the like. */
  where: string
}) {
  const total = ITEM_STATES.reduce((sum, state) => sum + states[state], 0)
  const says = `Of ${total} items ${where}, ${states.mature} are mature, ${states.young} young, and ${states['not-started']} not answered yet.`
  const shown = ITEM_STATES.filter((state) => states[state] > 0)
  return (
    <Picture id="states" heading="Items by state" says={says}>
      <Bars
        id="states-picture"
        title={says}
        description="A bar for each state that an item can be in, as high as there are items in it."
        unit="items"
        names={shown.map((state) => NAMES[state].short)}
        series={[{ tone: 'one', values: shown.map((state) => states[state]) }]}
      />
      <DataTable
        caption="Items by state"
        head={['State', 'Items', 'Share']}
        rows={ITEM_STATES.map((state) => [
          NAMES[state].long,
          states[state],
          total > 0 ? percent(states[state] / total) : '',
        ])}
      />
    </Picture>
  )
}
