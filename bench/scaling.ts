// `npm run bench:scaling`: requests a second of a deck's page, an attempt and a class's dashboard, on one copy and on
// two, on the file and on libSQL, in turns; attempts a second straight at each database; and bytes a row on disk.
// docs/scaling.md says what they were and what follows from them. It takes about seven minutes on an idle machine.
import { cpus } from 'node:os'
import { sql } from 'drizzle-orm'
import { type Db, openDatabase } from '@/db/client'
import { recordAttempt } from '@/db/queries/attempts'
import { attempts } from '@/db/schema'
import installSqld, { sqldRunsHere } from '@/e2e/sqld/install'
import { buildIfNeeded } from '@/scripts/server/built'
import { load } from './load'
import { processorMs } from './scaling/processor'
import { inTurns, row, type Sample } from './scaling/rounds'
import { type Setup, startSetups } from './scaling/setups'
import { DECK } from './scaling/world'

/** Requests under way at once, spread evenly over the copies. */
const AT_ONCE = 8
/** Milliseconds of one measurement straight at a database. */
const STRAIGHT_MS = 3000

type Call = { method: string; headers: Record<string, string>; body: Buffer }

/** What `work` came to, and the processor time that the setup's processes took for it. */
async function weighed(
  { processes: { copies, databases } }: Pick<Setup, 'processes'>,
  work: () => Promise<{ answered: number; perSecond: number }>,
): Promise<Sample> {
  const [copiesBefore, databasesBefore] = [processorMs(copies), processorMs(databases)]
  const done = await work()
  return {
    ...done,
    copiesMs: processorMs(copies) - copiesBefore,
    databasesMs: processorMs(databases) - databasesBefore,
  }
}

/** What all copies together answer: a balancer of ours would be what is measured. */
const onAllCopies = (setup: Setup, path: string, next?: () => Call): Promise<Sample> =>
  weighed(setup, async () => {
    const each = AT_ONCE / setup.urls.length
    const loaded = await Promise.all(setup.urls.map((url) => load(url + path, each, next)))
    return {
      answered: loaded.reduce((sum, { answered }) => sum + answered, 0),
      perSecond: loaded.reduce((sum, { perSecond }) => sum + perSecond, 0),
    }
  })

/** One of each from every copy: the first loads code, and takes seconds on a busy machine. */
async function warmUp({ urls, world }: Setup): Promise<void> {
  for (const url of urls) {
    const { method, headers, body } = world.nextAnswer()
    const { path, cookie } = world.dashboard
    for (const answer of [
      await fetch(`${url}/decks/${DECK}`),
      await fetch(`${url}/decks/${DECK}`, { method, headers, body: new Uint8Array(body) }),
      await fetch(url + path, { headers: { cookie } }),
    ]) {
      const text = await answer.text()
      if (!answer.ok || text.includes('"ok":false'))
        throw new Error(`${answer.url} answers ${answer.status}: ${text.slice(0, 200)}`)
    }
  }
}

/** Attempts without pages and copies: as many at once, from this process. */
const straight = (setup: Pick<Setup, 'db' | 'world' | 'processes'>): Promise<Sample> =>
  weighed(setup, async () => {
    const until = performance.now() + STRAIGHT_MS
    let answered = 0
    const write = async () => {
      while (performance.now() < until) {
        const { learner, submission } = setup.world.nextSubmission()
        const outcome = await recordAttempt(setup.db, learner, submission, Date.now())
        if (outcome.recorded) answered += 1
        else console.log(`An attempt was refused: ${outcome.reason}.`)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, write))
    return { answered, perSecond: answered / (STRAIGHT_MS / 1000) }
  })

/** Bytes a row, indexes included, of the tables that grow with use. */
async function bytesARow(db: Db): Promise<string[]> {
  const lines: string[] = []
  for (const table of ['attempts', 'snapshots', 'rollups', 'learners']) {
    const [size] = await db.all<{ bytes: number; rows: number }>(sql`
      select (select sum(pgsize) from dbstat where name in (select name from sqlite_master where tbl_name = ${table})) as bytes,
        (select count(*) from ${sql.identifier(table)}) as rows`)
    lines.push(
      `| ${table} | ${size?.rows.toLocaleString('en-GB')} | ${Math.round((size?.bytes ?? 0) / (size?.rows || 1))} |`,
    )
  }
  return lines
}

const table = (title: string, measured: Awaited<ReturnType<typeof inTurns>>) => {
  const [first] = measured
  if (!first) throw new Error('Nothing was measured.')
  const lines = measured.map((one) => row(one, first))
  const head = `| ${title} | a second | ratio | ms a request: copies | databases |\n| --- | --- | --- | --- | --- |`
  console.log(`\n${head}\n${lines.join('\n')}`)
}

if (!sqldRunsHere) throw new Error('A libSQL server ships for Linux on x64 alone.')
await installSqld()
if (!(await buildIfNeeded('content'))) throw new Error('There is nothing to measure without a build.')
const { setups, stop } = await startSetups()
try {
  console.log(`${cpus().length} cores, Node ${process.version}: load, copies and databases share them.`)
  for (const setup of setups) await warmUp(setup)
  const answered = new Map<Db, number>()
  table('Deck’s page', await inTurns(setups, (setup) => onAllCopies(setup, `/decks/${DECK}`)))
  table(
    'Attempt',
    await inTurns(setups, async (setup) => {
      const loaded = await onAllCopies(setup, `/decks/${DECK}`, setup.world.nextAnswer)
      answered.set(setup.db, (answered.get(setup.db) ?? 0) + loaded.answered)
      return loaded
    }),
  )
  // A refusal comes back as a success, and quicker.
  for (const [db, count] of answered)
    if ((await db.$count(attempts)) < count) throw new Error('Fewer attempts are kept than were answered.')
  table(
    'Class’s dashboard',
    await inTurns(setups, async (setup) => {
      const { path, cookie } = setup.world.dashboard
      const ask = () => ({ method: 'GET', headers: { cookie }, body: Buffer.alloc(0) })
      return onAllCopies(setup, path, ask)
    }),
  )
  const [file, , primary, , replica] = setups
  if (!file || !primary || !replica) throw new Error('A setup is missing.')
  const behind = await openDatabase(replica.through)
  table(
    'Attempt, straight at the database',
    await inTurns(
      [
        { ...file, name: 'file', processes: { copies: [process.pid], databases: [] } },
        { ...primary, name: 'libSQL primary', processes: { ...primary.processes, copies: [process.pid] } },
        {
          ...replica,
          name: 'through a replica',
          db: behind,
          processes: { ...replica.processes, copies: [process.pid] },
        },
      ],
      straight,
    ),
  )
  behind.close()
  console.log(
    `\n| table | rows | bytes a row |\n| --- | --- | --- |\n${(await bytesARow(file.db)).join('\n')}`,
  )
} finally {
  await stop()
}
