import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@/db/client'
import { classes, items } from '@/db/schema'
import { migrateServer } from '@/e2e/copies/copies'
import { startCountingProxy } from '@/e2e/copies/counting-proxy'
import { startServer } from '@/e2e/server'
import installSqld, { sqldRunsHere } from '@/e2e/sqld/install'
import { startSqld } from '@/e2e/sqld/server'
import { actionCall, actionId } from './action'
import { BENCH_SECRET } from './servers'

/** What was asked for, and how many round trips to the database that took. */
export type Trips = { what: string; trips: number }

const DECK = 'what-is-mlops'
const PASSWORD = 'a quiet analytical engine'

/**
 * Round trips to a libSQL server for every page and for the actions of a day, each asked for once by somebody signed
 * in, on a class with one learner who answered something. An action that leads to another page is counted with it,
 * since Next sends that page along. Nothing where no libSQL server runs.
 */
export async function roundTrips(): Promise<Trips[]> {
  if (!sqldRunsHere) return []
  await installSqld()
  const folder = await mkdtemp(join(tmpdir(), 'recall-trips-'))
  const database = await startSqld()
  await migrateServer(database.url)
  const proxy = await startCountingProxy(database.url)
  const env = { DATABASE_URL: proxy.url, AUTH_SECRET: BENCH_SECRET, LOG: 'off' }
  const server = await startServer({ folder, env })
  const db = await openDatabase(database.url)
  const counted: Trips[] = []
  const count = async <T>(what: string, ask: () => Promise<T>): Promise<T> => {
    proxy.taken()
    const answer = await ask()
    counted.push({ what, trips: proxy.taken() })
    return answer
  }
  try {
    const [teacher, learner] = [browserOf(server.url), browserOf(server.url)]
    const person = (name: string) => ({
      name,
      email: `${randomUUID()}@example.org`,
      password: PASSWORD,
      next: '/',
    })
    const ada = person('Ada')
    await teacher.act('signUp', '/sign-up', person('Grace'))
    await count('Sign up', () => learner.act('signUp', '/sign-up', ada))
    await count('Sign in', () => browserOf(server.url).act('signIn', '/sign-in', ada))
    for (const [what, path] of [
      ['Home, decks, a deck’s page', '/decks/what-is-mlops'],
      ['What is the learner’s own on them', `/api/mine?deck=${DECK}`],
    ] as const)
      await count(what, () => learner.get(path))

    const asked = (await db.select().from(items)).find(({ kind }) => kind === 'card')
    if (!asked) throw new Error('The deck has no card.')
    const about = { item: asked.id, hash: asked.contentHash, id: randomUUID(), grade: 'forgot' }
    const now = () => ({ answeredAt: String(Date.now()) })
    await count('An attempt', () => learner.act('answerItem', `/decks/${DECK}`, { ...about, ...now() }))
    await count('The same attempt once more', () =>
      learner.act('answerItem', `/decks/${DECK}`, { ...about, ...now() }),
    )

    await count('Make a class, and its page', () =>
      teacher.act('makeClass', '/classes', { name: 'Evening class' }),
    )
    const [made] = await db.select().from(classes)
    if (!made) throw new Error('No class was made.')
    const path = `/classes/${made.id}`
    await count('Assign a deck', () =>
      teacher.act('assign', `${path}/settings`, { class: made.id, deck: DECK, due: '' }),
    )
    await count('The page of an invitation', () => learner.get(`/join/${made.code}`))
    await count('Join a class, and its page', () =>
      learner.act('join', `/join/${made.code}`, { code: made.code }),
    )
    const { learner: me } = JSON.parse(await learner.get('/api/mine')) as { learner: { id: string } }
    for (const [what, address] of [
      ['Class dashboard', path],
      ['Class dashboard, brought up to date', `/api${path}/dashboard`],
      ['Table of a class as CSV', `${path}/table.csv`],
      ['Answers of a class as CSV, up to 500', `${path}/answers.csv`],
      ['A learner of a class', `${path}/learners/${me.id}`],
      ['Settings of a class', `${path}/settings`],
      ['One’s classes', '/classes'],
      ['Account', '/account'],
      ['Export of an account, up to 500 answers', '/account/export'],
    ] as const)
      await count(what, () => teacher.get(address))
    await count('A class as its learner sees it', () => learner.get(path))
    await count('/api/ready', () => learner.get('/api/ready'))
    return counted
  } finally {
    db.close()
    await server.stop('SIGKILL')
    await proxy.stop()
    await database.cleanup()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Asks as one browser does, cookies and all, and throws for an answer that is no success. */
function browserOf(url: string) {
  let cookie = ''
  const ask = async (path: string, init: RequestInit = {}): Promise<string> => {
    const answer = await fetch(url + path, {
      ...init,
      headers: { ...init.headers, cookie },
      redirect: 'manual',
    })
    const given = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0])
    if (given.length > 0) cookie = given.join('; ')
    const text = await answer.text()
    if (answer.status >= 400 || text.includes('"ok":false'))
      throw new Error(`${path} answers ${answer.status}: ${text.slice(0, 300)}`)
    return text
  }
  return {
    get: (path: string) => ask(path),
    act: async (action: string, path: string, fields: Record<string, string>) => {
      const { method, headers, body } = actionCall(await actionId('.next', action), fields, cookie)
      return ask(path, { method, headers: { ...headers, origin: url }, body: new Uint8Array(body) })
    },
  }
}

/** The table as it is printed. */
export const tripLines = (counted: readonly Trips[]): string =>
  counted.map(({ what, trips }) => `  ${String(trips).padStart(2)}  ${what}`).join('\n')
