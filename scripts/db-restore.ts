// `npm run db:restore -- <backup> <new file>`: checks a backup and makes a database of it. It never writes over one.
import { backupFile } from '@/db/backup'
import { command, megabytes } from './command'

await command(async () => {
  const [backup, target] = process.argv.slice(2)
  if (!backup || !target) throw new Error('Usage: npm run db:restore -- <backup> <new file>')
  const size = await backupFile(backup, target)
  console.log(`${target} is whole: ${megabytes(size)}. Set DATABASE_URL=${target} and start.`)
})
