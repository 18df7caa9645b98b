import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOMS = ['app', 'bench', 'components', 'content', 'db', 'docs', 'e2e', 'lib', 'scripts']
const files = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  ),
].filter((file) => !/(^|\/)(\.work|node_modules)(\/|$)/.test(file))
const names = new Set(files.map((file) => basename(file)))
const documents = files.filter((file) => file.endsWith('.md'))

const isThere = (path: string) => ['', '.ts', '.tsx', '.mjs'].some((ending) => existsSync(path + ending))

/** Relative links, without their anchors. */
const links = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.split('#', 1)[0] ?? '')
    .filter((target) => target && !/^[a-z]+:/.test(target))

/** Words that name a file or folder from the top, and single names of source files in backticks. */
const paths = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?<![\w/.@-])(?:app|components|db|docs|e2e|bench|lib|public|scripts)\/(?:[\w@()./-]|\[[\w.]+\])*(?:\w|\[[\w.]+\])/g,
    ),
  ].map(([path]) => path)
const sources = (text: string): string[] =>
  [...text.matchAll(/`([\w-]+\.tsx?)`/g)].map(([, name = '']) => name)

describe('what is written about the code', () => {
  it.each(documents)('%s leads to what is there', (file) => {
    const text = readFileSync(file, 'utf8')
    expect(links(text).filter((target) => !existsSync(join(dirname(file), target)))).toEqual([])
    expect(paths(text).filter((path) => !isThere(path))).toEqual([])
    expect(sources(text).filter((name) => !names.has(name))).toEqual([])
  })

  it('is read for every kind of name', () => {
    const text =
      '[x](a/b.md#c) [y](https://example.org) `words.ts`, lib/rules/fold.ts and `app/(study)/[deck]`.'
    expect([links(text), paths(text), sources(text)]).toEqual([
      ['a/b.md'],
      ['lib/rules/fold.ts', 'app/(study)/[deck]'],
      ['words.ts'],
    ])
  })
})

type Package = Record<'dependencies' | 'devDependencies' | 'overrides', Record<string, string> | undefined>

describe('the record of dependencies', () => {
  const record = readFileSync('docs/decisions/dependencies.md', 'utf8')
  const named = new Set([...record.matchAll(/\*\*([^*]+)\*\*/g)].flatMap(([, list = '']) => list.split(', ')))
  const needed = ['package.json', 'e2e/browser/package.json'].flatMap((file) => {
    const { dependencies, devDependencies, overrides } = JSON.parse(readFileSync(file, 'utf8')) as Package
    return Object.keys({ ...dependencies, ...devDependencies, ...overrides })
  })

  it('names every package there is, and none that is gone', () => {
    expect(needed.filter((name) => !named.has(name))).toEqual([])
    expect([...named].filter((name) => !needed.includes(name))).toEqual([])
  })
})
