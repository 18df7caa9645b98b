import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '@/db/client'
import { migrate } from '@/db/migrate'
import { seed } from '@/db/seed'
import { loadDecks } from '@/lib/content/load'
import { SAMPLE_YAML } from '@/lib/content/testing'

const run = promisify(execFile)
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>'
const EDITED = SAMPLE_YAML.replace('At **100 °C**', 'At about **100 °C**').replace(
  '    stem: Why does',
  '    revision: 2\n    stem: How does',
)

let root: string
let databaseUrl: string

const content = () => join(root, 'content')
const git = (...words: string[]) =>
  run('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...words], { cwd: root })
const write = (deck: string) => writeFile(join(content(), 'physics/kettles.yaml'), deck)

/** What the command prints in a repository where the deck was committed on main, and edited on a branch. */
async function diff(words: string[] = [], env: Record<string, string> = {}) {
  const { DATABASE_URL: _, ...rest } = process.env
  const command = ['--import', 'tsx', 'scripts/content-diff.ts', ...words]
  return run('node', command, { env: { ...rest, CONTENT_DIR: content(), ...env } }).then(
    ({ stdout }) => ({ code: 0, out: stdout, said: '' }),
    (error: { code: number; stderr: string }) => ({ code: error.code, out: '', said: error.stderr }),
  )
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'recall-diff-'))
  databaseUrl = `file:${join(root, 'test.db')}`
  await mkdir(join(content(), 'physics'), { recursive: true })
  await writeFile(join(content(), 'physics/a.svg'), PICTURE)
  await write(SAMPLE_YAML.replace('    back: At', '    pictures: [{ file: a.svg, alt: A }]\n    back: At'))
  await git('init', '-q', '-b', 'main')
  await git('add', '.')
  await git('commit', '-q', '-m', 'A deck')
  await migrate(databaseUrl)
  const db = await openDatabase(databaseUrl)
  await seed(db, (await loadDecks(content())).decks, Date.UTC(2026, 2, 2))
  db.close()
  await git('checkout', '-q', '-b', 'edit')
  await write(EDITED)
  await git('commit', '-q', '-a', '-m', 'An edit')
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('content:diff', () => {
  it('says what a branch does to learners since it left main', async () => {
    const { code, out } = await diff()
    expect(code).toBe(0)
    expect(out).toMatch(/^Compared with revision [0-9a-f]{40}:/)
    expect(out).toMatch(/Changed in meaning \(1\)\. .*\n {2}kettles\/whistle \(question\)\n/)
    expect(out).toMatch(/Changed in words only \(1\)\. .*\n {2}kettles\/boiling \(card\)\n/)
  })

  it('compares with any revision, and with what a database serves, counting learners', async () => {
    expect((await diff(['HEAD'])).out).toBe('Nothing changes for learners, compared with revision HEAD.\n')
    const { out } = await diff(['--json'], { DATABASE_URL: databaseUrl })
    expect(JSON.parse(out)).toEqual({
      against: 'the database',
      changes: [
        { id: 'kettles/boiling', kind: 'card', fate: 'words', learners: 0 },
        { id: 'kettles/whistle', kind: 'question', fate: 'meaning', learners: 0 },
      ],
    })
    expect((await diff(['main', '--database', databaseUrl])).out).toContain('0 learners have a memory of it')
  })

  it('says in a sentence what it cannot compare with', async () => {
    expect(await diff(['--upload-pack=x'])).toMatchObject({ code: 1 })
    expect(await diff(['nowhere'])).toMatchObject({
      code: 1,
      said: expect.stringContaining('no revision "nowhere"'),
    })
    const missing = await diff(['--database', join(resolve(root), 'none.db')])
    expect(missing).toMatchObject({ code: 1, said: expect.stringContaining('There is no database at') })
  })
})
