import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BUILT_FROM, NOT_BUILT_FROM, sourceHash } from './source-hash'

describe('the hash of the source', () => {
  let root: string
  const hash = () => sourceHash(root, 'content')
  const write = (file: string, text: string) => writeFile(join(root, file), text)
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'recall-source-'))
    for (const folder of ['app/page', 'content/topic', 'data', 'e2e'])
      await mkdir(join(root, folder), { recursive: true })
    await write('package-lock.json', '{}')
    await write('app/page/page.tsx', 'one')
    await write('content/topic/deck.yaml', 'id: deck')
  })
  afterEach(() => rm(root, { recursive: true }))

  it('is the same for the same source, wherever it lies', async () => {
    const copy = `${root}-copy`
    await cp(root, copy, { recursive: true })
    expect(sourceHash(copy, 'content')).toBe(hash())
    await rm(copy, { recursive: true })
  })

  it.each([
    ['a changed file', () => write('app/page/page.tsx', 'two')],
    ['a new file', () => write('app/page/loading.tsx', '')],
    ['a renamed file', () => rename(join(root, 'app/page/page.tsx'), join(root, 'app/page/layout.tsx'))],
    ['a changed deck', () => write('content/topic/deck.yaml', 'id: other')],
    ['another lockfile', () => write('package-lock.json', '{ }')],
    ['another configuration', () => write('next.config.mjs', '')],
  ])('changes with %s', async (_, change) => {
    const before = hash()
    await change()
    expect(hash()).not.toBe(before)
  })

  it.each([
    ['a test', 'app/page/page.test.ts'],
    ['the database', 'data/recall.db'],
    ['a journey', 'e2e/headers.spec.ts'],
    ['the readme', 'README.md'],
  ])('does not change with %s', async (_, file) => {
    const before = hash()
    await write(file, 'new')
    expect(hash()).toBe(before)
  })

  it('knows of every folder in the project whether it is built from', async () => {
    const ignored = (await readFile('.gitignore', 'utf8')).split('\n')
    const folders = (await readdir('.', { withFileTypes: true }))
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => !ignored.includes(`${name}/`))
    expect([...BUILT_FROM, ...NOT_BUILT_FROM]).toEqual(expect.arrayContaining(folders))
  })
})
