import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { currentRequest, logLine, type Write } from '@/lib/log'

type Options = { pageOf: (path: string) => string | undefined; write?: Write }

/**
 * Gives every request an id (a proxy's own, when it sent one), returns it as `x-request-id`, and logs one line when it
 * is answered: which page, not which address, since addresses name classes, learners and reset tokens. Files of the
 * build are not worth a line.
 */
export function withLog(handle: RequestListener, { pageOf, write }: Options): RequestListener {
  return (req, res) => {
    const given = req.headers['x-request-id']
    const id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
    res.setHeader('x-request-id', id)
    const began = performance.now()
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/'
    if (!path.startsWith('/_next/'))
      res.once('close', () =>
        currentRequest.run(id, () =>
          logLine(
            {
              level: res.statusCode >= 500 ? 'error' : 'info',
              method: req.method,
              page: pageOf(path) ?? 'none',
              status: res.statusCode,
              ms: Math.round((performance.now() - began) * 10) / 10,
              ...(!res.writableFinished && { cut: true }),
            },
            write,
          ),
        ),
      )
    currentRequest.run(id, () => handle(req, res))
  }
}
