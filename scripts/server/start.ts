import { join } from 'node:path'
import next from 'next'
import { closeDatabase } from '@/db/client'
import { readBuiltPages } from '@/lib/headers/inline-scripts'
import { takeOverConsole } from '@/lib/log'
import { buildIfNeeded } from './built'
import { documents } from './documents'
import { environmentOrExit } from './environment'
import { withHeaders } from './headers'
import { addressOf, assertFree, listen, stopOnSignals } from './listen'
import { withLog } from './log'
import { readPages } from './pages'
import { prepare } from './prepare'

/** Builds if there is no build of this source, brings the database up to date, and serves until told to stop. */
export async function start(): Promise<void> {
  const env = environmentOrExit()
  const logs = (env.LOG ?? (process.stdout.isTTY ? 'off' : 'json')) === 'json'
  try {
    await assertFree(env)
    if (!(await buildIfNeeded(env.CONTENT_DIR))) process.exit(1)
    await prepare(env)
    const app = next({ dev: false, hostname: env.HOST, port: env.PORT })
    const pages = join('.next', 'server', 'app')
    const [built] = await Promise.all([readBuiltPages(pages), app.prepare()])
    const handle = withHeaders(app.getRequestHandler(), {
      built,
      document: documents(pages),
      https: env.APP_URL.startsWith('https:'),
    })
    const server = await listen(logs ? withLog(handle, { pageOf: readPages() }) : handle, env)
    stopOnSignals(server, async () => {
      await app.close()
      await closeDatabase()
    })
    console.log(`Recall & Review is at ${addressOf(env)}`)
    if (logs) takeOverConsole()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
