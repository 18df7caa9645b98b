import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** For a file of each room: what it must not import, and what it may. */
const ROOMS: Record<string, { never: string[]; may: string[] }> = {
  'components/ui/probe.tsx': {
    never: [
      '../deck/standing',
      '../../lib/env',
      '@/lib/rules/item',
      '@/components/deck/standing',
      '@/db/types',
    ].concat(['@/app/fonts', 'zod', 'drizzle-orm', 'next-auth', 'node:fs']),
    may: ['./button', '@/lib/class-names', '@/components/ui/button', 'react', 'next/link'],
  },
  'components/deck/probe.tsx': {
    never: [
      '../../app/fonts',
      '@/app/fonts',
      '@/db/client',
      '@/db/queries/decks',
      '@/lib/env',
      '@/lib/guards',
    ].concat(['zod', 'drizzle-orm', 'better-sqlite3', 'next-auth/react', 'node:crypto']),
    may: [
      '@/db/types',
      '@/lib/rules/item',
      '@/lib/routes',
      '@/lib/result',
      '@/lib/browser/mine',
      '../ui/button',
    ],
  },
  'db/probe.ts': {
    never: [
      '../app/fonts',
      '../components/ui/button',
      '../lib/form',
      '@/lib/form',
      '@/lib/guards',
      '@/app/fonts',
    ].concat(['@/components/ui/button', 'next/cache', 'next-auth', 'react']),
    may: ['./schema', '@/lib/env', '@/lib/identity', '@/lib/rules/item', '@/lib/content/load', 'drizzle-orm'],
  },
  'db/queries/probe.ts': {
    never: ['../../lib/form', '../../app/fonts', '@/lib/action', 'next/headers'],
    may: ['./session', '@/db/schema', '@/lib/identity'],
  },
  'lib/probe.ts': {
    never: [
      '../app/fonts',
      '../components/ui/button',
      '../db/client',
      '@/app/fonts',
      '@/components/ui/button',
    ],
    may: ['./env', '@/db/client', '@/lib/rules/item'],
  },
  'lib/content/probe.ts': {
    never: [
      '../env',
      '@/lib/env',
      '@/lib/guards',
      '../../db/client',
      '@/db/client',
      '@/app/fonts',
      'next/cache',
      'react',
    ],
    may: ['./load', '@/lib/rules/item', 'zod', 'node:fs/promises'],
  },
  'lib/rules/probe.ts': {
    never: [
      '../env',
      '../app/fonts',
      '../../db/client',
      '@/lib/env',
      '@/lib/content/load',
      '@/db/client',
      'zod',
    ].concat([
      'node:fs',
      'node:crypto',
      'node:fs/promises',
      'better-sqlite3',
      'drizzle-orm',
      'react',
      'next/cache',
    ]),
    may: ['./item', './explain/score', '@/lib/rules/item', 'fastest-levenshtein'],
  },
  'lib/rules/explain/probe.ts': {
    never: ['../../env', '@/lib/env', '@/db/client', 'node:crypto', 'better-sqlite3', 'react'],
    may: ['../item', './words', 'snowball-stemmers'],
  },
  'lib/identity.ts': {
    never: ['@/lib/env', '../db/client', 'node:crypto', 'next-auth'],
    may: ['@/lib/rules/item'],
  },
  'app/probe.tsx': {
    never: ['../components/ui/button', '../db/client', '../../lib/env'],
    may: ['@/db/client'],
  },
}

type Diagnostic = { category: string; location: { path: string; start: { line: number } } }

describe('the linter', () => {
  let folder: string
  let refused: Set<string>
  /** Every import of the table stands on a line of its own, in a copy of the project that holds nothing else. */
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recall-imports-'))
    const config = JSON.parse(await readFile('biome.json', 'utf8'))
    await writeFile(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }))
    for (const [path, { never, may }] of Object.entries(ROOMS)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      const lines = [...never, ...may].map((from) => `import '${from}'`)
      await writeFile(join(folder, path), `${lines.join('\n')}\n`)
    }
    refused = await lint(folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  for (const [path, { never, may }] of Object.entries(ROOMS)) {
    it(`lets ${path} import what its room may, and nothing else`, () => {
      const among = (names: string[], first: number) =>
        names.filter((_, index) => refused.has(`${path}:${first + index + 1}`))
      expect(among(never, 0)).toEqual(never)
      expect(among(may, never.length)).toEqual([])
    })
  }
})

/** `path:line` of every import that the linter refuses. */
function lint(folder: string): Promise<Set<string>> {
  const words = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', '.']
  return new Promise((done, fail) => {
    execFile(resolve('node_modules/.bin/biome'), words, { cwd: folder }, (_, stdout) => {
      try {
        const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] }
        done(new Set(diagnostics.map(({ location }) => `${location.path}:${location.start.line}`)))
      } catch (error) {
        fail(error)
      }
    })
  })
}

it('finds no clock, no chance and no surroundings in the rules', async () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\)|\bMath\.random\b|\bperformance\.now\b|\bprocess\b|\bglobalThis\b/
  const files = (await readdir('lib/rules', { recursive: true })).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  )
  expect(files.length).toBeGreaterThan(20)
  const found: string[] = []
  for (const name of files) {
    const code = (await readFile(join('lib/rules', name), 'utf8')).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    if (impure.test(code)) found.push(name)
  }
  expect(found).toEqual([])
  for (const line of ['const now = Date.now()', 'new Date()', 'Math.random()']) expect(line).toMatch(impure)
})
