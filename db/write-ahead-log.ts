import { closeSync, fdatasync, openSync, realpathSync } from 'node:fs'

type Waiting = { resolve: () => void; reject: (error: Error) => void }
/** Waits for the disk, beside the event loop. */
export type Sync = (callback: (error: Error | null) => void) => void

/**
 * Makes commits durable while the process goes on with other work: SQLite has written a commit into its log, and
 * `synced` resolves once the disk holds the log up to it. Syncs run one at a time beside the event loop, and whatever is
 * committed during one shares the next, so eight learners answering at once wait for two syncs and not for eight.
 * @param broken called once when a sync failed: from then on nobody knows what the disk holds
 */
export function writeAheadLog(sync: Sync, broken: () => void) {
  let waiting: Waiting[] = []
  let syncing = false
  let failure: Error | undefined

  function start(): void {
    const these = waiting
    waiting = []
    syncing = true
    sync((error) => {
      syncing = false
      if (error && !failure) {
        failure = new Error('disk I/O error: the log could not be synced', { cause: error })
        broken()
      }
      for (const { resolve, reject } of these) {
        if (failure) reject(failure)
        else resolve()
      }
      if (waiting.length > 0) start()
    })
  }

  return {
    /** Resolves when the disk holds every commit so far; at once when it does already. */
    synced: (written: boolean) =>
      new Promise<void>((resolve, reject) => {
        if (!written && !syncing) return resolve()
        waiting.push({ resolve, reject })
        if (!syncing) start()
      }),
    /** Calls back when no sync is under way. */
    whenIdle: (then: () => void): void => {
      if (!syncing) then()
      else waiting.push({ resolve: then, reject: then })
    },
  }
}

/**
 * How the log beside `file` is synced, and let go of. The log is there as long as any connection is open, beside what a
 * link leads to. Opening and closing it here is harmless, which it would not be for the database itself: SQLite's locks
 * are on other files.
 */
export function logFile(file: string): { sync: Sync; close: () => void } {
  let descriptor: number | undefined
  return {
    sync: (callback) => {
      try {
        descriptor ??= openSync(`${realpathSync(file)}-wal`, 'r+')
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
