import type { Metadata } from 'next'
import { DeckBrowser } from '@/components/deck/deck-browser'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { database } from '@/db/client'
import { listDecks } from '@/db/queries/decks'

export const metadata: Metadata = { title: 'Decks', description: 'All decks, by topic.' }

export default async function DecksPage() {
  const decks = await listDecks(await database())
  return (
    <Page title="Decks" lead="Each takes a few minutes at a time. Come back to what did not stick.">
      {decks.length > 0 ? (
        <DeckBrowser decks={decks} />
      ) : (
        <EmptyState title="No decks yet">
          <p>A deck is one file in the content folder. The README there shows how to write one.</p>
        </EmptyState>
      )}
    </Page>
  )
}
