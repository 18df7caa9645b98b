import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, expect, test } from '@playwright/test'
import { openDatabase } from '@/db/client'
import { attempts, rollups } from '@/db/schema'
import { attemptsOf, storedAndFolded } from '../database'
import { ALL_THREE, choose, explain, grade, item, learnerKnown, openDeck, RIGHT } from '../deck'
import { itemForm, postForm } from '../forms'
import { signUp } from '../people'
import { type Copies, startCopies } from './copies'

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
    }
  }`)}`

test.beforeEach(async (_, { tags }) => {
  folder = await mkdtemp(join(tmpdir(), 'recall-copies-'))
  const ahead: Record<string, string> = tags.includes('@skewed') ? { NODE_OPTIONS: `--import=${clock(600_000)}` } : {}
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

test('twenty learners answering at once on two copies lose nothing and double nothing', async ({
  browser,
}) => {
  const learners: BrowserContext[] = []
  for (let n = 0; n < 20; n += 1) {
    const context = await browser.newContext({ baseURL: world.url, javaScriptEnabled: false })
    await signUp(await context.newPage())
    learners.push(context)
  }
  const [first] = learners
  if (!first) throw new Error('There is no learner.')
  const names = ['what-is-mlops/stands-for', 'what-is-mlops/why-important', 'what-is-mlops/stands-for']
  const forms = await Promise.all(names.map((name) => itemForm(first.request, name)))
  const sent: string[] = []
  await Promise.all(
    learners.map((learner) =>
      Promise.all(
        forms.map(async (form) => {
          const id = randomUUID()
          sent.push(id)
          // Each is sent twice: the second finds the first, on whichever copy.
          for (let times = 0; times < 2; times += 1)
            expect((await postForm(learner.request, form, { grade: 'good', id })).status()).toBe(200)
        }),
      ),
    ),
  )
  const db = await openDatabase(world.primary.url)
  const stored = (await db.select({ id: attempts.id }).from(attempts)).map(({ id }) => id)
  expect(stored.toSorted()).toEqual(sent.toSorted())
  const sums = await db.select({ items: rollups.items, attempts: rollups.attempts }).from(rollups)
  expect(sums).toEqual(learners.map(() => ({ items: 2, attempts: 3 })))
  await Promise.all(learners.map((learner) => learner.close()))
})

test('copies whose clocks are ten minutes apart take each other’s sessions, and lose and double nothing', {
  tag: '@skewed',
}, async ({ browser }) => {
  const dates = await Promise.all(world.copies.map(async ({ url }) => (await fetch(url)).headers.get('date')))
  const [ahead = 0, right = 0] = dates.map((date) => new Date(date ?? 0).getTime())
  expect(ahead - right).toBeGreaterThan(500_000)
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
