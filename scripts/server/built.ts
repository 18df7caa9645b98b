import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceHash } from './source-hash'

const MARKER = join('.next', 'built-from.json')
const BUILD_ID = join('.next', 'BUILD_ID')

/**
 * Whether `.next` holds a whole build of the source as it is now. The marker is the last thing a build writes and
 * names the build it belongs to, so neither half a build nor somebody else's passes.
 */
function isBuilt(contentFolder: string): boolean {
  if (!existsSync(MARKER) || !existsSync(BUILD_ID)) return false
  try {
    const marker = JSON.parse(readFileSync(MARKER, 'utf8')) as { source?: string; build?: string }
    return (
      marker.build === readFileSync(BUILD_ID, 'utf8') &&
      marker.source === sourceHash(process.cwd(), contentFolder)
    )
  } catch {
    return false
  }
}

/** Says that `.next` is no build, before one begins. */
export function removeMarker(): void {
  rmSync(MARKER, { force: true })
}

/** Says that `.next` is the build of `source`. */
export function writeMarker(source: string): void {
  const text = JSON.stringify({ source, build: readFileSync(BUILD_ID, 'utf8') })
  writeFileSync(`${MARKER}.draft`, text)
  renameSync(`${MARKER}.draft`, MARKER)
}

/** Builds when there is no build of this source. False when the build failed; it has said why. */
export async function buildIfNeeded(contentFolder: string): Promise<boolean> {
  if (isBuilt(contentFolder)) return true
  console.log('There is no build of this source yet: building, which takes a minute.')
  return (await run(['--import', 'tsx', join('scripts', 'build.ts')])) === 0
}

/**
 * Runs Node on `args` until it ends and returns its exit code (1 when a signal ended it). While it runs, a signal
 * to this process is passed on to it, so that nothing is left behind.
 */
export async function run(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, args, { stdio: 'inherit', env })
  const pass = (signal: NodeJS.Signals) => void child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code) => resolve(code ?? 1))
    })
  } finally {
    process.off('SIGINT', pass).off('SIGTERM', pass)
  }
}
