import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { sqldRunsHere } from '@/e2e/sqld/install'
import { startSqld } from '@/e2e/sqld/server'
import { type Db, openDatabase } from './client'
import { migrate } from './migrate'
import { throttles } from './schema'

export type Driver = 'file' | 'libsql' | 'replica'

/** What was asked to be tested: the replica only where a release is, for its time. */
export const ASKED = (process.env.CONTRACT_DRIVERS ?? 'file,libsql').split(',') as Driver[]

/** The drivers that the contract suite runs on: `describe.each(DRIVERS)('… on %s', (driver) => …)`. */
export const DRIVERS = ASKED.filter((driver) => driver === 'file' || sqldRunsHere)

export type TemporaryDatabase = {
  /** What the code under test is given. */
  db: Db
  /** The same database as its primary sees it, never a moment late: what a test asserts on. */
  truth: Db
  /** Waits until `db` shows everything written so far: for queries that may read a replica a moment late. */
  settled: () => Promise<void>
  url: string
  cleanup: () => Promise<void>
}

/** A migrated database of a test's own, empty. Call `cleanup` when done. */
export async function temporaryDatabase(driver: Driver = 'file'): Promise<TemporaryDatabase> {
  return driver === 'file' ? temporaryFile() : temporaryServer(driver === 'replica')
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
  return { db, truth: db, settled: async () => {}, url, cleanup }
}

/** A libSQL server, written and read through a replica of its own when asked for. */
async function temporaryServer(throughReplica: boolean): Promise<TemporaryDatabase> {
  const primary = await startSqld()
  await migrate(primary.url)
  const replica = throughReplica ? await startSqld(primary.grpc) : undefined
  const { url } = replica ?? primary
  const db = await openDatabase(url)
  const truth = replica ? await openDatabase(primary.url) : db
  // A replica that has nothing yet asks its primary, and would seem to be up to date: it is woken first.
  for (let rounds = 0; replica && rounds < 3; rounds += 1) {
    await settle(db, truth)
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  const cleanup = async () => {
    db.close()
    truth.close()
    await replica?.cleanup()
    await primary.cleanup()
  }
  return { db, truth, settled: () => settle(db, truth), url, cleanup }
}

/** Writes come to a replica in order: once it shows the last, it shows all. */
async function settle(replica: Db, primary: Db): Promise<void> {
  if (replica === primary) return
  const key = `settled-${randomUUID()}`
  const mine = eq(throttles.key, key)
  await primary.insert(throttles).values({ key, count: 0, resetsAt: 0 })
  for (let tries = 0; tries < 2000; tries += 1) {
    if ((await replica.$count(throttles, mine)) > 0) {
      await primary.delete(throttles).where(mine)
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  throw new Error('The replica does not follow its primary.')
}
