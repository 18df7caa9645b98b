// `npm run build:vercel`, the build command of vercel.json: the production build, then the database of what is being
// deployed brought up to date with it. That is production's at DATABASE_URL when production is built, and a preview's
// own at PREVIEW_DATABASE_URL otherwise (lib/env.ts sees to it). A build that fails leaves the database alone.
import { join } from 'node:path'
import { command } from './command'
import { run } from './server/built'
import { environmentOrExit } from './server/environment'
import { migrateAndSeed } from './server/prepare'

await command(async () => {
  const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken, CONTENT_DIR } = environmentOrExit()
  const code = await run(['--import', 'tsx', join('scripts', 'build.ts')])
  if (code !== 0) throw new Error('The build failed; the database was not touched.')
  await migrateAndSeed({ url, authToken }, CONTENT_DIR, { texts: false })
  console.log(`The database of this ${process.env.VERCEL_ENV} deployment is up to date.`)
})
