import type { Database, Transaction } from 'better-sqlite3'

type Waiting<Q> = { queries: Q; resolve: (rows: unknown[]) => void; reject: (error: unknown) => void }
type Run<Q> = Transaction<(queries: Q) => unknown[]>

/** A turn of the event loop that is over sooner had nothing to do, in milliseconds. */
const QUIET_MS = 0.1
/** As long as a list waits for others while the process is busy, in milliseconds; a sync of the disk takes as long. */
const LONGEST_WAIT_MS = 5

/**
 * Writes lists of queries, each all or nothing, with one commit for all that arrive while the process is busy: a commit
 * waits for the disk, and eight learners answering at once need not wait for it eight times. As soon as the process has
 * nothing else to do it commits, so whoever answers alone waits for nobody. A list is acknowledged after the commit it
 * was part of; one that is refused spoils no other.
 */
export function groupCommit<Q>(client: Database, run: Run<Q>) {
  let waiting: Waiting<Q>[] = []

  const all = client.transaction((lists: readonly Waiting<Q>[]) =>
    lists.map(({ queries }) => {
      try {
        // Inside a transaction this is a savepoint.
        return { rows: run(queries) }
      } catch (error) {
        // A full or broken disk ends the whole transaction, with what the lists before had written in it.
        if (!client.inTransaction) throw error
        return { error }
      }
    }),
  )

  /** Called once in each turn of the event loop while lists wait. */
  function turn(since: number, turnSince: number): void {
    const now = performance.now()
    if (now - turnSince < QUIET_MS || now - since > LONGEST_WAIT_MS) flush()
    else setImmediate(turn, since, performance.now())
  }

  function flush(): void {
    const lists = waiting
    waiting = []
    if (lists.length === 0) return
    try {
      const outcomes = all.immediate(lists)
      lists.forEach(({ resolve, reject }, at) => {
        const outcome = outcomes[at]
        if (outcome?.rows) resolve(outcome.rows)
        else reject(outcome?.error)
      })
    } catch (error) {
      for (const { reject } of lists) reject(error)
    }
  }

  return {
    write: (queries: Q) =>
      new Promise<unknown[]>((resolve, reject) => {
        // The turn that brings the first list is not quiet, however short what is left of it.
        if (waiting.length === 0) setImmediate(turn, performance.now(), Number.NEGATIVE_INFINITY)
        waiting.push({ queries, resolve, reject })
      }),
    flush,
  }
}
