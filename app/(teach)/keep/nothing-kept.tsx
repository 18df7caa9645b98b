import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { routes } from '@/lib/routes'

/** For who keeps no deck. An address that is not verified hears the same whether a file names it or not. */
export function NothingKept({ keeper }: { keeper: { email: string | undefined; verified: boolean } }) {
  const { email, verified } = keeper
  return (
    <EmptyState
      title={email && !verified ? 'Verify your address first' : 'You keep no deck'}
      action={
        !verified && (
          <ButtonLink href={routes.accountAddress()}>
            {email ? 'Verify your address' : 'Add an address'}
          </ButtonLink>
        )
      }
    >
      {email && !verified ? (
        <p>
          If the file of a deck names {email} under <code>keepers</code>, you see here what learners report as
          a mistake in it, and answer. That counts once the address is verified as yours.
        </p>
      ) : (
        <p>
          Who answers what learners report as a mistake in a deck stands in its file, under{' '}
          <code>keepers</code>, by email address{email && <>; {email} stands in none</>}.
        </p>
      )}
    </EmptyState>
  )
}
