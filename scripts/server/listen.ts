import { createServer, type RequestListener, type Server } from 'node:http'

type At = { HOST: string; PORT: number }

/** Listens, or throws a sentence that says why it cannot. */
export async function listen(handle: RequestListener, { HOST, PORT }: At): Promise<Server> {
  const server = createServer(handle)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(reason(error, { HOST, PORT }))))
    server.listen(PORT, HOST, resolve)
  })
  return server
}

function reason(error: NodeJS.ErrnoException, { HOST, PORT }: At): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${PORT} is in use. Stop what listens there, or choose another: PORT=${PORT < 65535 ? PORT + 1 : 3000} npm start`
  if (error.code === 'EACCES') return `Port ${PORT} needs special rights. Choose one above 1023 with PORT.`
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST is "${HOST}", which is no address of this machine. Use 127.0.0.1 or 0.0.0.0.`
  return `The server cannot listen on ${HOST}:${PORT}: ${error.code ?? error.message}.`
}

/** Throws the sentence of `listen` when the port cannot be had, before anything long is begun. */
export async function assertFree(at: At): Promise<void> {
  const server = await listen((_, res) => void res.end(), at)
  await new Promise((resolve) => server.close(resolve))
}

/** The address to open in a browser. */
export function addressOf({ HOST, PORT }: At): string {
  const local = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(HOST)
  return `http://${local ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`
}

const PATIENCE_MS = 9500

/**
 * On SIGINT or SIGTERM: no new connections, answers under way are finished, `close` is awaited, exit 0. Idle
 * connections do not hold it up; whatever is still going on after ten seconds is cut off. A second signal changes
 * nothing: a terminal's Ctrl-C reaches this process directly and once more through npm.
 */
export function stopOnSignals(server: Server, close: () => Promise<void>): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    const finished = new Promise((resolve) => server.close(resolve))
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const cut = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())
    await Promise.race([finished, cut])
    clearInterval(idle)
    server.closeAllConnections()
    await Promise.race([close(), new Promise((resolve) => setTimeout(resolve, 400).unref())])
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  if (process.env.npm_lifecycle_event) stopWithParent(stop)
}

/**
 * npm puts a shell between itself and this process, and a shell that is told to end does not tell its children. So
 * when npm is stopped by its process id, all that reaches this process is that its parent has changed.
 */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && stop(), 500).unref()
}
