import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Running, startServer } from '../server'
import { type Sqld, startSqld } from '../sqld/server'
import { startBalancer } from './balancer'

/** Every copy that shares a database shares this, as the operator would set it. */
export const SECRET = 'copies-of-one-application-share-this'

/** Brings the database at `url` up to date, as the operator does once for all copies. */
export async function migrateServer(url: string, root = '.'): Promise<void> {
  const env = { ...process.env, DATABASE_URL: url, AUTH_SECRET: SECRET }
  await promisify(execFile)(process.execPath, ['--import', 'tsx', join('scripts', 'db-migrate.ts')], {
    env,
    cwd: root,
  })
}

export type Copies = {
  url: string
  copies: Running[]
  primary: Sqld
  stop: () => Promise<void>
}

/**
 * Two copies of the application behind a balancer, on the replica of one libSQL primary. `more` is what the environment
 * of the first and of the second has besides.
 */
export async function startCopies(
  folder: string,
  more: [Record<string, string>, Record<string, string>] = [{}, {}],
): Promise<Copies> {
  const primary = await startSqld()
  const replica = await startSqld(primary.grpc)
  await migrateServer(primary.url)
  const balancer = await startBalancer()
  const env = {
    DATABASE_URL: replica.url,
    AUTH_SECRET: SECRET,
    APP_URL: balancer.url,
    TRUSTED_PROXIES: '127.0.0.1,::1',
    LOG: 'off',
  }
  const copies = await Promise.all(more.map((own) => startServer({ folder, env: { ...env, ...own } })))
  balancer.to(copies.map(({ url }) => url))
  return {
    url: balancer.url,
    copies,
    primary,
    stop: async () => {
      await Promise.all(copies.map((copy) => copy.stop('SIGKILL')))
      await balancer.stop()
      await replica.cleanup()
      await primary.cleanup()
    },
  }
}
