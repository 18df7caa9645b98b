import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'

type Encoding = 'br' | 'gzip' | 'identity'
type Document = { body: Buffer; tag: string }

/** Bytes of documents kept ready; a deck takes some 20 KB compressed. */
const MOST_BYTES = 64 * 1024 * 1024

/** What an address answers with depends on these: the browser's router asks for the same page as a payload. */
const VARY =
  'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, accept-encoding'

/**
 * Answers with pages made at build time, out of memory. They never change while a build is served, so each is read,
 * compressed and given its tag once, where Next would do so for every request: a deck is a hundred kilobytes.
 * `folder` is `.next/server/app`. The function returned answers a request for the page at `path` and returns true, or
 * leaves it alone and returns false: the router's payloads are Next's to answer.
 */
export function documents(folder: string) {
  const ready = new LRUCache<string, Document>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ body }) => body.length,
  })

  function document(path: string, encoding: Encoding): Document {
    const key = `${encoding} ${path}`
    const kept = ready.get(key)
    if (kept) return kept
    const html = readFileSync(join(folder, `${path === '/' ? '/index' : path}.html`))
    const digest = createHash('sha256').update(html).digest('base64url').slice(0, 22)
    const made = { body: encode(html, encoding), tag: `"${digest}-${encoding}"` }
    ready.set(key, made)
    return made
  }

  return (path: string, req: IncomingMessage, res: ServerResponse): boolean => {
    if (req.headers.rsc !== undefined) return false
    const encoding = encodingFor(req.headers['accept-encoding'])
    const { body, tag } = document(path, encoding)
    res.setHeader('vary', VARY)
    res.setHeader('etag', tag)
    // Kept by browsers, and asked about each time: after an upgrade nobody sees the page of the build before.
    res.setHeader('cache-control', 'public, max-age=0, must-revalidate')
    if (isKnown(req.headers['if-none-match'], tag)) {
      res.writeHead(304).end()
      return true
    }
    res.setHeader('content-type', 'text/html; charset=utf-8')
    if (encoding !== 'identity') res.setHeader('content-encoding', encoding)
    res.setHeader('content-length', body.length)
    res.writeHead(200).end(req.method === 'HEAD' ? undefined : body)
    return true
  }
}

function encode(html: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'br') return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } })
  return encoding === 'gzip' ? gzipSync(html) : html
}

/** The best encoding that the client says it takes. */
function encodingFor(accepted: string | string[] | undefined): Encoding {
  const offers = String(accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((offer) => offer.trim().split(/\s*;\s*/))
    .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ''))
    .map(([name]) => name)
  return offers.includes('br') ? 'br' : offers.includes('gzip') ? 'gzip' : 'identity'
}

function isKnown(header: string | undefined, tag: string): boolean {
  const tags = (header ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''))
  return tags.includes(tag) || tags.includes('*')
}
