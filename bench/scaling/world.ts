import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import type { Db } from '@/db/client'
import { submit } from '@/db/fixtures'
import { portions } from '@/db/portions'
import { assignDeck } from '@/db/queries/assignments'
import { recordAttempt } from '@/db/queries/attempts'
import { createClass } from '@/db/queries/classes'
import { joinClass } from '@/db/queries/joining'
import { classes, items, itemVersions, learners } from '@/db/schema'
import { asInstructor, asLearner, type Learner } from '@/lib/identity'
import type { Answer } from '@/lib/rules/answer'
import type { ItemBody } from '@/lib/rules/item'
import { sessionCookie } from '@/lib/session-settings'
import { actionCall, actionId } from '../action'
import { BENCH_SECRET } from '../servers'

export const DECK = 'what-is-mlops'
/** Enough that a round is over before anybody's turn comes again. */
const LEARNERS = 2000
const IN_CLASS = 30
/** Ids as long as real ones are, since they are in every row and index. */
const people = Array.from({ length: LEARNERS }, (_, number) =>
  asLearner({ id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, sessionVersion: 1 }),
)
/** What the page sends besides: how long it took, and the sitting. */
const beside = () => ({ durationMs: 12_000, studySession: randomUUID() })

type Asked = { item: string; hash: string; body: ItemBody }

/** What a measurement needs of a database: the next answer to send, and the dashboard of a class that has worked. */
export type World = {
  /** The next answer, by another learner than the one before, as the browser sends it. */
  nextAnswer: () => ReturnType<typeof actionCall>
  /** The same without a browser. */
  nextSubmission: () => { learner: Learner; submission: ReturnType<typeof submit> }
  dashboard: { path: string; cookie: string }
}

/** Fills a seeded database: 2,000 learners, of whom thirty are a class that has answered all of its deck once. */
export async function furnish(db: Db): Promise<World> {
  const asked = await itemsOf(db)
  if ((await db.$count(learners)) === 0) await populate(db, asked)
  const [room] = await db.select().from(classes)
  const [first] = people
  if (!room || !first) throw new Error('There is no class.')
  const cookies = await cookiesOf()
  const action = await actionId('.next', 'answerItem')
  let turn = 0
  const next = () => {
    const [learner, one] = [people[turn % LEARNERS], asked[Math.floor(turn / LEARNERS) % asked.length]]
    const cookie = cookies[turn % LEARNERS]
    turn += 1
    if (!learner || !one || !cookie) throw new Error('Nobody is left to answer.')
    return { learner, cookie, ...one, answer: answerTo(one.body) }
  }
  return {
    nextAnswer: () => {
      const { cookie, item, hash, answer } = next()
      const { kind: _, ...said } = answer
      const fields = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value)]))
      const { durationMs, studySession } = beside()
      const times = { answeredAt: String(Date.now()), durationMs: String(durationMs) }
      return actionCall(action, { item, hash, id: randomUUID(), studySession, ...times, ...fields }, cookie)
    },
    nextSubmission: () => {
      const { learner, item, hash, answer } = next()
      return {
        learner,
        submission: submit(item, answer, { contentHash: hash, answeredAt: Date.now(), ...beside() }),
      }
    },
    dashboard: { path: `/classes/${room.id}`, cookie: cookies[0] ?? '' },
  }
}

/** The first learner teaches; the thirty after them are the class. */
async function populate(db: Db, asked: Asked[]): Promise<void> {
  const rows = people.map(({ id }) => ({ id, name: `Example ${id}`, timeZone: 'UTC', createdAt: 0 }))
  for (const some of portions(rows, 100)) await db.insert(learners).values(some)
  const [teacher, ...others] = people
  if (!teacher) throw new Error('There is nobody.')
  const classId = (await createClass(db, teacher, 'Measured class', 0)) ?? ''
  const instructor = asInstructor({ learner: teacher, classId })
  await assignDeck(db, instructor, DECK, undefined, 0)
  const [{ code } = { code: '' }] = await db.select().from(classes).where(eq(classes.id, classId))
  for (const learner of others.slice(0, IN_CLASS)) {
    await joinClass(db, learner, code, 0)
    for (const { item, hash, body } of asked) {
      const one = submit(item, answerTo(body), { contentHash: hash, answeredAt: Date.now() })
      await recordAttempt(db, learner, one, Date.now())
    }
  }
}

async function itemsOf(db: Db): Promise<Asked[]> {
  const rows = await db
    .select({
      item: items.id,
      hash: items.contentHash,
      of: itemVersions.contentHash,
      body: itemVersions.body,
    })
    .from(items)
    .innerJoin(itemVersions, eq(itemVersions.itemId, items.id))
    .where(eq(items.deckId, DECK))
  return rows.filter(({ hash, of }) => hash === of)
}

let encoded: Promise<string[]> | undefined

/** Everybody's session; the same in every database, so made once. */
function cookiesOf(): Promise<string[]> {
  const { name } = sessionCookie()
  encoded ??= Promise.all(
    people.map(async ({ id }) => {
      const token = { sub: id, sv: 1 }
      return `${name}=${await encode({ token, secret: BENCH_SECRET, salt: name, maxAge: 3600 })}`
    }),
  )
  return encoded
}

function answerTo(body: ItemBody): Answer {
  if (body.kind === 'card') return { kind: 'card', grade: 'good' }
  if (body.kind === 'question') return { kind: 'question', chosen: [body.options[1]?.id ?? ''] }
  return {
    kind: 'prompt',
    text: 'It brings machine learning and software engineering together and monitors models in production.',
  }
}
