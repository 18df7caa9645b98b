import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

/** What an island must not bring to the browser: larger than all that stands in it, or made for the server. */
const TOO_LARGE = /^(tailwind-merge|zod|drizzle-orm|radix-ui|@radix-ui\/.*)$/

const IMPORT =
  /^(?:import|export)\s+(?!type\b)[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm
const read = (file: string) => readFileSync(file, 'utf8')

/** The file that `from` names in `file`; nothing for a package. */
function resolve(file: string, from: string): string | undefined {
  const path = from.startsWith('@/')
    ? from.slice(2)
    : from.startsWith('.')
      ? join(dirname(file), from)
      : undefined
  if (path === undefined) return undefined
  return [path, `${path}.ts`, `${path}.tsx`].find((each) => existsSync(each) && /\.[a-z]+$/.test(each))
}

/** How a package comes to the browser from `file`: the files on the way to it, one line each. */
function waysTo(unwanted: RegExp, file: string, way: string[] = [], seen = new Set<string>()): string[] {
  if (seen.has(file)) return []
  seen.add(file)
  const here = [...way, file]
  const text = read(file)
  // What an island is handed from here is a reference to the server's action, not its code.
  if (/^\s*['"]use server['"]/.test(text)) return []
  return [...text.matchAll(IMPORT)].flatMap(([, named, bare, lazy]) => {
    const from = named ?? bare ?? lazy ?? ''
    const next = resolve(file, from)
    if (next) return waysTo(unwanted, next, here, seen)
    return unwanted.test(from) ? [[...here, from].join(' > ')] : []
  })
}

it('brings nothing to the browser that weighs more than the islands do', () => {
  const islands = ['app', 'components', 'lib']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && /^['"]use client['"]/.test(read(file)))
  expect(islands.length).toBeGreaterThan(20)
  expect(islands.flatMap((file) => waysTo(TOO_LARGE, file))).toEqual([])
  // The walk is able to find one.
  expect(waysTo(/^react$/, 'components/class/dashboard.tsx')).not.toEqual([])
  expect(waysTo(TOO_LARGE, 'components/ui/page.tsx')).not.toEqual([])
})
