import { randomFillSync } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { SOCKET_ADDRESS_HEADER } from '@/lib/client-address'
import { pictureType } from '@/lib/content/pictures'
import type { BuiltPages } from '@/lib/headers/inline-scripts'
import { contentSecurityPolicy, fixedHeaders, PICTURE_POLICY } from '@/lib/headers/policy'
import { limitBody } from './body-limit'

const POLICY = 'content-security-policy'

/** Stands in the policy where the nonce of a request will. */
const NONCE = 'nonce-of-the-request'

const NONCE_BYTES = 16
/** Random bytes for a few hundred requests: asking for them costs more than the bytes. */
const pool = Buffer.alloc(NONCE_BYTES * 256)
let used = pool.length

function randomNonce(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += NONCE_BYTES
  return pool.toString('base64', used - NONCE_BYTES, used)
}

type Options = {
  built: BuiltPages
  https: boolean
  /** Answers with the page built for a path, or returns false and leaves it to `handle`. */
  document?: (path: string, req: IncomingMessage, res: ServerResponse) => boolean
}

/** Puts the headers and limits of every answer around `handle`, Next's own handler. */
export function withHeaders(handle: RequestListener, { built, https, document }: Options): RequestListener {
  const fixed = fixedHeaders({ https })
  const pages = new Map(
    [...built.pages].map(([path, hashes]) => [path, contentSecurityPolicy({ hashes })] as const),
  )
  const [before = '', after = ''] = contentSecurityPolicy({ hashes: built.anywhere, nonce: NONCE }).split(
    NONCE,
  )
  return (req, res) => {
    for (const [name, value] of fixed) res.setHeader(name, value)
    const path = pathOf(req)
    const isPicture = path.startsWith('/content/') && pictureType(path) !== undefined
    const isRead = req.method === 'GET' || req.method === 'HEAD'
    // Next leaves a header alone that stands already, so the policy of every answer is chosen here.
    const page = isPicture ? PICTURE_POLICY : isRead ? pages.get(path) : undefined
    if (page) {
      remove(req, POLICY)
      res.setHeader(POLICY, page)
      if (!isPicture && document?.(path, req, res)) return
    } else {
      const policy = `${before}${randomNonce()}${after}`
      // Next takes the nonce for the scripts it writes from the request.
      req.headers[POLICY] = policy
      res.setHeader(POLICY, policy)
    }
    receive(handle, req, res)
  }
}

/** What stands around Next's handler even without a policy: nothing that a client could only pretend gets through. */
export function receive(handle: RequestListener, req: IncomingMessage, res: ServerResponse): void {
  remove(req, `${POLICY}-report-only`)
  req.headers[SOCKET_ADDRESS_HEADER] = req.socket.remoteAddress
  if (limitBody(req, res)) handle(req, res)
}

/** An object that something was deleted from is slow from then on, so only what is there is deleted. */
function remove(req: IncomingMessage, name: string): void {
  if (req.headers[name] !== undefined) delete req.headers[name]
}

function pathOf(req: IncomingMessage): string {
  const path = (req.url ?? '/').split('?', 1)[0] ?? '/'
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
