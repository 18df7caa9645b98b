/** What became of a report of a mistake: `open` until a keeper of the deck has answered. */
export const ANSWER_STATES = ['fixed', 'not-a-mistake', 'duplicate'] as const
export type AnswerState = (typeof ANSWER_STATES)[number]
export type ReportState = 'open' | AnswerState

/** UTF-16 code units of a report, and of an answer to it: a good page. */
export const LONGEST_REPORT = 2000

export const STATE_WORDS: Record<ReportState, string> = {
  open: 'Open',
  fixed: 'Fixed',
  'not-a-mistake': 'Not a mistake',
  duplicate: 'Reported before',
}

/**
 * A report as it is kept: line ends as one sign, without characters that would not show, blank at neither end.
 * Browsers send a line end as two signs and count it as one.
 */
export const reportText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim()
