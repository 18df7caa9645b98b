import { DeckEntry } from '@/components/deck/deck-entry'
import type { DeckSummary } from '@/db/types'

/** One deck at its place in a course, with the titles of what it builds on. */
export function CourseDeck({
  deck,
  number,
  buildsOn,
}: {
  deck: DeckSummary
  number: number
  buildsOn: readonly DeckSummary[]
}) {
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] sm:grid-cols-[2.5rem_minmax(0,1fr)]">
      <span aria-hidden="true" className="pt-5 text-ink-faint text-lg tabular-nums">
        {number}
      </span>
      <DeckEntry deck={deck}>
        {buildsOn.length > 0 && (
          <p className="mt-1 text-ink-faint text-sm">
            Builds on{' '}
            {buildsOn.map(({ id, title, language, direction }, at) => (
              <span key={id}>
                {at > 0 && (at === buildsOn.length - 1 ? ' and ' : ', ')}
                <bdi lang={language} dir={direction}>
                  {title}
                </bdi>
              </span>
            ))}
          </p>
        )}
      </DeckEntry>
    </li>
  )
}
