import { watch } from 'node:fs'

/** An editor writes a file in several steps; what follows within this time belongs to the same save. */
const SETTLED_MS = 60

/**
 * Calls `work` with the names of files that changed below `folder`, one call at a time; what changes meanwhile comes
 * with the next. What it throws is said on the console, and watching goes on. Returns what ends it.
 */
export function watchFolder(folder: string, work: (names: readonly string[]) => Promise<void>): () => void {
  let changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let working = false

  async function run() {
    if (working) return
    working = true
    while (changed.size > 0) {
      const names = [...changed]
      changed = new Set()
      await work(names).catch((error: unknown) =>
        console.error(error instanceof Error ? error.message : error),
      )
    }
    working = false
  }

  const watcher = watch(folder, { recursive: true }, (_, name) => {
    changed.add(name ?? '')
    clearTimeout(timer)
    timer = setTimeout(run, SETTLED_MS)
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
