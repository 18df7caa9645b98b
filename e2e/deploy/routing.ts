import type { IncomingHttpHeaders } from 'node:http'

/** A route of `.vercel/output/config.json`, as far as this application's build uses them. */
export type Route = {
  src?: string
  dest?: string
  headers?: Record<string, string>
  status?: number
  continue?: boolean
  handle?: string
  has?: Condition[]
  missing?: Condition[]
  middlewarePath?: string
}
type Condition = { type: string; key: string; value?: string }

/** The routes of one phase: those before the first `handle` under '', the others under its name. */
export function phases(routes: readonly Route[]): Map<string, Route[]> {
  const found = new Map<string, Route[]>([['', []]])
  let phase = ''
  for (const route of routes) {
    if (route.handle) {
      phase = route.handle
      found.set(phase, [])
    } else found.get(phase)?.push(route)
  }
  return found
}

/** What matches in `path`, or nothing when the route is not for this request. */
export function match(route: Route, path: string, headers: IncomingHttpHeaders): RegExpMatchArray | null {
  const holds = ({ type, key, value }: Condition) => {
    if (type !== 'header') throw new Error(`A condition on ${type} is not known here.`)
    const given = headers[key]
    return given !== undefined && (value === undefined || new RegExp(`^${value}$`).test(String(given)))
  }
  if (!route.src || route.has?.some((one) => !holds(one)) || route.missing?.some(holds)) return null
  return path.match(
    new RegExp(`${route.src.startsWith('^') ? '' : '^'}${route.src}${route.src.endsWith('$') ? '' : '$'}`),
  )
}

/** `text` with $1 and $name replaced by what matched. */
export function filled(text: string, found: RegExpMatchArray): string {
  return text.replace(/\$(\w+)/g, (_, name: string) => found.groups?.[name] ?? found[Number(name)] ?? '')
}
