/**
 * Where to go after signing in: `asked` when it is a path of ours, else `fallback`. Browsers read `\` as `/`, drop
 * tabs and line ends, and take `//host` for another site, so a path with any of these is not followed, whether it
 * is written out or percent-encoded once. Neither are the pages of signing in themselves: they would come round.
 */
export function returnPath(asked: unknown, fallback = '/'): string {
  if (typeof asked !== 'string' || asked.length > 2000 || !asked.startsWith('/')) return fallback
  if (hasTrick(asked) || hasTrick(decoded(asked))) return fallback
  const base = 'http://ours.invalid'
  if (!URL.canParse(asked, base)) return fallback
  const url = new URL(asked, base)
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback
  if (/^\/(sign-in|sign-up|forgot|reset|api)(\/|$)/.test(url.pathname)) return fallback
  return url.pathname + url.search + url.hash
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const TRICK = /^\/\/|[\\\u0000-\u001f\u007f]/

const hasTrick = (path: string) => TRICK.test(path)

function decoded(path: string): string {
  const [pathname = ''] = path.split(/[?#]/)
  try {
    return decodeURIComponent(pathname)
  } catch {
    return '//'
  }
}
