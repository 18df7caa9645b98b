import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Db, openDatabase } from '@/db/client'
import { migrateServer } from '@/e2e/copies/copies'
import { type Running, startServer } from '@/e2e/server'
import { type Sqld, startSqld } from '@/e2e/sqld/server'
import { BENCH_SECRET } from '../servers'
import { furnish, type World } from './world'

/** The application somewhere: its copies, and the database behind them as its primary sees it. */
export type Setup = {
  name: string
  /** Addresses of its copies. */
  urls: string[]
  /** Where its copies find their database. */
  through: string
  /** Ids of the processes that do its work. */
  processes: { copies: number[]; databases: number[] }
  db: Db
  world: World
}

type Place = { url: string; truth: string; servers: Sqld[] }

/**
 * Starts every setup at once, so that they can be measured in turns: one that is not asked costs next to nothing.
 * Each has a database of its own, furnished alike; the two on the primary alone share one. Returns them, and how to
 * end it all.
 */
export async function startSetups(): Promise<{ setups: Setup[]; stop: () => Promise<void> }> {
  const folder = join('bench', '.work', 'scaling')
  await rm(folder, { recursive: true, force: true })
  const servers: Running[] = []
  const databases: Sqld[] = []
  const opened: Db[] = []

  const file = (name: string): Place => {
    const url = resolve(folder, name, 'recall.db')
    return { url, truth: url, servers: [] }
  }
  const primary = async (): Promise<Sqld> => {
    const database = await startSqld()
    databases.push(database)
    await migrateServer(database.url)
    return database
  }
  const setup = async (
    name: string,
    { url, truth, servers: behind }: Place,
    copies: number,
  ): Promise<Setup> => {
    const env = { DATABASE_URL: url, AUTH_SECRET: BENCH_SECRET, LOG: 'off' }
    const urls: string[] = []
    const pids: number[] = []
    // One after the other: the first makes the file.
    for (let copy = 0; copy < copies; copy += 1) {
      const server = await startServer({ folder, env })
      servers.push(server)
      urls.push(server.url.replace('localhost', '127.0.0.1'))
      pids.push(server.pid)
    }
    const db = await openDatabase(truth)
    opened.push(db)
    const processes = { copies: pids, databases: behind.map((one) => one.process.pid ?? 0) }
    return { name, urls, through: url, processes, db, world: await furnish(db) }
  }
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()))
    for (const db of opened) db.close()
    for (const database of databases.reverse()) await database.cleanup()
    await rm(folder, { recursive: true, force: true })
  }

  try {
    const setups = [
      await setup('file, one copy', file('one'), 1),
      await setup('file, two copies', file('two'), 2),
    ]
    const alone = await primary()
    const at = { url: alone.url, truth: alone.url, servers: [alone] }
    const one = await setup('libSQL primary, one copy', at, 1)
    setups.push(one, { ...(await setup('libSQL primary, two copies', at, 2)), world: one.world })
    const written = await primary()
    const replica = await startSqld(written.grpc)
    databases.push(replica)
    setups.push(
      await setup(
        'libSQL replica, two copies',
        { url: replica.url, truth: written.url, servers: [replica, written] },
        2,
      ),
    )
    return { setups, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
