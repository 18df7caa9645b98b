import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { databaseAddress } from '@/db/address'
import { type Db, openDatabase } from '@/db/client'
import { countMemories, readContent } from '@/db/queries/content'
import { contentDiff, sidesOf } from '@/lib/content/diff'
import { decksOrThrow } from '@/lib/content/load'
import { command } from './command'
import { decksAtRevision, usualRevision } from './content/at-revision'
import { diffLines } from './content/diff-words'
import { environmentOrExit } from './server/environment'

const USAGE = `Usage: npm run content:diff [-- <revision>] [--database <url>] [--json]
Compares the decks as they are now with a revision of git: by default where this branch left main. With a database
(--database, or DATABASE_URL) and no revision it compares with what that serves; with any database it says how many
learners each change touches.`

/** `npm run content:diff`: what an edit does to learners, before it is merged. */
await command(async () => {
  const { values, positionals } = parseArgs({
    options: {
      database: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  })
  if (values.help || positionals.length > 1) return console.log(USAGE)
  const { CONTENT_DIR, DATABASE_AUTH_TOKEN: authToken } = environmentOrExit()
  const [revision] = positionals
  // The default of DATABASE_URL is nobody's wish: only one that was given counts.
  const url = values.database ?? (process.env.DATABASE_URL || undefined)
  const after = sidesOf(await decksOrThrow(CONTENT_DIR, { texts: false }))
  const db = url === undefined ? undefined : await openExisting(url, authToken)
  try {
    const base = revision ?? (db ? undefined : await usualRevision(CONTENT_DIR))
    const before =
      base === undefined && db
        ? await readContent(db)
        : sidesOf(await decksAtRevision(CONTENT_DIR, base ?? 'HEAD'))
    const changes = contentDiff(before, after)
    const memories = db
      ? await countMemories(
          db,
          changes.map(({ id }) => id),
        )
      : undefined
    const touched = changes.map((change) => ({
      ...change,
      ...(memories && { learners: memories.get(change.id) ?? 0 }),
    }))
    const against = base === undefined ? 'the database' : `revision ${base}`
    if (values.json) console.log(JSON.stringify({ against, changes: touched }, null, 2))
    else for (const line of diffLines(touched, against)) console.log(line)
  } finally {
    db?.close()
  }
})

/** Opening would make an empty file, and everything would seem to be new. */
async function openExisting(url: string, authToken: string | undefined): Promise<Db> {
  const address = databaseAddress(url)
  if (address.kind === 'file' && !existsSync(address.file)) throw new Error(`There is no database at ${url}.`)
  return openDatabase(url, { authToken })
}
