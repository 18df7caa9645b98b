import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startServer } from './server'

/** Starts the server that the journeys share, on a fresh database, and returns how to end it. */
export default async function globalSetup() {
  const work = join('e2e', '.work')
  await rm(work, { recursive: true, force: true })
  const server = await startServer({ folder: join(work, 'shared'), port: Number(process.env.E2E_PORT) })
  return async () => {
    const { code } = await server.stop()
    if (code !== 0) throw new Error(`The server ended with ${code}:\n${server.output()}`)
  }
}
