import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import type { SearchResult } from '@/db/types'
import { routes } from '@/lib/routes'
import { counted } from '@/lib/rules/counted'
import {
  asksNothing,
  FOUND_A_PAGE,
  MOST_COUNTED,
  type SearchView,
  searchParams,
} from '@/lib/rules/search/view'
import { FoundEntry } from './found-entry'

/** What was found, best first, or what to do when nothing was. */
export function Results({ result, view }: { result: SearchResult; view: SearchView }) {
  const { found, total } = result
  if (asksNothing(view))
    return (
      <EmptyState title="Find a deck or an item">
        <p>
          Every word must be there, of a whole sentence the four longest. Accents and capitals do not matter,
          and the last word may be unfinished. Answers to questions and prompts are not searched: those are
          yours to find.
        </p>
      </EmptyState>
    )
  if (found.length === 0) return <NothingFound view={view} />
  return (
    <>
      <p role="status" className="mb-2 text-ink-faint text-sm tabular-nums">
        {total > MOST_COUNTED ? `More than ${MOST_COUNTED} found` : `${total} found`}
      </p>
      <ol className="mb-6 border-ink border-t-2">
        {found.map((each) => (
          <FoundEntry key={`${each.deck.id}/${each.name ?? ''}`} found={each} view={view} />
        ))}
      </ol>
      <Pagination
        page={view.page}
        pages={Math.ceil(Math.min(total, MOST_COUNTED) / FOUND_A_PAGE)}
        href={(page) => routes.search(searchParams({ ...view, page }))}
      />
    </>
  )
}

function NothingFound({ view }: { view: SearchView }) {
  const { text, kind, level, tag, page } = view
  const narrowed = [kind, level, tag].filter(Boolean).length
  return (
    <EmptyState
      title="Nothing was found"
      action={
        <Link
          href={
            page > 1
              ? routes.search(searchParams({ ...view, page: 1 }))
              : text && narrowed
                ? routes.search(searchParams({ text }))
                : routes.decks()
          }
          className="link inline-flex min-h-11 items-center"
        >
          {page > 1
            ? 'To the first page'
            : text && narrowed
              ? `Look everywhere, without ${counted(narrowed, 'filter')}`
              : 'See all decks'}
        </Link>
      }
    >
      <p role="status">
        {page > 1
          ? 'There are not so many pages.'
          : 'No deck, card, question or prompt has all of this. Try fewer words, or only the beginning of one.'}
      </p>
    </EmptyState>
  )
}
