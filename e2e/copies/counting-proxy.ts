import { createServer, request } from 'node:http'
import { freePort } from '../free-port'

/** A proxy in front of a libSQL server that counts the round trips made to it. */
export type CountingProxy = {
  url: string
  /** Round trips since it was last asked. */
  taken: () => number
  stop: () => Promise<void>
}

export async function startCountingProxy(target: string): Promise<CountingProxy> {
  const port = await freePort()
  let trips = 0
  const server = createServer((req, res) => {
    trips += 1
    const out = request(`${target}${req.url}`, { method: req.method, headers: req.headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    out.once('error', () => res.destroy())
    req.pipe(out)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}`,
    taken: () => {
      const since = trips
      trips = 0
      return since
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
