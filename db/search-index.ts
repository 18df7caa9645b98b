import { type SQL, sql } from 'drizzle-orm'
import { MARK_END, MARK_START } from '@/lib/rules/search/marked'

/**
 * The full-text index over `search_entries`, made by hand in db/migrations/0004_courses_and_search.sql. It is no table of
 * the schema: nobody writes it but the triggers of its rows, and a copy of a database makes it anew by them.
 */
export const searchIndex = sql.raw('search_index')

/** Its columns that hold text of authors, in the order in which the table was made; `facets` comes after them. */
export const TEXT_COLUMNS = ['title', 'asked', 'told', 'tags'] as const

/** A word in a deck's title says most, one in an answer or an option least; a facet says nothing of how well it fits. */
const WEIGHTS = { title: 10, asked: 4, told: 1, tags: 3, facets: 0 }

/** Makes `rank` the weighted bm25; beside `match` in a `where`. */
export const weighted: SQL = sql.raw(`rank match 'bm25(${Object.values(WEIGHTS).join(', ')})'`)

/** The whole text of a column with what was matched marked, see lib/rules/search/marked. */
export const highlighted = (column: (typeof TEXT_COLUMNS)[number]): SQL<string> =>
  sql<string>`highlight(search_index, ${place(column)}, ${MARK_START}, ${MARK_END})`

/** The part of a column with most matches, of so many words at most, marked in the same way. */
export const snippet = (column: (typeof TEXT_COLUMNS)[number], words: number): SQL<string> =>
  sql<string>`snippet(search_index, ${place(column)}, ${MARK_START}, ${MARK_END}, '…', ${sql.raw(String(words))})`

const place = (column: (typeof TEXT_COLUMNS)[number]): SQL => sql.raw(String(TEXT_COLUMNS.indexOf(column)))
