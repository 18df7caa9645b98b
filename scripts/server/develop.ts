import next from 'next'
import { databaseAddress } from '@/db/address'
import { closeDatabase } from '@/db/client'
import { startPreview } from '../preview/preview'
import { environmentOrExit } from './environment'
import { receive } from './headers'
import { addressOf, listen, stopOnSignals } from './listen'
import { prepare } from './prepare'

/**
 * The development server, with the preview of decks that are being written. It sends no content security policy: hot reloading evaluates code and writes inline
 * styles. The journeys of `npm test` see the policy, on the production build.
 */
export async function develop(): Promise<void> {
  const env = environmentOrExit({ dev: true })
  try {
    await prepare(env)
    const app = next({ dev: true, turbopack: true, hostname: env.HOST, port: env.PORT })
    await app.prepare()
    const preview =
      databaseAddress(env.DATABASE_URL).kind === 'file'
        ? startPreview({ databaseUrl: env.DATABASE_URL, folder: env.CONTENT_DIR })
        : undefined
    const handle = preview ? preview.around(app.getRequestHandler()) : app.getRequestHandler()
    const server = await listen((req, res) => receive(handle, req, res), env)
    stopOnSignals(server, async () => {
      preview?.stop()
      await app.close()
      await closeDatabase()
    })
    console.log(`Recall & Review is at ${addressOf(env)}, for development`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
