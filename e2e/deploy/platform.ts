import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import {
  request as ask,
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http'
import { join } from 'node:path'
import { Functions } from './functions'
import { filled, match, phases, type Route } from './routing'

type Override = { path?: string; contentType?: string }
type Prerendered = {
  fallback: { fsPath: string }
  initialHeaders?: Record<string, string>
  initialStatus?: number
  experimentalBypassFor?: { type: string; key: string; value?: string }[]
}

const TYPES: Record<string, string> = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/** The proxy is not shown the body, nor its connection, so what it says of these is about another request. */
const OF_BODY = new Set(['content-length', 'transfer-encoding', 'connection'])

/**
 * Serves what `vercel build` left in `project`, in the order in which the platform does: the routes of its config with
 * their headers and the proxy, files, pages made at build time, functions, and the page for what is missing. What a
 * client writes into the platform's own headers is overwritten; `x-emulated-address` stands for its socket.
 */
export async function startPlatform(
  project: string,
  { port, work, env }: { port: number; work: string; env: Record<string, string> },
): Promise<() => void> {
  const output = join(project, '.vercel', 'output')
  const config = JSON.parse(await readFile(join(output, 'config.json'), 'utf8')) as {
    routes: Route[]
    overrides: Record<string, Override>
  }
  const steps = phases(config.routes)
  const functions = new Functions(project, work, env)
  const files = new Map<string, { file: string; type?: string }>()
  for (const [file, { path, contentType }] of Object.entries(config.overrides))
    files.set(path ?? file, { file: join(output, 'static', file), type: contentType })

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', 'http://localhost')
    const address = String(req.headers['x-emulated-address'] ?? req.socket.remoteAddress)
    for (const name of ['x-vercel-forwarded-for', 'x-forwarded-for', 'x-real-ip']) req.headers[name] = address
    req.headers['x-forwarded-host'] = req.headers.host
    req.headers['x-forwarded-proto'] = 'http'

    let path = decodeURI(url.pathname)
    for (const route of steps.get('') ?? []) {
      const found = match(route, path, req.headers)
      if (!found) continue
      if (route.middlewarePath) await throughProxy(req, res)
      for (const [name, value] of Object.entries(route.headers ?? {}))
        res.setHeader(name, filled(value, found))
      if (route.status && !route.dest) {
        res.writeHead(route.status).end()
        return
      }
      if (route.dest) path = filled(route.dest, found)
    }
    if (await found(path, req, res)) return
    for (const route of steps.get('rewrite') ?? []) {
      const matched = match(route, path, req.headers)
      if (!matched || !route.dest) continue
      const target = new URL(filled(route.dest, matched), 'http://localhost')
      if (await found(decodeURI(target.pathname), req, res)) return
    }
    res.statusCode = 404
    await found('/404', req, res)
  }

  /** Lets the proxy see the request, and takes over what it sets on request and response. */
  async function throughProxy(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const proxy = await functions.port(join(output, 'functions', '_middleware.func'))
    const { headers } = await fetchHeaders(proxy, req)
    if (!headers['x-middleware-next'])
      throw new Error('The proxy answers by itself, which is not known here.')
    const kept = String(headers['x-middleware-override-headers'] ?? '').split(',')
    for (const name of Object.keys(req.headers))
      if (kept[0] && !kept.includes(name) && !OF_BODY.has(name)) delete req.headers[name]
    for (const [name, value] of Object.entries(headers)) {
      const asked = /^x-middleware-request-(.+)/.exec(name)?.[1]
      if (asked && !OF_BODY.has(asked)) req.headers[asked] = String(value)
      else if (name === 'content-security-policy') res.setHeader(name, String(value))
    }
  }

  /** Answers with what the build has at `path`; false when that is nothing. */
  async function found(path: string, req: IncomingMessage, res: ServerResponse): Promise<boolean> {
    const name = path.replace(/^\/|\/$/g, '') || 'index'
    const file = files.get(name)?.file ?? join(output, 'static', name)
    if (/\.\w+$/.test(file) && existsSync(file)) {
      res.setHeader(
        'content-type',
        files.get(name)?.type ?? TYPES[file.split('.').at(-1) ?? ''] ?? 'text/plain',
      )
      res.end(await readFile(file))
      return true
    }
    const prerendered = join(output, 'functions', `${name}.prerender-config.json`)
    if (existsSync(prerendered)) {
      const page = JSON.parse(await readFile(prerendered, 'utf8')) as Prerendered
      const bypassed = page.experimentalBypassFor?.some(({ key, value }) => {
        const given = req.headers[key]
        return given !== undefined && (!value || new RegExp(value).test(String(given)))
      })
      if (!bypassed) {
        for (const [header, value] of Object.entries(page.initialHeaders ?? {})) res.setHeader(header, value)
        if (!res.hasHeader('content-type')) res.setHeader('content-type', TYPES.html ?? '')
        if (page.initialStatus) res.statusCode = page.initialStatus
        res.end(await readFile(join(prerendered, '..', page.fallback.fsPath)))
        return true
      }
    }
    const folder = join(output, 'functions', `${name}.func`)
    if (!existsSync(folder)) return false
    await pass(await functions.port(folder), `/${name === 'index' ? '' : name}`, req, res)
    return true
  }

  const server = createServer((req, res) => {
    answer(req, res).catch((error) => {
      // A page that still asks when all is over is nobody's loss.
      if (!server.listening) return
      console.error(error)
      if (!res.headersSent) res.writeHead(500)
      res.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(port, resolve))
  return () => {
    server.close()
    server.closeAllConnections()
    functions.stop()
  }
}

function fetchHeaders(
  port: number,
  { method, url: path, headers }: IncomingMessage,
): Promise<IncomingMessage> {
  const { 'content-length': _, 'transfer-encoding': __, ...rest } = headers
  return new Promise((resolve, reject) => {
    const asked = ask({ host: '127.0.0.1', port, method, path, headers: rest }, (answer) => {
      answer.resume()
      resolve(answer)
    })
    asked.once('error', reject).end()
  })
}

function pass(port: number, matched: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const headers: OutgoingHttpHeaders = { ...req.headers, 'x-matched-path': matched }
  return new Promise((resolve, reject) => {
    const asked = ask({ host: '127.0.0.1', port, method: req.method, path: req.url, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(res).once('close', resolve)
    })
    asked.once('error', reject)
    req.pipe(asked)
  })
}
