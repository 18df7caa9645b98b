import { join } from 'node:path'
import next from 'next'
import { closeDatabase } from '@/db/client'
import { readBuiltPages } from '@/lib/headers/inline-scripts'
import { buildIfNeeded } from './built'
import { documents } from './documents'
import { environmentOrExit } from './environment'
import { withHeaders } from './headers'
import { addressOf, assertFree, listen, stopOnSignals } from './listen'
import { prepare } from './prepare'

/** Builds if there is no build of this source, brings the database up to date, and serves until told to stop. */
export async function start(): Promise<void> {
  const env = environmentOrExit()
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
    const server = await listen(handle, env)
    stopOnSignals(server, async () => {
      await app.close()
      await closeDatabase()
    })
    console.log(`Recall & Review is at ${addressOf(env)}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
