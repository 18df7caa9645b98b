import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * The secret kept in `folder/auth-secret`, readable by its owner alone, made when absent. Two first starts at once
 * end up with the same one: it appears whole under its name or not at all, and whoever comes second reads it.
 */
export async function keptSecret(folder: string): Promise<string> {
  const file = join(folder, 'auth-secret')
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(draft, `${randomBytes(33).toString('base64url')}\n`, { mode: 0o600, flush: true })
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
  await chmod(file, 0o600)
  return (await readFile(file, 'utf8')).trim()
}
