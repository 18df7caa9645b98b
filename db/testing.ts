import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Db, openDatabase } from './client'
import { migrate } from './migrate'

/** The drivers that the contract suite runs on: `describe.each(DRIVERS)('… on %s', (driver) => …)`. */
export const DRIVERS = ['file'] as const
export type Driver = (typeof DRIVERS)[number]

export type TemporaryDatabase = { db: Db; url: string; cleanup: () => Promise<void> }

/** A migrated database of a test's own, empty. Call `cleanup` when done. */
export async function temporaryDatabase(driver: Driver = 'file'): Promise<TemporaryDatabase> {
  const make: Record<Driver, () => Promise<TemporaryDatabase>> = { file: temporaryFile }
  return make[driver]()
}

async function temporaryFile(): Promise<TemporaryDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'recall-test-'))
  const url = `file:${join(folder, 'test.db')}`
  await migrate(url)
  const db = await openDatabase(url)
  const cleanup = async () => {
    db.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { db, url, cleanup }
}
