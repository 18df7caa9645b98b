import Link from 'next/link'
import { Meter } from '@/components/ui/meter'
import { routes } from '@/lib/routes'
import { type Dashboard, type DashboardPerson, itemsOf, standingIn } from '@/lib/rules/class/dashboard'
import { sayAgo } from '@/lib/rules/dates'

/** The table on a phone: people, and of each deck the two figures that matter. */
export function PeopleList({
  dashboard: { id, decks, timeZone, at },
  people,
}: {
  dashboard: Dashboard
  people: readonly DashboardPerson[]
}) {
  return (
    <ul className="border-rule border-t md:hidden print:hidden">
      {people.map((person) => (
        <li key={person.id} className="border-rule border-b">
          <Link href={routes.classLearner(id, person.id)} className="block py-3">
            <span className="flex items-baseline justify-between gap-4">
              <span className="min-w-0 break-words font-semibold">{person.name}</span>
              <span className="shrink-0 text-ink-soft text-sm">
                {person.lastAt === undefined ? 'not yet active' : sayAgo(person.lastAt, timeZone, at)}
              </span>
            </span>
            {decks.map((deck) => {
              const standing = standingIn(person, deck.id)
              return (
                <span key={deck.id} className="mt-2 block text-sm">
                  {decks.length > 1 && <span className="block text-ink-soft">{deck.title}</span>}
                  <span className="flex justify-between gap-4 tabular-nums">
                    <span>
                      {standing.answered} of {itemsOf(deck)} answered
                    </span>
                    {deck.questions > 0 && (
                      <span>
                        {standing.rightFirst} of {deck.questions} right at first
                      </span>
                    )}
                  </span>
                  <Meter value={standing.answered} of={itemsOf(deck)} className="mt-1" />
                </span>
              )
            })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
