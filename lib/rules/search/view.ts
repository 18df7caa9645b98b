import { type ItemKind, KINDS, LEVELS, type Level } from '../item'

/** What can be found: decks, and items by their kinds. */
export const FOUND_KINDS = ['deck', ...KINDS] as const
export type FoundKind = 'deck' | ItemKind

/** What the address of `/search` says. Empty text and absent values narrow nothing. */
export type SearchView = { text: string; kind?: FoundKind; level?: Level; tag?: string; page: number }

/** Longer than any question; what is beyond is not read. */
const LONGEST = 200
export const FOUND_A_PAGE = 20
/** Pages of results that can be asked for: whoever is still looking there needs other words. */
export const MOST_PAGES = 25
/** As many as can be turned to; beyond it nobody counts. */
export const MOST_COUNTED = FOUND_A_PAGE * MOST_PAGES

type Params = Record<string, string | string[] | undefined>

/** Reads a view from the parameters of an address; whatever does not fit is as if it were not there. */
export function readSearchView(params: Params): SearchView {
  const one = (name: string, most: number) => {
    const value = params[name]
    // By characters: half a pair is no text.
    return [...((Array.isArray(value) ? value[0] : value) ?? '').slice(0, 2 * most)]
      .slice(0, most)
      .join('')
      .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
      .trim()
  }
  const kind = FOUND_KINDS.find((each) => each === one('kind', 20))
  const level = LEVELS.find((each) => each === one('level', 20))
  const tag = one('tag', 40)
  const page = Number(/^\d{1,3}$/.exec(one('page', 4))?.[0] ?? 1)
  return {
    text: one('q', LONGEST),
    ...(kind && { kind }),
    ...(level && { level }),
    ...(tag && { tag }),
    page: Math.min(Math.max(page, 1), MOST_PAGES),
  }
}

/** The parameters of an address that shows this view; those that say nothing are left out. */
export const searchParams = ({
  text,
  kind,
  level,
  tag,
  page,
}: Partial<SearchView>): Record<string, string> => ({
  ...(text && { q: text }),
  ...(kind && { kind }),
  ...(level && { level }),
  ...(tag && { tag }),
  ...(page && page > 1 && { page: String(page) }),
})

/** Whether anything is asked for at all. */
export const asksNothing = ({ text, kind, level, tag }: SearchView): boolean =>
  text === '' && !kind && !level && !tag
