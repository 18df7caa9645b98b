import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** The hashes (`sha256-…`) of a document's inline scripts, each once. */
export function inlineScriptHashes(html: string): string[] {
  const hashes = new Set<string>()
  for (const [, attributes = '', text = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
    if (!/\ssrc\s*=/i.test(attributes))
      hashes.add(`sha256-${createHash('sha256').update(text).digest('base64')}`)
  }
  return [...hashes]
}

export type BuiltPages = {
  /** The path of each page made at build time, and the hashes of its inline scripts. */
  pages: Map<string, string[]>
  /** Hashes of the documents that answer at any path: page not found, and the last resort for errors. */
  anywhere: string[]
}

/** Reads the documents that a build left in `folder` (`.next/server/app`). */
export async function readBuiltPages(folder: string): Promise<BuiltPages> {
  const built: BuiltPages = { pages: new Map(), anywhere: [] }
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue
    const file = join(entry.parentPath, entry.name)
    const hashes = inlineScriptHashes(await readFile(file, 'utf8'))
    const name = relative(folder, file).split(sep).join('/').slice(0, -'.html'.length)
    if (name.startsWith('_')) built.anywhere.push(...hashes)
    else built.pages.set(name === 'index' ? '/' : `/${name}`, hashes)
  }
  built.anywhere = [...new Set(built.anywhere)]
  return built
}
