import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { highlighted, searchIndex, snippet, TEXT_COLUMNS, weighted } from '@/db/search-index'
import type { Found, SearchResult } from '@/db/types'
import { facetsFor } from '@/lib/content/search-entry'
import type { Level } from '@/lib/rules/item'
import { matchExpression, wordsOf } from '@/lib/rules/search/match'
import { FOUND_A_PAGE, type FoundKind, MOST_COUNTED, type SearchView } from '@/lib/rules/search/view'

/**
 * What fits the view best, a page of it, and how many there are: one round trip. Nothing that is asked makes it throw;
 * what holds no word and no filter finds nothing.
 */
export async function searchContent(db: Db, view: SearchView): Promise<SearchResult> {
  const expression = matchExpression(view.text, TEXT_COLUMNS, facetsFor(view))
  if (!expression) return { found: [], total: 0 }
  const [rows, counted] = await db.together([
    db
      .select(COLUMNS)
      .from(matching(expression, wordsOf(view.text).length > 0, (view.page - 1) * FOUND_A_PAGE)),
    db
      .select({ total: sql<number>`count(*)`.mapWith(Number) })
      .from(
        sql`(select 1 from ${searchIndex} where ${searchIndex} match ${expression} limit ${number(MOST_COUNTED + 1)})`,
      ),
  ])
  return { found: rows.map(toFound), total: counted[0]?.total ?? 0 }
}

const COLUMNS = {
  kind: sql<FoundKind>`entry.kind`,
  deckId: sql<string>`deck.id`,
  deckTitle: sql<string>`deck.title`,
  language: sql<string>`deck.language`,
  direction: sql<'ltr' | 'rtl'>`deck.direction`,
  name: sql<string | null>`item.name`,
  level: sql<Level | null>`item.level`,
  tags: sql<string[] | null>`item.tags`.mapWith((text: string) => JSON.parse(text) as string[]),
  title: sql<string>`best.title`,
  asked: sql<string>`best.asked`,
  told: sql<string>`best.told`,
}

/** Of so many matches the best are looked for: words that more have than this say little of any. */
const MOST_RANKED = 1000

/**
 * A page of the best matches, and what is said of each. Ranking is what costs, so of a word that nearly everything has only
 * the first matches are ranked, decks before items (db/seed-search.ts); texts are marked for the page alone. `rank`
 * is ordered by and not read, since reading it would count all over again how many have each word. What an older release
 * retired without the index is left out.
 */
const matching = (expression: string, words: boolean, offset: number): SQL => sql`
  (select *, row_number() over () as place from
    (select rowid as id, ${highlighted('title')} as title, ${snippet('asked', 40)} as asked, ${snippet('told', 24)} as told
      from ${searchIndex}
      where ${searchIndex} match ${expression} ${words ? sql`and ${weighted} and rowid <= ${lastRanked(expression)}` : sql``}
      order by ${words ? sql`rank` : sql`rowid`}
      limit ${number(FOUND_A_PAGE)} offset ${number(offset)})) as best
  cross join search_entries as entry on entry.id = best.id
  cross join decks as deck on deck.id = entry.deck_id and deck.retired_at is null
  left join items as item on item.id = entry.ref
  where entry.kind = 'deck' or (item.id is not null and item.retired_at is null)
  order by best.place`

const lastRanked = (expression: string): SQL => sql`
  (select max(id) from (select rowid as id from ${searchIndex}
    where ${searchIndex} match ${expression} order by rowid limit ${number(MOST_RANKED)}))`

/** A whole number of ours; bound as a parameter it would be a fraction. */
const number = (value: number): SQL => sql.raw(String(Math.trunc(value)))

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
