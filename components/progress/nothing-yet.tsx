import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { routes } from '@/lib/routes'

/** What this page will be, before there is anything to show. */
export const NothingYet = () => (
  <EmptyState
    title="Nothing to see yet"
    action={<ButtonLink href={routes.decks()}>Choose a deck</ButtonLink>}
  >
    <p>
      From your first answer on, this page shows what comes due, what you recall, how well that was forecast,
      and where you were sure and wrong.
    </p>
  </EmptyState>
)
