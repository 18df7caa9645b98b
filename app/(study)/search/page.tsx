import type { Metadata } from 'next'
import { Results } from '@/components/search/results'
import { SearchForm } from '@/components/search/search-form'
import { Page } from '@/components/ui/page'
import { database } from '@/db/client'
import { searchContent } from '@/db/queries/search'
import { readSearchView } from '@/lib/rules/search/view'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { text } = readSearchView(await searchParams)
  return { title: text ? `${text}: search` : 'Search', robots: { index: false } }
}

/** Decks and items by their words, the same for everybody. */
export default async function SearchPage({ searchParams }: Props) {
  const view = readSearchView(await searchParams)
  const result = await searchContent(await database(), view)
  return (
    <Page title="Search">
      <SearchForm view={view} />
      <div className="mt-8">
        <Results result={result} view={view} />
      </div>
    </Page>
  )
}
