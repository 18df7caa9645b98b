import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { freePort } from '../free-port'

export type Balancer = {
  url: string
  port: number
  to: (targets: string[]) => void
  stop: () => Promise<void>
}

/**
 * A balancer as simple as they come: each request goes to the next copy, and to the one after it when nobody answers.
 * A request may reach a copy that dies over it and go to another one as well, as with any balancer that tries again.
 */
export async function startBalancer(): Promise<Balancer> {
  const port = await freePort()
  let targets: string[] = []
  let turn = 0
  const server = createServer(async (req, res) => {
    const body = await read(req)
    // Its own, since others take their turns while this one waits: else both tries could meet the same dead copy.
    const own = turn
    turn += 1
    for (let tries = 0; tries < targets.length; tries += 1) {
      const target = targets[(own + tries) % targets.length]
      if (target && (await forward(target, req, body, res))) return
    }
    if (!res.headersSent) res.writeHead(502)
    res.end()
  })
  await new Promise<void>((resolve) => server.listen(port, resolve))
  return {
    url: `http://localhost:${port}`,
    port,
    to: (next) => {
      targets = next
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function read(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of req) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Whether the target answered. */
function forward(target: string, req: IncomingMessage, body: Buffer, res: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    const headers = { ...req.headers, 'x-forwarded-for': req.socket.remoteAddress, connection: 'close' }
    const out = request(`${target}${req.url}`, { method: req.method, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
      answer.once('end', () => resolve(true))
      answer.once('error', () => {
        res.destroy()
        resolve(true)
      })
    })
    out.once('error', () => resolve(res.headersSent))
    out.end(body)
  })
}
