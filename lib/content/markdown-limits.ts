/** Text fields of a deck hold 8,000 characters at most; nothing longer is an item. */
const LONGEST = 20_000

/** Quotes and lists opened on one line: `> > - 1. ` and so on. People nest three deep. */
const NESTED = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){13}/m

/** A table's rows are filled up to its columns, so a few bytes a row can grow a hundredfold. */
const WIDE_TABLE = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|){24}/m

/** Signs of emphasis, which the parser pairs up by looking back over all that are open. */
const MOST_SIGNS = 2000

/**
 * Whether the text would cost the parser time or memory out of all proportion: what takes more than some tenths of a
 * second for 8,000 characters. Such text is shown as it was written.
 */
export function isTangled(markdown: string): boolean {
  return (
    markdown.length > LONGEST ||
    NESTED.test(markdown) ||
    WIDE_TABLE.test(markdown) ||
    (markdown.match(/[*_~]/g)?.length ?? 0) > MOST_SIGNS
  )
}
