// `npm run memory:rebuild`: folds all facts again, so that every memory and every sum is what the facts say.
// With `--pending` only what an older release folded. A run that was stopped goes on where it stopped when it is started
// again, and folds nothing twice; a serving copy may go on meanwhile.
import { openDatabase } from '@/db/client'
import { beginRebuild, rebuildPending } from '@/db/queries/rebuild'
import { command } from './command'
import { environmentOrExit } from './server/environment'

await command(async () => {
  const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken } = environmentOrExit()
  const db = await openDatabase(url, { authToken })
  const began = performance.now()
  try {
    if (!process.argv.includes('--pending')) {
      const { goesOn } = await beginRebuild(db)
      if (goesOn) console.log('The run before was stopped: this one goes on where it was.')
    }
    const { items, attempts, changed } = await rebuildPending(db, (done) => {
      if (process.stdout.isTTY) process.stdout.write(`\r${done.attempts} attempts on ${done.items} items `)
    })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    if (process.stdout.isTTY) process.stdout.write('\r')
    console.log(
      `${attempts} attempts on ${items} items in ${seconds} s: ${changed} came out otherwise than they were.`,
    )
  } finally {
    db.close()
  }
})
