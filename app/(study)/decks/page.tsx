import type { Metadata } from 'next'
import { DeckBrowser } from '@/components/deck/deck-browser'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { database } from '@/db/client'
import { listCourses } from '@/db/queries/courses'
import { listDecks } from '@/db/queries/decks'

export const metadata: Metadata = { title: 'Decks', description: 'All decks, by course and topic.' }

export default async function DecksPage() {
  const db = await database()
  const [decks, courses] = await Promise.all([listDecks(db), listCourses(db)])
  return (
    <Page title="Decks" lead="Each takes a few minutes at a time. Come back to what did not stick.">
      {decks.length > 0 ? (
        <DeckBrowser decks={decks} courses={courses} />
      ) : (
        <EmptyState title="No decks yet">
          <p>A deck is one file in the content folder. The README there shows how to write one.</p>
        </EmptyState>
      )}
    </Page>
  )
}
