import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folders that end up in a build. A test holds this list and the next against what is there. */
export const BUILT_FROM = ['app', 'components', 'db', 'lib', 'public']
/** Folders that do not. (Content is named by CONTENT_DIR.) */
export const NOT_BUILT_FROM = ['content', 'bench', 'docs', 'e2e', 'scripts']

const CONFIGURATION = /^(package(-lock)?|tsconfig)\.json$|^(next|postcss)\.config\.|^(proxy|instrumentation)/
const TEST = /\.test\.tsx?$/

/**
 * One hash over path and bytes of everything that a build is made from, and over Node's version. Takes a few
 * milliseconds for some hundred files. `root` is the folder of package.json, `contentFolder` relative to it or absolute.
 */
export function sourceHash(root: string, contentFolder: string): string {
  const hash = createHash('sha256').update(`node ${process.version}\n`)
  const files = [
    ...readdirSync(root).filter((name) => CONFIGURATION.test(name)),
    ...BUILT_FROM.flatMap((folder) => filesUnder(root, folder)),
    ...filesUnder(root, contentFolder),
  ].sort()
  for (const file of files) {
    const bytes = readFileSync(inside(root, file))
    hash.update(`${file}\n${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

function filesUnder(root: string, folder: string): string[] {
  if (!existsSync(inside(root, folder))) return []
  return readdirSync(inside(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !TEST.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(inside(root, folder).length))
    .map((name) => join(folder, name))
}

function inside(root: string, path: string): string {
  return path.startsWith('/') ? path : join(root, path)
}
