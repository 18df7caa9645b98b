import type { Db } from '@/db/client'
import {
  countAccounts,
  listAccounts,
  listClasses,
  listReports,
  readSizes,
  setDisabled,
  verifyEmail,
} from '@/db/queries/operator'
import { makeResetLink, RESET_MINUTES } from '@/lib/reset-link'
import { STATE_WORDS } from '@/lib/rules/report'
import { day, table } from './table'

type Say = (text: string) => void
type Command = {
  usage: string
  what: string
  /** How many words follow the command's name. */
  least: number
  most: number
  /** Returns the exit code. */
  run: (db: Db, words: string[], say: Say) => Promise<number>
}

const MOST = 50

const onAccount = (
  usage: string,
  what: string,
  act: (db: Db, who: string) => Promise<string | undefined>,
  named = 'email',
): Command => ({
  usage: `${usage} <${named}>`,
  what,
  least: 1,
  most: 1,
  run: async (db, [who = ''], say) => {
    const said = await act(db, who.trim().normalize('NFKC').toLowerCase())
    say(said ?? `No account has the ${named} ${who}, or it is closed.`)
    return said ? 0 : 1
  },
})

export const COMMANDS: Record<string, Command> = {
  accounts: {
    usage: 'accounts [part of a name or email]',
    what: `Lists accounts, newest first, ${MOST} at most.`,
    least: 0,
    most: 1,
    run: async (db, [search = ''], say) => {
      const rows = await listAccounts(db, search, MOST)
      say(
        table(
          ['Name', 'Email', 'Verified', 'Since', 'Answers', 'Last answer', 'Id', ''],
          rows.map((row) => [
            row.name,
            row.email ?? '–',
            row.emailVerifiedAt ? 'yes' : 'no',
            day(row.createdAt),
            String(row.attempts),
            day(row.lastAt),
            row.id,
            row.disabledAt ? 'disabled' : '',
          ]),
        ),
      )
      say(`${rows.length} of ${await countAccounts(db)} accounts.`)
      return 0
    },
  },
  disable: onAccount(
    'disable',
    'Closes an account: no sign-in, and its sessions end.',
    async (db, who) => ((await setDisabled(db, who, Date.now())) ? `${who} is disabled.` : undefined),
    'email or id',
  ),
  enable: onAccount(
    'enable',
    'Opens a disabled account again.',
    async (db, who) => ((await setDisabled(db, who, undefined)) ? `${who} can sign in again.` : undefined),
    'email or id',
  ),
  'reset-link': onAccount(
    'reset-link',
    'Prints a link by which the owner sets a new password. Give it to nobody else.',
    async (db, email) => {
      const made = await makeResetLink(db, email, Date.now())
      return made && `For ${made.name}, once, within ${RESET_MINUTES} minutes:\n${made.link}`
    },
  ),
  verify: onAccount('verify', 'Notes that an email address is its owner’s.', async (db, email) =>
    (await verifyEmail(db, email, Date.now())) ? `${email} is verified.` : undefined,
  ),
  classes: {
    usage: 'classes',
    what: `Lists classes, newest first, ${MOST} at most.`,
    least: 0,
    most: 0,
    run: async (db, _words, say) => {
      const rows = await listClasses(db, MOST)
      say(
        table(
          ['Class', 'Learners', 'Instructors', 'Since', ''],
          rows.map((row) => [
            row.name,
            String(row.learners),
            String(row.instructors),
            day(row.createdAt),
            row.archivedAt ? 'archived' : '',
          ]),
        ),
      )
      return 0
    },
  },
  reports: {
    usage: 'reports [deck]',
    what: `Lists reports of mistakes, open ones first and the oldest of them first, ${MOST} at most.`,
    least: 0,
    most: 1,
    run: async (db, [deck], say) => {
      const rows = await listReports(db, deck, MOST)
      say(
        table(
          ['State', 'Item', 'Version', 'On', 'Answered', 'Keepers', 'Report'],
          rows.map((row) => [
            STATE_WORDS[row.state],
            row.itemId,
            row.contentHash === row.hashNow ? 'as now' : 'older',
            day(row.madeAt),
            day(row.answeredAt),
            String(row.keepers),
            row.text.replace(/\s+/g, ' '),
          ]),
        ),
      )
      say(`${rows.length} ${rows.length === 1 ? 'report' : 'reports'}.`)
      return 0
    },
  },
  sizes: {
    usage: 'sizes',
    what: 'Says how many rows each table has, and how large the database is.',
    least: 0,
    most: 0,
    run: async (db, _words, say) => {
      const { tables, bytes } = await readSizes(db)
      say(
        table(
          ['Table', 'Rows'],
          tables.map((row) => [row.table, row.rows.toLocaleString('en')]),
        ),
      )
      say(`${(bytes / 1024 ** 2).toFixed(1)} MiB in all.`)
      return 0
    },
  },
}

const widest = Math.max(...Object.values(COMMANDS).map(({ usage }) => usage.length))

export const HELP = `npm run admin -- <command>

${Object.values(COMMANDS)
  .map(({ usage, what }) => `  ${usage.padEnd(widest)}  ${what}`)
  .join('\n')}
  ${'help'.padEnd(widest)}  Prints this.`
