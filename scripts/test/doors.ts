import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Every way into the application, read from the code: a page or a route by its address, an action by its file and
 * name. Tests that say who may pass each of them take this list, so that a new one cannot be forgotten.
 */
const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

const address = (file: string): string =>
  `/${file
    .split('/')
    .slice(1, -1)
    .filter((part) => !part.startsWith('('))
    .join('/')}`

/** Addresses of pages, such as `/decks/[deck]`. */
export const pages = (): string[] =>
  files('app')
    .filter((file) => /\/page\.(tsx|ts|jsx|js|mdx)$/.test(file))
    .map(address)

const METHOD =
  /export\s+(?:async\s+)?(?:function|const|let)\s+(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b|export\s*\{[^}]*\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g

/** Methods and addresses of route handlers, such as `GET /api/mine`. */
export const routeHandlers = (): string[] =>
  files('app')
    .filter((file) => /\/route\.(ts|tsx|js)$/.test(file))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(METHOD)].map(
        ([, method, listed]) => `${method ?? listed} ${address(file)}`,
      ),
    )

/** Files that begin with `use server`, or have it anywhere. */
export const serverFiles = (): string[] =>
  ['app', 'components', 'db', 'lib']
    .flatMap(files)
    .filter((file) => /\.(ts|tsx|js|mjs)$/.test(file) && !/\.test\.tsx?$/.test(file))
    .filter((file) => /^\s*['"]use server['"]/m.test(readFileSync(file, 'utf8')))

/** Actions by file, relative to `app/`, and name: `(teach)/classes/actions.ts makeClass`. */
export const actions = (): string[] =>
  serverFiles().flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export\s+(?:const|let|async function|function)\s+(\w+)/gm)].map(
      ([, name]) => `${file.replace(/^app\//, '')} ${name}`,
    ),
  )
