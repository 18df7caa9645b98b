import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../free-port'
import { SQLD } from './install'

/** A libSQL server of a test's own, on loopback, ended by its process id. */
export type Sqld = {
  url: string
  /** Where replicas connect to; given to `startSqld` as `primary`. */
  grpc: string
  process: ChildProcess
  /** Ends it, `SIGKILL` for a crash. Its data stay until `cleanup`. */
  stop: (signal?: NodeJS.Signals) => Promise<void>
  /** Starts it anew on the same ports and data. */
  restart: () => Promise<void>
  cleanup: () => Promise<void>
}

/**
 * Starts a server, or a replica of the one whose `grpc` address is given as `primary`, and waits until it answers.
 * `more` are options of its command line.
 */
export async function startSqld(primary?: string, more: readonly string[] = []): Promise<Sqld> {
  const folder = await mkdtemp(join(tmpdir(), 'recall-sqld-'))
  const [http, rpc] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${http}`
  const grpc = `http://127.0.0.1:${rpc}`
  const args = ['--db-path', folder, '--http-listen-addr', `127.0.0.1:${http}`]
  // Should a test run be killed, nobody ends what it started: asked for nothing, it ends itself.
  args.push('--idle-shutdown-timeout-s', '1200')
  args.push(
    ...(primary ? ['--primary-grpc-url', primary] : ['--grpc-listen-addr', `127.0.0.1:${rpc}`]),
    ...more,
  )
  const start = async () => {
    const child = spawn(SQLD, args, { stdio: 'ignore', env: { ...process.env, RUST_LOG: 'error' } })
    await answers(url, child)
    return child
  }
  const sqld: Sqld = {
    url,
    grpc,
    process: await start(),
    stop: (signal = 'SIGTERM') => end(sqld.process, signal),
    restart: async () => {
      sqld.process = await start()
    },
    cleanup: async () => {
      await end(sqld.process, 'SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
  return sqld
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The libSQL server ended with code ${child.exitCode}.`)
    const response = await fetch(`${url}/health`).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('The libSQL server did not answer within ten seconds.')
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
