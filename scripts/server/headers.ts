import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { SOCKET_ADDRESS_HEADER } from '@/lib/client-address'
import { pictureType } from '@/lib/content/pictures'
import type { BuiltPages } from '@/lib/headers/inline-scripts'
import { contentSecurityPolicy, fixedHeaders, PICTURE_POLICY } from '@/lib/headers/policy'
import { limitBody } from './body-limit'

const POLICY = 'content-security-policy'

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
  return (req, res) => {
    for (const [name, value] of fixed) res.setHeader(name, value)
    const path = pathOf(req)
    const isPicture = path.startsWith('/content/') && pictureType(path) !== undefined
    const isRead = req.method === 'GET' || req.method === 'HEAD'
    // Next leaves a header alone that stands already, so the policy of every answer is chosen here.
    const page = isPicture ? PICTURE_POLICY : isRead ? pages.get(path) : undefined
    if (page) {
      delete req.headers[POLICY]
      res.setHeader(POLICY, page)
      if (!isPicture && document?.(path, req, res)) return
    } else {
      const nonce = randomBytes(16).toString('base64')
      const policy = contentSecurityPolicy({ hashes: built.anywhere, nonce })
      // Next takes the nonce for the scripts it writes from the request.
      req.headers[POLICY] = policy
      res.setHeader(POLICY, policy)
    }
    receive(handle, req, res)
  }
}

/** What stands around Next's handler even without a policy: nothing that a client could only pretend gets through. */
export function receive(handle: RequestListener, req: IncomingMessage, res: ServerResponse): void {
  delete req.headers[`${POLICY}-report-only`]
  req.headers[SOCKET_ADDRESS_HEADER] = req.socket.remoteAddress
  if (limitBody(req, res)) handle(req, res)
}

function pathOf(req: IncomingMessage): string {
  const path = (req.url ?? '/').split('?', 1)[0] ?? '/'
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
