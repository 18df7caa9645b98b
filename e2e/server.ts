import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { ENV_NAMES } from '@/lib/env'
import { freePort } from './free-port'

export type Running = {
  url: string
  pid: number
  /** Everything it has printed so far. */
  output: () => string
  /** From the start of its process to its first answer. */
  startMs: number
  /** Sends the signal and waits for its end. */
  stop: (signal?: NodeJS.Signals) => Promise<{ code: number | null; ms: number }>
}

type Options = { folder: string; port?: number; env?: Record<string, string>; root?: string }

/**
 * Starts the production server as its own process, as `npm start` does, with its database in `folder`, and waits until
 * it answers. Nothing of the developer's own environment reaches it; `env` sets what the journey needs, `root` another
 * copy of the application.
 * Throws with what it printed when it ends before it answers.
 */
export async function startServer({ folder, port, env = {}, root = '.' }: Options): Promise<Running> {
  const chosen = port ?? (await freePort())
  const blank = Object.fromEntries(ENV_NAMES.map((name) => [name, '']))
  const began = performance.now()
  const child = spawn(process.execPath, [join('scripts', 'start.mjs')], {
    env: {
      ...process.env,
      ...blank,
      PORT: String(chosen),
      DATABASE_URL: resolve(folder, 'recall.db'),
      ...env,
    },
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      output += data
    })
  }

  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const url = `http://localhost:${chosen}`
  const answered = untilAnswer(`${url}/`, () => child.exitCode === null && child.signalCode === null)
  const first = await Promise.race([answered, ended])
  if (first !== 'answered') throw new Error(`The server ended with ${first}:\n${output}`)

  return {
    url,
    pid: child.pid ?? 0,
    output: () => output,
    startMs: performance.now() - began,
    stop: async (signal = 'SIGTERM') => {
      const asked = performance.now()
      child.kill(signal)
      return { code: await ended, ms: performance.now() - asked }
    },
  }
}

/** Waits for a first answer at `url`; undefined when `alive` says that there will be none. */
export async function untilAnswer(url: string, alive: () => boolean): Promise<'answered' | undefined> {
  while (alive()) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer) return 'answered'
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
