// `npm run db:backup -- [file]`: a checked copy of the database file, taken while the server goes on writing.
import { dirname, join } from 'node:path'
import { databaseFile } from '@/db/address'
import { backupFile } from '@/db/backup'
import { command, megabytes } from './command'
import { environmentOrExit } from './server/environment'

await command(async () => {
  const source = databaseFile(environmentOrExit().DATABASE_URL)
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '')
  const target = process.argv[2] ?? join(dirname(source), `backup-${moment}.db`)
  const size = await backupFile(source, target)
  console.log(`${target} holds everything, checked: ${megabytes(size)}.`)
})
