import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { highlighted, searchIndex, snippet, TEXT_COLUMNS, weighted } from '@/db/search-index'
import { kindFacet, levelFacet, tagFacet } from '@/lib/content/search-entry'
import type { Level } from '@/lib/rules/item'
import { matchExpression } from '@/lib/rules/search/match'
import { type FoundKind, MOST_PAGES, type SearchView } from '@/lib/rules/search/view'

export const FOUND_A_PAGE = 20
/** Beyond it nobody counts: as many as can be turned to. */
export const MOST_COUNTED = FOUND_A_PAGE * MOST_PAGES

/** Something that was found. `title`, `asked` and `told` carry the signs of lib/rules/search/marked. */
export type Found = {
  kind: FoundKind
  deck: { id: string; title: string; language: string; direction: 'ltr' | 'rtl' }
  /** Of an item alone. */
  name?: string
  level?: Level
  title: string
  asked: string
  told: string
  tags: string[]
}

export type SearchResult = {
  found: Found[]
  /** How many there are in all, counted up to MOST_COUNTED and one more. */
  total: number
}

/**
 * What fits the view best, a page of it, and how many there are: one round trip. Nothing that is asked makes it throw;
 * what holds no word and no filter finds nothing.
 */
export async function searchContent(db: Db, view: SearchView): Promise<SearchResult> {
  const expression = matchExpression(view.text, TEXT_COLUMNS, facetsOf(view))
  if (!expression) return { found: [], total: 0 }
  const [rows, counted] = await db.together([
    db.select(COLUMNS).from(matching(expression, (view.page - 1) * FOUND_A_PAGE)),
    db
      .select({ total: sql<number>`count(*)`.mapWith(Number) })
      .from(
        sql`(select 1 from ${searchIndex} where ${searchIndex} match ${expression} limit ${sql.raw(String(MOST_COUNTED + 1))})`,
      ),
  ])
  return { found: rows.map(toFound), total: counted[0]?.total ?? 0 }
}

const facetsOf = ({ kind, level, tag }: SearchView): string[] => [
  ...(kind ? [kindFacet(kind)] : []),
  ...(level ? [levelFacet(level)] : []),
  ...(tag ? [tagFacet(tag)] : []),
]

const COLUMNS = {
  kind: sql<FoundKind>`entry.kind`,
  deckId: sql<string>`deck.id`,
  deckTitle: sql<string>`deck.title`,
  language: sql<string>`deck.language`,
  direction: sql<'ltr' | 'rtl'>`deck.direction`,
  name: sql<string | null>`item.name`,
  level: sql<Level | null>`item.level`,
  tags: sql<string[] | null>`item.tags`.mapWith((text: string) => JSON.parse(text) as string[]),
  title: highlighted('title'),
  asked: snippet('asked', 40),
  told: snippet('told', 24),
}

/**
 * A page of the best matches, and what is said of each. The best are found first, by the index alone; only for those is a
 * row read and a text marked, which is what costs. What an older release retired without the index is left out.
 */
const matching = (expression: string, offset: number): SQL => sql`
  (select rowid as id, rank as place from ${searchIndex}
    where ${searchIndex} match ${expression} and ${weighted}
    order by rank limit ${sql.raw(String(FOUND_A_PAGE))} offset ${sql.raw(String(offset))}) as best
  cross join ${searchIndex} on ${searchIndex}.rowid = best.id and ${searchIndex} match ${expression}
  cross join search_entries as entry on entry.id = best.id
  cross join decks as deck on deck.id = entry.deck_id and deck.retired_at is null
  left join items as item on item.id = entry.ref
  where entry.kind = 'deck' or (item.id is not null and item.retired_at is null)
  order by best.place, best.id`

type Row = {
  [K in keyof typeof COLUMNS]: (typeof COLUMNS)[K] extends SQL<infer Type> ? Type : never
}

const toFound = ({
  kind,
  deckId,
  deckTitle,
  language,
  direction,
  name,
  level,
  tags,
  ...texts
}: Row): Found => ({
  kind,
  deck: { id: deckId, title: deckTitle, language, direction },
  ...(name !== null && { name }),
  ...(level !== null && { level }),
  ...texts,
  tags: tags ?? [],
})
