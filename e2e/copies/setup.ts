import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import installSqld from '../sqld/install'
import { startCopies } from './copies'

/** Starts the two copies that the embedded default's own journeys are walked on once more. */
export default async function setup() {
  await installSqld()
  // Once, before two copies find out that there is none.
  await promisify(execFile)(process.execPath, ['--import', 'tsx', join('scripts', 'ensure-build.ts')])
  const folder = join('e2e', '.work', 'copies')
  await rm(folder, { recursive: true, force: true })
  const copies = await startCopies(folder)
  process.env.COPIES_URL = copies.url
  process.env.COPIES_DATABASE = copies.primary.url
  return copies.stop
}
