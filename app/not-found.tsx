import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { routes } from '@/lib/routes'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Page
      title="Nothing is at this address"
      lead="The link may be mistyped, or what it led to is not there any more. Nothing of yours is lost."
    >
      <ButtonLink href={routes.decks()}>See all decks</ButtonLink>
    </Page>
  )
}
