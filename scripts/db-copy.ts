// `npm run db:copy -- <from> <to>`: moves everything into an empty database, say from the file to a libSQL server.
import { existsSync } from 'node:fs'
import { databaseAddress } from '@/db/address'
import { openDatabase } from '@/db/client'
import { copyDatabase } from '@/db/copy'
import { migrate } from '@/db/migrate'
import { command } from './command'
import { environmentOrExit } from './server/environment'

await command(async () => {
  const [from, to] = process.argv.slice(2)
  if (!from || !to) throw new Error('Usage: npm run db:copy -- <from> <to>. Stop the server first.')
  const address = databaseAddress(from)
  // Opening it would make an empty one.
  if (address.kind === 'file' && !existsSync(address.file))
    throw new Error(`There is no database at ${from}.`)
  // The token of whichever of the two is a server.
  const { DATABASE_AUTH_TOKEN: authToken } = environmentOrExit()
  await migrate(to, { authToken })
  const [source, target] = [await openDatabase(from, { authToken }), await openDatabase(to, { authToken })]
  try {
    const copied = await copyDatabase(source, target, console.log)
    const rows = copied.reduce((sum, table) => sum + table.rows, 0)
    console.log(`${rows} rows in ${copied.length} tables are in ${to}, and every table compares equal.`)
  } finally {
    source.close()
    target.close()
  }
})
