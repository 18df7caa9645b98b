import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { LoadedDeck } from '@/lib/content/deck'
import { decksOrThrow } from '@/lib/content/load'

const run = promisify(execFile)
/** Pictures and decks have their own, far smaller, limits. */
const LARGEST_FILE = 8 * 1024 * 1024

/** Runs git in `folder`; its bytes, or a sentence of git's own as an error. */
async function git(folder: string, ...words: string[]): Promise<Buffer> {
  try {
    const { stdout } = await run('git', words, { cwd: folder, encoding: 'buffer', maxBuffer: LARGEST_FILE })
    return stdout
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr ?? '').trim()
    throw new Error(`git ${words[0]} failed: ${said || (error as Error).message}`)
  }
}

/** Where a branch left main; HEAD on main itself, and where there is no main. */
export async function usualRevision(folder: string): Promise<string> {
  for (const main of ['origin/main', 'main']) {
    const base = await git(folder, 'merge-base', 'HEAD', main).catch(() => undefined)
    if (base) return base.toString().trim()
  }
  return 'HEAD'
}

/** The decks of `folder` as git has them at `revision`. Throws when they were not in order then. */
export async function decksAtRevision(folder: string, revision: string): Promise<LoadedDeck[]> {
  // Resolved first, so that nothing that looks like an option is passed on as one.
  const commit = await git(
    folder,
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  )
    .then((bytes) => bytes.toString().trim())
    .catch(() => {
      throw new Error(`git knows no revision "${revision}" here. Name a branch, tag or commit.`)
    })
  const listed = await git(folder, 'ls-tree', '-r', '-z', '--name-only', commit)
  const names = listed
    .toString()
    .split('\0')
    .filter((name) => /^[^/]+\/[^/]+\.(ya?ml|svg|png|jpe?g|webp|avif|gif)$/.test(name))
  const copy = await mkdtemp(join(tmpdir(), 'recall-revision-'))
  try {
    for (const name of names) {
      await mkdir(dirname(join(copy, name)), { recursive: true })
      await writeFile(join(copy, name), await git(folder, 'show', `${commit}:./${name}`))
    }
    return await decksOrThrow(copy, { texts: false }).catch((error: Error) => {
      throw new Error(`At ${revision}: ${error.message.replaceAll(`${copy}/`, '')}`)
    })
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}
