import { existsSync } from 'node:fs'
import { chmod, rename, rm } from 'node:fs/promises'

/**
 * Pages in one step. In steps of a hundred, the driver's own measure, a backup starts over with every commit between two
 * of them, and on a busy server never ends; one long step reads one state, and holds up no writer.
 */
const ALL_PAGES = 0x7fffffff

/**
 * Copies the database file into a new file while others go on writing, by SQLite's own online backup: the copy is one
 * consistent state. It takes its name only once it has been checked, so a file that is there is a whole one.
 * @returns its size in bytes
 * @throws Error when `target` exists, or when the copy does not pass SQLite's integrity check
 */
export async function backupFile(source: string, target: string): Promise<number> {
  if (!existsSync(source)) throw new Error(`There is no database at ${source}.`)
  if (existsSync(target)) throw new Error(`${target} exists already. Choose another name.`)
  const partial = `${target}.partial`
  await rm(partial, { force: true })
  const { default: Sqlite } = await import('better-sqlite3')
  const client = new Sqlite(source, { readonly: true, fileMustExist: true })
  try {
    await client.backup(partial, { progress: () => ALL_PAGES })
  } finally {
    client.close()
  }
  const size = await check(partial).catch(async (error: unknown) => {
    await rm(partial, { force: true })
    throw error
  })
  // It holds what learners wrote, and their hashed passwords: for the owner's eyes.
  await chmod(partial, 0o600)
  await rename(partial, target)
  return size
}

/** Checks a database file from end to end. Returns its size in bytes; throws what SQLite found. */
async function check(file: string): Promise<number> {
  const { default: Sqlite } = await import('better-sqlite3')
  const client = new Sqlite(file, { fileMustExist: true })
  try {
    // A backup is one file: it needs no log beside it.
    client.pragma('journal_mode = DELETE')
    const found = client.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new Error(`${file} is damaged: ${String(found)}`)
    if (client.prepare('pragma foreign_key_check').get() !== undefined)
      throw new Error(`${file} is damaged: it has rows that point at nothing.`)
    const pages = Number(client.pragma('page_count', { simple: true }))
    return pages * Number(client.pragma('page_size', { simple: true }))
  } finally {
    client.close()
  }
}
