import { PRICED_DAYS, type Price } from '@/lib/rules/memory/price'
import { Columns } from './columns'
import { about, type Per, percent } from './figures'

/** What a retention costs beside what it saves: its minutes, and items met that would be forgotten at the end. */
export function PricePicture({ prices, set, per }: { prices: readonly Price[]; set: number; per: Per }) {
  const panel = (title: string, value: (price: Price) => number) => {
    const shown = (price: Price) => about(value(price))
    const most = Math.max(...prices.map(value))
    const told = prices.map((price) => `${percent(price.retention)}: ${shown(price)}`).join(', ')
    return (
      <figure>
        <figcaption className="mb-3 font-semibold">{title}</figcaption>
        <Columns
          title={`${title} by retention. ${told}.`}
          most={most}
          columns={prices.map((price) => ({ value: value(price), strong: price.retention === set }))}
        />
        {/* The table says the same. */}
        <div aria-hidden="true" className="mt-1.5 grid grid-cols-5 text-center text-sm tabular-nums">
          {prices.map((price) => (
            <span key={price.retention} className={price.retention === set ? 'text-accent' : 'text-ink-soft'}>
              <strong className="block font-semibold">{shown(price)}</strong>
              {percent(price.retention)}
            </span>
          ))}
        </div>
      </figure>
    )
  }
  return (
    <div className="grid gap-8 sm:grid-cols-2 sm:gap-10">
      {panel(`Minutes ${per.words}`, ({ minutesADay }) => per.days * minutesADay)}
      {panel(`Items forgotten after ${PRICED_DAYS} days`, ({ met, known }) => met - known)}
    </div>
  )
}
