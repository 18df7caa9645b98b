import { closeSync, fdatasync, openSync } from 'node:fs'

type Waiting = { resolve: () => void; reject: (error: Error) => void }
type Sync = (callback: (error: Error | null) => void) => void

/**
 * Makes commits durable while the process goes on with other work: SQLite has written a commit into its log, and `synced`
 * resolves once the disk holds the log up to it. Syncs run one at a time beside the event loop, and whatever is committed
 * during one shares the next, so eight learners answering at once wait for two syncs and not for eight.
 *
 * After a sync that failed nobody knows what the disk holds, so nothing is vouched for any more: `assertSound` throws what
 * the disk said until the database is opened anew.
 */
export function writeAheadLog(sync: Sync) {
  let waiting: Waiting[] = []
  let syncing = false
  let broken: Error | undefined

  function start(): void {
    const these = waiting
    waiting = []
    syncing = true
    sync((error) => {
      syncing = false
      if (error) broken = new Error('disk I/O error: the log could not be synced', { cause: error })
      for (const { resolve, reject } of these) {
        if (broken) reject(broken)
        else resolve()
      }
      if (waiting.length > 0) start()
    })
  }

  return {
    synced: () =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ resolve, reject })
        if (!syncing) start()
      }),
    assertSound: () => {
      if (broken) throw broken
    },
    /** Calls back when no sync is under way. */
    whenIdle: (then: () => void): void => {
      if (!syncing) then()
      else waiting.push({ resolve: then, reject: then })
    },
  }
}

/**
 * How the log beside `file` is synced, and let go of. The log is there as long as any connection is open. Opening and
 * closing it here is harmless, which it would not be for the database itself: SQLite's locks are on other files.
 */
export function logFile(file: string): { sync: Sync; close: () => void } {
  let descriptor: number | undefined
  return {
    sync: (callback) => {
      try {
        descriptor ??= openSync(`${file}-wal`, 'r+')
        fdatasync(descriptor, callback)
      } catch (error) {
        callback(error as Error)
      }
    },
    close: () => {
      if (descriptor !== undefined) closeSync(descriptor)
      descriptor = undefined
    },
  }
}
