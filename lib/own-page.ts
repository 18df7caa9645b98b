import { env } from './env'

type Readable = { get(name: string): string | null }

/**
 * Whether a request that writes comes from a page of ours, and as JSON: no form of another site can send that without
 * being asked first, and its script's `Origin` is its own. The origin is the one at APP_URL, or that of the host the
 * request was sent to, for a copy that is reached under several names.
 */
export function fromOwnPage(headers: Readable, appUrl = env().APP_URL): boolean {
  const type = headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  const origin = headers.get('origin')
  if (type !== 'application/json' || !origin || !URL.canParse(origin)) return false
  return origin === appUrl || new URL(origin).host === headers.get('host')
}
