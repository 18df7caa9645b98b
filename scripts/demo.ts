// `npm run demo`: fills the local database with a class whose learners have months of answers, to look around in.
// `npm run demo -- --again` makes the demo's accounts and their answers anew. Nobody else's are touched.
import { randomBytes } from 'node:crypto'
import { databaseAddress } from '@/db/address'
import { openDatabase } from '@/db/client'
import { hashPassword } from '@/lib/password'
import { routes } from '@/lib/routes'
import { emailOf, fill, INSTRUCTOR_EMAIL, isFilled } from './demo/fill'
import { environmentOrExit } from './server/environment'
import { migrateAndSeed } from './server/prepare'

const env = environmentOrExit()
if (databaseAddress(env.DATABASE_URL).kind !== 'file') {
  console.error('DATABASE_URL is a database elsewhere. The demo is for a local one: nothing was written.')
  process.exit(1)
}
const again = process.argv.includes('--again')

try {
  await migrateAndSeed({ url: env.DATABASE_URL }, env.CONTENT_DIR)
  const db = await openDatabase(env.DATABASE_URL)
  try {
    if (!again && (await isFilled(db)))
      console.log(
        `The demo is in ${env.DATABASE_URL} already; its password was printed when it was made.\n` +
          'npm run demo -- --again makes it anew, with a new password.',
      )
    else await make()
    async function make() {
      const password = randomBytes(9).toString('base64url')
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
      const made = await fill(db, { now: Date.now(), timeZone, secret: await hashPassword(password) })
      console.log(
        [
          `A class of ${made.learners} learners with ${made.attempts.toLocaleString('en')} answers is in ${env.DATABASE_URL}.`,
          '',
          `Sign in at   ${env.APP_URL}${routes.signIn(routes.class(made.classId))}`,
          `Instructor   ${INSTRUCTOR_EMAIL}`,
          `A learner    ${emailOf(1)}`,
          `Password     ${password}   (for both; it is not kept anywhere else)`,
        ].join('\n'),
      )
    }
  } finally {
    db.close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
