// `npm run build`: checks the decks, then makes the production build against a throw-away database seeded from them.
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeMarker, run, writeMarker } from './server/built'
import { environmentOrExit } from './server/environment'
import { migrateAndSeed } from './server/prepare'
import { sourceHash } from './server/source-hash'

process.env.NEXT_TELEMETRY_DISABLED ??= '1'

async function build(): Promise<number> {
  const { CONTENT_DIR } = environmentOrExit()
  const source = sourceHash(process.cwd(), CONTENT_DIR)
  const folder = await mkdtemp(join(tmpdir(), 'recall-build-'))
  try {
    const url = join(folder, 'build.db')
    await migrateAndSeed({ url }, CONTENT_DIR)
    removeMarker()
    const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
    const code = await run([next, 'build'], {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: url,
    })
    if (code !== 0) return code
    if (source !== sourceHash(process.cwd(), CONTENT_DIR)) {
      console.error('The source changed while it was being built. Build it again.')
      return 1
    }
    writeMarker(source)
    return 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

process.exit(await build())
