import Link from 'next/link'
import { Meter } from '@/components/ui/meter'
import { Sign } from '@/components/ui/sign'
import { routes } from '@/lib/routes'
import type { Dashboard, MissedItem } from '@/lib/rules/class/dashboard'

export const missedAnchor = ({ deckId, name }: Pick<MissedItem, 'deckId' | 'name'>) =>
  `missed-${deckId}-${name}`

const KIND_LINE = {
  card: 'Grades at the first attempt',
  question: 'Options chosen at the first attempt',
  prompt: 'Concepts missed at the first attempt',
} as const

/** The items that most of the class missed at the first attempt, each with what was said to it. */
export function MissedItems({ dashboard: { missed, decks } }: { dashboard: Dashboard }) {
  const title = (deckId: string) => decks.find(({ id }) => id === deckId)?.title ?? ''
  return (
    <section aria-labelledby="missed-title" className="mt-14">
      <h2 id="missed-title" className="font-semibold text-xl">
        Most missed
      </h2>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">
        Items by how the class did at the first attempt, the hardest first.
      </p>
      <ol className="border-rule border-t">
        {missed.map((item) => (
          <li
            key={item.id}
            id={missedAnchor(item)}
            data-anchor=""
            className="grid gap-x-12 gap-y-3 border-rule border-b py-5 md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]"
          >
            <div className="min-w-0">
              <h3 className="reading text-lg">
                <Link href={routes.item(item.deckId, item.name)} className="hover:text-accent">
                  {item.asked}
                </Link>
              </h3>
              <p className="mt-1 text-ink-soft text-sm">
                {item.missed} of {item.tried} missed it
                {decks.length > 1 && `, ${title(item.deckId)}`}
              </p>
            </div>
            <div className="min-w-0">
              <p className="mb-1 text-ink-soft text-sm">{KIND_LINE[item.kind]}</p>
              <ul className="grid gap-1.5">
                {item.answers.map(({ text, count, of, right }) => (
                  <li
                    key={`${right} ${text}`}
                    className="grid grid-cols-[minmax(0,1fr)_4.5rem_3.5rem] items-center gap-3 text-sm"
                  >
                    <span className={`min-w-0 break-words ${right ? 'font-semibold' : ''}`}>
                      {text}
                      {right && (
                        <span className="ms-2 inline-flex items-center gap-1 whitespace-nowrap text-right-ink">
                          <Sign kind="right" />
                          right
                        </span>
                      )}
                    </span>
                    <Meter value={count} of={of} />
                    <span className="text-end tabular-nums">
                      {count} of {of}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
