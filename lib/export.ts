import type { Db } from '@/db/client'
import { type exportAccount, exportAttempts, type Place } from '@/db/queries/export'
import { hasCurrentSession } from '@/db/queries/session'
import type { Learner } from './identity'

const PAGE = 500
const START: Place = { itemId: '', id: '' }

type Account = NonNullable<Awaited<ReturnType<typeof exportAccount>>>

/**
 * The text of an export, piece by piece, so that a year of answers need not fit into memory. Times are epoch
 * milliseconds; the shape of a row is that of its table. Throws before the end when the session ends on the way.
 */
export async function* writeExport(db: Db, learner: Learner, account: Account, now: Date) {
  const encoder = new TextEncoder()
  const head = JSON.stringify({ application: 'Recall & Review', exportedAt: now.toISOString(), ...account })
  yield encoder.encode(`${head.slice(0, -1)},"attempts":[`)
  let separator = '\n'
  for (let after = START; ; ) {
    const page = await exportAttempts(db, learner, after, PAGE)
    const last = page.at(-1)
    if (!last) break
    yield encoder.encode(page.map((attempt) => separatorBefore() + JSON.stringify(attempt)).join(''))
    after = { itemId: last.itemId, id: last.id }
  }
  // A session that ends midway finds no more rows: that must not pass for a whole file.
  if (!(await hasCurrentSession(db, learner))) throw new Error('The session ended before its export did.')
  yield encoder.encode('\n]}\n')

  function separatorBefore(): string {
    const before = separator
    separator = ',\n'
    return before
  }
}
