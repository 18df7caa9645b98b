// `npm run db:migrate`: brings the database at DATABASE_URL to the newest tables and seeds the decks into it.
import { command } from './command'
import { environmentOrExit } from './server/environment'
import { migrateAndSeed } from './server/prepare'

await command(async () => {
  const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken, CONTENT_DIR } = environmentOrExit()
  await migrateAndSeed({ url, authToken }, CONTENT_DIR)
  console.log(`${url} is up to date.`)
})
