import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '@/e2e/free-port'
import { type Running, startServer, untilAnswer } from '@/e2e/server'
import { BARE, buildBareApp } from './bare-app'

/** The application as `npm start` serves it, on a database of its own, with a secret that a measurement knows. */
export async function startOurs(): Promise<Running & { folder: string }> {
  const folder = join('bench', '.work', 'data')
  await rm(folder, { recursive: true, force: true })
  const server = await startServer({ folder, env: { AUTH_SECRET: BENCH_SECRET } })
  return { ...server, folder }
}

export const BENCH_SECRET = 'only for measurements, only on this machine'

export type Bare = { url: string; stop: () => Promise<void> }

/** The bare application, built anew and served by Next alone. */
export async function startBare(): Promise<Bare> {
  await buildBareApp()
  const port = await freePort()
  const env = { ...process.env, NODE_ENV: 'production' as const, PORT: String(port) }
  const child = spawn(process.execPath, ['serve.js'], {
    cwd: BARE,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  const url = `http://127.0.0.1:${port}`
  if (!(await untilAnswer(url, () => child.exitCode === null)))
    throw new Error('The bare application does not start.')
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
