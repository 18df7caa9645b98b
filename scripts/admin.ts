import { existsSync } from 'node:fs'
import nextEnv from '@next/env'
import { databaseAddress } from '@/db/address'
import { openDatabase } from '@/db/client'
import { EnvironmentError, env } from '@/lib/env'
import { COMMANDS, HELP } from './admin/commands'

/** The operator's hand: `npm run admin -- <command>`. Works on the configured database, also while it is served. */
async function main(): Promise<number> {
  const [name = 'help', ...words] = process.argv.slice(2)
  if (name === 'help' || name === '--help') {
    console.log(HELP)
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command || words.length < command.least || words.length > command.most) {
    console.error(command ? `Usage: npm run admin -- ${command.usage}\n` : `There is no command "${name}".\n`)
    console.error(HELP)
    return 2
  }
  nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error })
  const { DATABASE_URL, DATABASE_AUTH_TOKEN: authToken } = env()
  // Opening would make an empty file, and everything would seem to be lost.
  const address = databaseAddress(DATABASE_URL)
  if (address.kind === 'file' && !existsSync(address.file)) {
    console.error(`There is no database at ${DATABASE_URL}. Run npm start once, or set DATABASE_URL.`)
    return 1
  }
  const db = await openDatabase(DATABASE_URL, { authToken })
  try {
    return await command.run(db, words, console.log)
  } finally {
    db.close()
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof EnvironmentError ? error.message : error)
  return 1
})
