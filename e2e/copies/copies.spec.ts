import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type APIRequestContext, expect, request } from '@playwright/test'
import { desc } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { openDatabase } from '@/db/client'
import { addLearner } from '@/db/fixtures'
import { attempts, rollups } from '@/db/schema'
import { sessionCookie } from '@/lib/session-settings'
import { attemptsOf, storedAndFolded } from '../database'
import { ALL_THREE, choose, explain, grade, item, learnerKnown, openDeck, RIGHT } from '../deck'
import { itemForm, postForm } from '../forms'
import { test } from '../journey'
import { signUp } from '../people'
import { type Copies, SECRET, startCopies } from './copies'

test.setTimeout(180_000)
let folder: string
let world: Copies

/** A module that sets the clock of the process that it is loaded into so many milliseconds ahead. */
const clock = (ahead: number) =>
  `data:text/javascript,${encodeURIComponent(`{
    const Real = Date
    globalThis.Date = class Date extends Real {
      constructor(...given) { super(...(given.length > 0 ? given : [Real.now() + ${ahead}])) }
      static now() { return Real.now() + ${ahead} }
      static UTC = Real.UTC
      static parse = Real.parse
    }
  }`)}`

test.beforeEach(async () => {
  const { tags } = test.info()
  folder = await mkdtemp(join(tmpdir(), 'recall-copies-'))
  const ahead: Record<string, string> = tags.includes('@skewed')
    ? { NODE_OPTIONS: `--import=${clock(600_000)}` }
    : {}
  world = await startCopies(folder, [ahead, {}])
})
test.afterEach(async () => {
  await world.stop()
  await rm(folder, { recursive: true, force: true })
})

test('a copy that is killed in the middle is not missed: the learner goes on through the other', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: world.url })
  const page = await context.newPage()
  await signUp(page)
  await openDeck(page)
  await learnerKnown(page)
  await grade(item(page, 'Card 1'), 'Good')
  await choose(item(page, 'Question 1'), RIGHT['Question 1'])
  await expect(item(page, 'Question 1').getByText('Correct', { exact: true })).toBeVisible()
  await world.copies[0]?.stop('SIGKILL')
  await explain(item(page, 'Prompt 1'), ALL_THREE)
  await expect(item(page, 'Prompt 1').getByText('You got 3/3 concepts')).toBeVisible()
  await openDeck(page)
  await expect(item(page, 'Prompt 1').getByText('Best: 3 of 3 concepts')).toBeVisible()
  await context.close()
  const db = await openDatabase(world.primary.url)
  expect((await db.select({ kind: attempts.kind }).from(attempts)).map(({ kind }) => kind).sort()).toEqual([
    'card',
    'prompt',
    'question',
  ])
})

/** Somebody who is signed in, without the page and the hashing of a password that would be waited for. */
async function signedIn(name: string, baseURL = world.url): Promise<APIRequestContext> {
  const db = await openDatabase(world.primary.url)
  const learner = await addLearner(db, name)
  db.close()
  const cookie = sessionCookie().name
  const value = await encode({ token: { sub: learner.id, sv: 1 }, secret: SECRET, salt: cookie, maxAge: 600 })
  return request.newContext({
    baseURL,
    storageState: {
      origins: [],
      cookies: [
        {
          name: cookie,
          value,
          domain: 'localhost',
          path: '/',
          expires: -1,
          httpOnly: true,
          secure: false,
          sameSite: 'Lax',
        },
      ],
    },
  })
}

test('twenty learners answering at once on two copies lose nothing and double nothing', async () => {
  const learners = await Promise.all(Array.from({ length: 20 }, (_, n) => signedIn(`Learner ${n}`)))
  const [first] = learners
  if (!first) throw new Error('There is no learner.')
  const names = ['what-is-mlops/stands-for', 'what-is-mlops/why-important', 'what-is-mlops/stands-for']
  const forms = await Promise.all(names.map((name) => itemForm(first, name)))
  const sent: string[] = []
  await Promise.all(
    learners.map((learner) =>
      Promise.all(
        forms.map(async (form) => {
          const id = randomUUID()
          sent.push(id)
          // Each is sent twice: the second finds the first, on whichever copy.
          for (let times = 0; times < 2; times += 1)
            expect((await postForm(learner, form, { grade: 'good', id })).status()).toBe(200)
        }),
      ),
    ),
  )
  const db = await openDatabase(world.primary.url)
  const stored = (await db.select({ id: attempts.id }).from(attempts)).map(({ id }) => id)
  expect(stored.toSorted()).toEqual(sent.toSorted())
  const sums = await db.select({ items: rollups.items, attempts: rollups.attempts }).from(rollups)
  expect(sums).toEqual(learners.map(() => ({ items: 2, attempts: 3 })))
  await Promise.all(learners.map((learner) => learner.dispose()))
})

test('copies whose clocks are ten minutes apart take each other’s sessions, and lose and double nothing', {
  tag: '@skewed',
}, async ({ browser }) => {
  // An answer straight to each copy shows its clock.
  const db = await openDatabase(world.primary.url)
  for (const copy of world.copies) {
    const bo = await signedIn('Bo', copy.url)
    const form = await itemForm(bo, 'what-is-mlops/stands-for')
    expect((await postForm(bo, form, { grade: 'good', id: randomUUID() })).status()).toBe(200)
    await bo.dispose()
  }
  const [ahead, right] = await db
    .select({ at: attempts.receivedAt })
    .from(attempts)
    .orderBy(desc(attempts.receivedAt))
  expect((ahead?.at ?? 0) - (right?.at ?? 0)).toBeGreaterThan(500_000)
  db.close()

  const context = await browser.newContext({ baseURL: world.url })
  const page = await context.newPage()
  const ada = await signUp(page)
  await openDeck(page)
  await learnerKnown(page)
  for (const word of ['Forgot', 'Hard', 'Good', 'Easy'] as const) {
    await grade(item(page, 'Card 1'), word)
    await expect(item(page, 'Card 1').getByText(`Graded ${word}.`)).toBeVisible()
  }
  for (let times = 0; times < 4; times += 1) {
    await openDeck(page)
    await learnerKnown(page)
    await expect(page.getByText('1 of 12 answered.')).toBeVisible()
  }
  expect(await attemptsOf(ada.email, world.primary.url)).toHaveLength(4)
  const { stored, folded } = await storedAndFolded(world.primary.url)
  expect(stored).toEqual(folded)
  await context.close()
})
