import { existsSync } from 'node:fs'
import nextEnv from '@next/env'
import { databaseFile, openDatabase } from '@/db/client'
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
  const { DATABASE_URL } = env()
  // Opening would make an empty file, and everything would seem to be lost.
  if (!existsSync(databaseFile(DATABASE_URL))) {
    console.error(`There is no database at ${DATABASE_URL}. Run npm start once, or set DATABASE_URL.`)
    return 1
  }
  const db = await openDatabase(DATABASE_URL)
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
