import { readFileSync } from 'node:fs'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { PageNotes } from './shown'

/** Addresses of the preview; no page of ours begins like this. */
export const ROOM = '/_preview'
const TAG = `<script src="${ROOM}/page.js" defer></script>`

/** A question is held for so long while nothing changes: a server that is stopped waits no longer than this. */
const HELD_MS = 2000

type Door = {
  /** Answers the preview's own addresses, and lets every page that `handle` makes ask at them. */
  around: (handle: RequestListener) => RequestListener
  /** Answers whoever waits. */
  changed: () => void
}

/**
 * The preview as pages meet it: each asks for its findings, says which it has, and is answered when there are others.
 * All of it stands around Next and none of it inside, so that no build has any of it.
 * @param notes what the page at a path is to show now; nothing before the decks were read
 */
export function previewDoor(notes: (path: string) => PageNotes | undefined): Door {
  const waiting = new Set<() => void>()
  const script = readFileSync(join(import.meta.dirname, 'page.js'))

  async function answerNotes(url: URL, res: ServerResponse) {
    const { path = '', known } = Object.fromEntries(url.searchParams)
    if ((notes(path)?.stamp ?? known) === known) await nextChange(waiting)
    send(res, 'application/json', JSON.stringify(notes(path) ?? null))
  }

  return {
    changed: () => {
      for (const wake of waiting) wake()
    },
    around: (handle) => (req, res) => {
      const url = new URL(req.url ?? '/', 'http://preview')
      if (url.pathname === `${ROOM}/notes`) return void answerNotes(url, res)
      if (url.pathname === `${ROOM}/page.js`) return send(res, 'text/javascript; charset=utf-8', script)
      if (isPage(req)) addScript(req, res)
      handle(req, res)
    },
  }
}

function nextChange(waiting: Set<() => void>): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      waiting.delete(wake)
      resolve()
    }
    const timer = setTimeout(wake, HELD_MS)
    waiting.add(wake)
  })
}

function send(res: ServerResponse, type: string, body: string | Buffer): void {
  res.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
}

/** Asked for as a document, and not by the router for its payload. */
const isPage = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && headers.rsc === undefined && String(headers.accept).includes('text/html')

/** Puts the script behind the page, which therefore comes uncompressed. */
function addScript(req: IncomingMessage, res: ServerResponse): void {
  delete req.headers['accept-encoding']
  const end = res.end.bind(res) as (...words: unknown[]) => ServerResponse
  res.end = ((...words: unknown[]) => {
    const isHtml = String(res.getHeader('content-type')).startsWith('text/html')
    if (!isHtml || (res.headersSent && res.hasHeader('content-length'))) return end(...words)
    if (!res.headersSent) res.removeHeader('content-length')
    const [body] = words
    const whenDone = words.find((word) => typeof word === 'function')
    if (typeof body === 'string' || body instanceof Uint8Array) res.write(body)
    return end(TAG, whenDone)
  }) as ServerResponse['end']
}
