import { randomBytes } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { openDatabase } from '@/db/client'
import { attempts, items, meta } from '@/db/schema'
import { buildCopy } from '../copy'
import { attemptsOf } from '../database'
import { choose, item, learnerKnown, openDeck } from '../deck'
import { test } from '../journey'
import { signIn, signUp } from '../people'
import { type Running, startServer } from '../server'
import { type Sqld, startSqld } from '../sqld/server'
import { type Balancer, startBalancer } from './balancer'
import { migrateServer, SECRET } from './copies'

test.setTimeout(120_000)

/** A deck whose question the new release turns round, and whose card it drops. */
const deck = (right: 'first' | 'second', card: string) => `
id: upgraded
title: A deck that changes
summary: Say what changed.
cards:
  - { id: stays, level: beginner, front: What stays?, back: This. }
${card}
questions:
  - id: turned
    level: beginner
    stem: Which is right, the first or the second?
    explanation: It depends on the release.
    options:
      - { id: first, text: The first, correct: ${right === 'first'}, feedback: About the first. }
      - { id: second, text: The second, correct: ${right === 'second'}, feedback: About the second. }
prompts: []
`
const OLD = join('e2e', '.work', 'old-release')
const NEW = join('e2e', '.work', 'new-release')
/** Both are built here, as releases are: a form is named after the file of its action. */
const BUILT = join('e2e', '.work', 'release')
const KEY = { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64') }
const PATH = '/decks/upgraded'
let database: Sqld
let old: Running
let fresh: Running
let balancer: Balancer
const env = () => ({ DATABASE_URL: database.url, AUTH_SECRET: SECRET, LOG: 'off' })

async function release(folder: string, text: string) {
  await buildCopy(BUILT, { 'topic/deck.yaml': text }, KEY)
  await rm(folder, { recursive: true, force: true })
  await rename(BUILT, folder)
}

test.beforeAll(async () => {
  test.setTimeout(400_000)
  await release(OLD, deck('first', '  - { id: goes, level: beginner, front: What goes?, back: That. }'))
  await release(NEW, deck('second', ''))
  database = await startSqld()
  balancer = await startBalancer()
  await migrateServer(database.url, OLD)
  old = await startServer({ root: OLD, folder: OLD, env: env() })
})
test.afterAll(async () => {
  await Promise.all([old?.stop('SIGKILL'), fresh?.stop('SIGKILL')])
  await balancer?.stop()
  await database?.cleanup()
})

test('an old and a new copy side by side each mark an answer against what their page showed, and lose nothing', async ({
  browser,
}) => {
  balancer.to([old.url])
  const across = await (await browser.newContext({ baseURL: balancer.url })).newPage()
  const bo = await signUp(across)
  await openDeck(across, PATH)
  await learnerKnown(across)
  const before = await (await browser.newContext({ baseURL: old.url })).newPage()
  const ada = await signUp(before)
  await openDeck(before, PATH)
  await learnerKnown(before)

  // The new release migrates and seeds while the old one goes on.
  await migrateServer(database.url, NEW)
  fresh = await startServer({ root: NEW, folder: NEW, env: env() })
  const after = await (await browser.newContext({ baseURL: fresh.url })).newPage()
  await signIn(after, ada)
  await after.waitForURL((url) => url.pathname === '/')
  await openDeck(after, PATH)
  await learnerKnown(after)

  for (const page of [before, after]) await choose(item(page, 'Question 1'), 'The first')
  await expect(item(before, 'Question 1').getByText('Correct', { exact: true })).toBeVisible()
  await expect(item(after, 'Question 1').getByText('Incorrect', { exact: true })).toBeVisible()
  // The old page still has the card that the new release dropped.
  const gone = item(before, 'Card 2')
  await gone.getByText('Reveal answer').click()
  await gone.getByRole('button', { name: 'Good', exact: true }).click()
  await expect(gone.getByText('Graded Good.')).toBeAttached()
  expect((await before.request.get('/api/ready')).status()).toBe(200)
  expect((await after.request.get('/api/ready')).status()).toBe(200)

  const db = await openDatabase(database.url)
  const stored = await db
    .select({ item: attempts.itemId, mark: attempts.mark, hash: attempts.contentHash })
    .from(attempts)
    .orderBy(attempts.receivedAt)
  expect(stored.map(({ item: id, mark }) => [id, mark])).toEqual([
    ['upgraded/turned', 1],
    ['upgraded/turned', 0],
    ['upgraded/goes', 1],
  ])
  expect(stored[0]?.hash).not.toBe(stored[1]?.hash)

  // A tab that is open since the old release goes on through the new one, where its form is still known by its name.
  balancer.to([fresh.url])
  await choose(item(across, 'Question 1'), 'The first')
  await expect(item(across, 'Question 1').getByText('Correct', { exact: true })).toBeVisible()
  expect(await attemptsOf(bo.email, database.url)).toMatchObject([{ hash: stored[0]?.hash, mark: 1 }])

  // An old copy that starts once more leaves the decks of the new release as they are.
  const content = async () => (await db.select().from(meta).where(eq(meta.key, 'content-version')))[0]
  const newest = await content()
  await old.stop()
  old = await startServer({ root: OLD, folder: OLD, env: env() })
  expect((await before.request.get(`${old.url}/api/ready`)).status()).toBe(200)
  expect(await content()).toEqual(newest)
  const live = (await db.select({ id: items.id, retiredAt: items.retiredAt }).from(items)).filter(
    ({ retiredAt }) => retiredAt === null,
  )
  expect(live.map(({ id }) => id).sort()).toEqual(['upgraded/stays', 'upgraded/turned'])
})
