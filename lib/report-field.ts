import { z } from 'zod'
import { LONGEST_REPORT, reportText } from './rules/report'

const TOO_LONG = `A report has ${LONGEST_REPORT.toLocaleString('en')} characters at most.`
/** Longer than any text of that length is with every line end sent as two signs: more is not even looked at. */
const MOST_SENT = 3 * LONGEST_REPORT

/** What is wrong with an item, in a learner's words: plain text, never laid out. */
export const reportField = z
  .string({ error: 'Say what is wrong.' })
  .max(MOST_SENT, TOO_LONG)
  .transform(reportText)
  .pipe(z.string().min(1, 'Say what is wrong.').max(LONGEST_REPORT, TOO_LONG))

/** What a keeper answers: as long as a report, or nothing. */
export const answerField = z
  .string()
  .max(MOST_SENT, 'An answer has 2,000 characters at most.')
  .transform(reportText)
  .pipe(z.string().max(LONGEST_REPORT, 'An answer has 2,000 characters at most.'))
  .default('')
