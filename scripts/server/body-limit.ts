import type { IncomingMessage, ServerResponse } from 'node:http'

/** The largest request body, in bytes: what `serverActions.bodySizeLimit` in next.config.mjs allows an action. */
export const BODY_LIMIT_BYTES = 256 * 1024

/**
 * Refuses a body larger than `limit` with 413: at once when its length is announced (returns false, the request
 * needs no further handling), as soon as it is exceeded when it comes in chunks.
 */
export function limitBody(req: IncomingMessage, res: ServerResponse, limit = BODY_LIMIT_BYTES): boolean {
  const announced = Number(req.headers['content-length'] ?? 0)
  if (announced > limit) {
    refuse(req, res, limit)
    return false
  }
  if (req.headers['transfer-encoding']) countChunks(req, res, limit)
  return true
}

function refuse(req: IncomingMessage, res: ServerResponse, limit: number): void {
  if (!res.headersSent)
    res.writeHead(413, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  res.end(`What you sent is too large: at most ${Math.floor(limit / 1024)} KB.\n`)
  // The rest is read and thrown away for a moment, so that the sender gets to read the answer, then cut off.
  req.resume()
  setTimeout(() => req.socket.destroy(), 1000).unref()
}

function countChunks(req: IncomingMessage, res: ServerResponse, limit: number): void {
  // The parser hands each piece to `push`. Counting there leaves the stream as the application expects it.
  const push = req.push.bind(req)
  let received = 0
  req.push = (chunk: Buffer | null, encoding?: BufferEncoding): boolean => {
    received += chunk?.length ?? 0
    if (received <= limit) return push(chunk, encoding)
    if (!res.writableEnded) {
      refuse(req, res, limit)
      req.destroy(new Error('The request body is over the limit.'))
    }
    return false
  }
}
