/**
 * What a refused write means, told by its message: classes and codes differ between drivers and through a replica,
 * and an ORM's error only wraps the driver's along its `cause` chain.
 */
export type WriteFault = 'lost-race' | 'full' | 'away'

const LOST =
  /NOT NULL constraint failed|UNIQUE constraint failed|FOREIGN KEY constraint failed|database (table )?is locked|SQLITE_BUSY|PROXY_ERROR/i
const FULL = /database or disk is full|SQLITE_FULL|disk I\/O error/i

/**
 * Refused, reset, hanging up to the time limit, answered by a proxy that finds nobody behind it, told that there is
 * nothing more for now (Turso blocks a database whose quota is used up), or closed because its disk failed.
 */
const AWAY =
  /fetch failed|ECONNREFUSED|ECONNRESET|EPIPE|UND_ERR|aborted due to timeout|HTTP status (429|50[234])|operation was blocked|database connection is not open/i
const NO_ENTRY = /HTTP status 40[13]\b/

/** Tells a lost race, a full disk and a database that cannot be reached from everything else, which is a bug and should be thrown on. */
export function writeFault(error: unknown): WriteFault | undefined {
  for (const message of messages(error)) {
    if (LOST.test(message)) return 'lost-race'
    if (FULL.test(message)) return 'full'
    // Whoever studies is told the same: neither is theirs to mend, and an answer can be sent again after both.
    if (AWAY.test(message) || NO_ENTRY.test(message)) return 'away'
  }
  return undefined
}

/** Whether a libSQL server did not accept the token: it is missing, wrong, or has expired. */
export const refusesToken = (error: unknown): boolean =>
  messages(error).some((message) => NO_ENTRY.test(message))

/** Whether a query named a table that is not there yet. */
export const missesTable = (error: unknown): boolean =>
  messages(error).some((message) => /no such table/i.test(message))

/**
 * Whether a write was refused because it would have doubled a unique value: that of `columns` when given, as
 * `table.column` in the order of the index.
 */
export function violatesUnique(error: unknown, ...columns: string[]): boolean {
  for (const message of messages(error)) {
    const found = /UNIQUE constraint failed: ([\w., ]+)/.exec(message)?.[1]
    if (found) return columns.length === 0 || found.trim() === columns.join(', ')
  }
  return false
}

/** What an error and its causes say, the outermost first; a chain that never ends is cut off. */
function messages(error: unknown): string[] {
  const said: string[] = []
  for (let cause = error; cause instanceof Error && said.length < 8; cause = cause.cause)
    said.push(cause.message)
  return said
}
