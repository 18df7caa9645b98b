import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { join as joinClass, teach } from '../class'
import { choose, item, learnerKnown, openDeck, RIGHT } from '../deck'
import { test } from '../journey'
import { signUp } from '../people'
import { type Running, startServer } from '../server'
import { type Sqld, startSqld } from '../sqld/server'
import { migrateServer, SECRET } from './copies'
import { type CountingProxy, startCountingProxy } from './counting-proxy'

let folder: string
let database: Sqld
let trips: CountingProxy
let server: Running

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recall-trips-'))
  database = await startSqld()
  await migrateServer(database.url)
  trips = await startCountingProxy(database.url)
  server = await startServer({ folder, env: { DATABASE_URL: trips.url, AUTH_SECRET: SECRET, LOG: 'off' } })
})
test.afterAll(async () => {
  await server.stop('SIGKILL')
  await trips.stop()
  await database.cleanup()
  await rm(folder, { recursive: true, force: true })
})

test('a deck’s page asks a libSQL server once for what is the learner’s own, and twice for an answer', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await signUp(page)
  await page.waitForLoadState('networkidle')
  trips.taken()
  await openDeck(page)
  await learnerKnown(page)
  await page.waitForLoadState('networkidle')
  expect(trips.taken()).toBe(1)
  await choose(item(page, 'Question 1'), RIGHT['Question 1'])
  await expect(item(page, 'Question 1').getByText('Correct', { exact: true })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(trips.taken()).toBe(2)
  await context.close()
})

test('a class’s dashboard, with work in it, asks twice at most: the page, its figures brought up to date, its table', async ({
  browser,
}) => {
  const teaching = await browser.newContext({ baseURL: server.url })
  const teacher = await teaching.newPage()
  const { path, join: link } = await teach(teacher, 'Counted class')
  const learning = await browser.newContext({ baseURL: server.url })
  const learner = await learning.newPage()
  await joinClass(learner, link, 'Ada Example')
  await openDeck(learner)
  await learnerKnown(learner)
  await choose(
    item(learner, 'Question 1'),
    'To find the model architecture with the highest accuracy on a test set',
  )
  await expect(item(learner, 'Question 1').getByText('Incorrect', { exact: true })).toBeVisible()
  await learner.waitForLoadState('networkidle')
  await learner.close()
  // No page is open that asks by itself.
  await teacher.close()
  trips.taken()
  for (const address of [path, `/api${path}/dashboard`, `${path}/table.csv`]) {
    const answer = await teaching.request.get(address)
    expect([answer.status(), await answer.text()]).toEqual([200, expect.stringContaining('Ada Example')])
    expect([address, trips.taken()]).toEqual([address, 2])
  }
  await Promise.all([teaching.close(), learning.close()])
})
