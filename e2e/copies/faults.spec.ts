import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { openDatabase } from '@/db/client'
import { attempts } from '@/db/schema'
import { choose, item, learnerKnown, openDeck, RIGHT } from '../deck'
import { freePort } from '../free-port'
import { test } from '../journey'
import { signUp } from '../people'
import { startServer } from '../server'
import { type Sqld, startSqld } from '../sqld/server'
import { migrateServer, SECRET } from './copies'

test.setTimeout(120_000)
let folder: string
let database: Sqld
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recall-faults-'))
  database = await startSqld()
  await migrateServer(database.url)
})
test.afterEach(async () => {
  await database.cleanup()
  await rm(folder, { recursive: true, force: true })
})
const settings = (url: string) => ({ DATABASE_URL: url, AUTH_SECRET: SECRET, LOG: 'off' })

test('a copy whose database is away starts, says that it is not ready, and answers kindly', async ({
  browser,
}) => {
  const server = await startServer({ folder, env: settings(`http://127.0.0.1:${await freePort()}`) })
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  expect((await page.request.get('/api/health')).status()).toBe(200)
  const ready = await page.request.get('/api/ready')
  expect([ready.status(), await ready.json()]).toEqual([503, { ok: false, database: 'away' }])
  await page.goto('/decks/what-is-mlops')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is MLOps?')
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill('ada@example.org')
  await page.getByLabel('Password').fill('a quiet analytical engine')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The database cannot be reached just now.')).toBeVisible()
  await expect(page.getByLabel('Email')).toHaveValue('ada@example.org')
  expect((await page.request.get('/api/health')).status()).toBe(200)
  await context.close()
  expect((await server.stop()).code).toBe(0)
})

for (const [what, leave, come] of [
  ['goes away', () => database.stop('SIGKILL'), () => database.restart()],
  ['hangs without answering', () => database.process.kill('SIGSTOP'), () => database.process.kill('SIGCONT')],
] as const)
  test(`when the database ${what} in the middle, the answer stays, and Try again saves it once`, async ({
    browser,
  }) => {
    const server = await startServer({ folder, env: settings(database.url) })
    const context = await browser.newContext({ baseURL: server.url })
    const page = await context.newPage()
    await signUp(page)
    await openDeck(page)
    await learnerKnown(page)
    const question = item(page, 'Question 1')
    await leave()
    await choose(question, RIGHT['Question 1'])
    await expect(question.getByText(/Not saved yet/)).toBeVisible({ timeout: 30_000 })
    await expect(question.getByRole('radio', { name: RIGHT['Question 1'] })).toBeChecked()
    await come()
    await question.getByRole('button', { name: 'Try again' }).click()
    await expect(question.getByText('Correct', { exact: true })).toBeVisible({ timeout: 30_000 })
    const db = await openDatabase(database.url)
    expect(await db.select({ kind: attempts.kind }).from(attempts)).toEqual([{ kind: 'question' }])
    await context.close()
    await server.stop('SIGKILL')
  })
