/** Words of a question that are read; the rest of a long one is left out. */
const MOST_WORDS = 24
/**
 * Of a sentence the longest words say what it is about; the short ones stand everywhere, hardly ever all in one place,
 * and each of them costs the ranking a look at everything that has it.
 */
const MOST_ASKED = 4
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
 * An expression for FTS5's `match`: all words in any of `columns`, of a sentence the four longest, the last word as a
 * beginning, and every facet.
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
  const quoted = words.map((word, at) => ({
    word,
    at,
    // One letter as a beginning would be every word there is.
    text: `"${word}"${at === last && [...word].length > 1 ? '*' : ''}`,
  }))
  const asked = quoted
    .sort((a, b) => b.word.length - a.word.length || a.at - b.at)
    .slice(0, MOST_ASKED)
    .sort((a, b) => a.at - b.at)
    .map((each) => each.text)
  const parts = [
    ...(asked.length > 0 ? [`{${columns.join(' ')}} : (${asked.join(' AND ')})`] : []),
    ...facets.map((facet) => `facets : "${facet}"`),
  ]
  return parts.length > 0 ? parts.join(' AND ') : undefined
}
