/** Words of a question that are looked for; the rest of a long one is left out. */
const MOST_WORDS = 12
const LONGEST_WORD = 64

/** What separates words for the index: everything that is no letter, mark or digit. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** The words of a text as the index takes it apart. None in text that is nothing but signs. */
export const wordsOf = (text: string): string[] =>
  (text.normalize('NFC').match(WORD) ?? [])
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS)
    .map((word) => [...word].slice(0, LONGEST_WORD).join(''))

/**
 * An expression for FTS5's `match`: all words in any of `columns`, the last one as a beginning, and every facet.
 * Each word is quoted and holds nothing but letters and digits, so none of it is read as an operator. Undefined when
 * there is nothing to look for.
 * @param facets words of the column `facets`; of letters and digits too
 */
export function matchExpression(
  text: string,
  columns: readonly string[],
  facets: readonly string[] = [],
): string | undefined {
  const words = wordsOf(text)
  const last = words.length - 1
  const quoted = words.map((word, at) => `"${word}"${at === last && [...word].length > 1 ? '*' : ''}`)
  const parts = [
    ...(quoted.length > 0 ? [`{${columns.join(' ')}} : (${quoted.join(' AND ')})`] : []),
    ...facets.map((facet) => `facets : "${facet}"`),
  ]
  return parts.length > 0 ? parts.join(' AND ') : undefined
}
