import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { routes } from '@/lib/routes'
import { type ProgressView, progressParams, RANGE_WORDS, RANGES } from '@/lib/rules/progress/view'

/** How far back, and which deck: links and a form that make the address. */
export function ViewForm({
  view,
  decks,
}: {
  view: ProgressView
  decks: readonly { id: string; title: string }[]
}) {
  return (
    <div className="mb-10 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 border-rule border-b pb-5 print:hidden">
      <nav aria-label="How far back">
        <ul className="-ms-2 flex flex-wrap">
          {RANGES.map((range) => {
            const here = range === view.range
            return (
              <li key={range}>
                <Link
                  href={routes.progress(progressParams({ ...view, range }))}
                  prefetch={false}
                  scroll={false}
                  aria-current={here ? 'page' : undefined}
                  className={`flex min-h-11 items-center px-2 hover:text-accent ${here ? 'font-semibold underline decoration-2 decoration-accent underline-offset-[0.4em]' : 'text-ink-soft'}`}
                >
                  {RANGE_WORDS[range]}
                </Link>
              </li>
            )
          })}
        </ul>
      </nav>
      {(decks.length > 1 || view.deck !== undefined) && (
        <form action={routes.progress()} aria-label="Which deck" className="flex min-w-0 items-end gap-3">
          {Object.entries(progressParams({ range: view.range })).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label className="grid min-w-0 max-w-64 flex-[1_1_10rem] gap-1 text-sm" htmlFor="progress-deck">
            <span className="font-semibold">Deck</span>
            {/* A new address makes a new field, so that it shows what the address says. */}
            <Select id="progress-deck" key={view.deck ?? ''} name="deck" defaultValue={view.deck ?? ''}>
              <option value="">All decks</option>
              {decks.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          </label>
          <Button type="submit" variant="quiet">
            Show
          </Button>
        </form>
      )}
    </div>
  )
}
