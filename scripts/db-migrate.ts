// `npm run db:migrate`: brings the database at DATABASE_URL to the newest tables and seeds the decks into it.
import { environmentOrExit } from './server/environment'
import { migrateAndSeed } from './server/prepare'

const env = environmentOrExit()
try {
  await migrateAndSeed(env.DATABASE_URL, env.CONTENT_DIR)
  console.log(`${env.DATABASE_URL} is up to date.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
