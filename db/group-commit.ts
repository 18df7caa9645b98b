import type { Database, Transaction } from 'better-sqlite3'

type Waiting<Q> = { queries: Q; resolve: (rows: unknown[]) => void; reject: (error: unknown) => void }
type Run<Q> = Transaction<(queries: Q) => unknown[]>

/**
 * Writes lists of queries, each all or nothing, with one commit for all lists that arrive in the same turn of the event
 * loop: a commit waits for the disk, and eight learners answering at once need not wait for it eight times. A list
 * is acknowledged after the commit it was part of; one that is refused spoils no other.
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
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({ queries, resolve, reject })
      }),
    flush,
  }
}
