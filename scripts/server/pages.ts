import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Route = { page: string; regex: string }

/** Tells which page of the build an address belongs to, without what the address says: /decks/[deck]. */
export function readPages(folder = '.next'): (path: string) => string | undefined {
  const manifest = JSON.parse(readFileSync(join(folder, 'routes-manifest.json'), 'utf8')) as {
    staticRoutes: Route[]
    dynamicRoutes: Route[]
  }
  const still = new Set(manifest.staticRoutes.map(({ page }) => page))
  const moving = manifest.dynamicRoutes.map(({ page, regex }) => ({ page, matches: new RegExp(regex) }))
  return (path) => (still.has(path) ? path : moving.find(({ matches }) => matches.test(path))?.page)
}
