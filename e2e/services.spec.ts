import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { complaintsOf } from './console'
import { freePort } from './free-port'
import { test } from './journey'
import { startIssuer, type Vouched } from './oidc-issuer'
import { signUp, somebody } from './people'
import { type Running, startServer } from './server'

/** Signing in by another service, against an issuer that really speaks OpenID Connect. */
const taken = somebody('Grace Example')
const people: Record<string, Vouched> = {
  ada: { name: 'Ada Campus', email: 'ada@campus.example', email_verified: true },
  grace: { name: 'Grace Campus', email: taken.email, email_verified: true },
  mallory: { name: 'Mallory', email: taken.email, email_verified: false },
}

let folder: string
let server: Running
let issuer: Awaited<ReturnType<typeof startIssuer>>
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recall-services-'))
  const port = await freePort()
  issuer = await startIssuer(`http://localhost:${port}`, people)
  server = await startServer({ folder, port, env: issuer.env })
})
test.afterAll(async () => {
  await server?.stop()
  issuer?.stop()
  await rm(folder, { recursive: true, force: true })
})

const device = async (browser: Browser) =>
  (await browser.newContext({ baseURL: server.url, timezoneId: 'Europe/Paris' })).newPage()

/** At the issuer: says who one is, and agrees. */
async function vouch(page: Page, login: string) {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('anything')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function arrive(page: Page, login: string, from = '/sign-in?next=/account') {
  await page.goto(from)
  await page.getByRole('link', { name: 'Continue with Campus' }).click()
  await vouch(page, login)
}

test('somebody new gets an account, and is the same person the next time', async ({ browser }) => {
  const page = await device(browser)
  const complaints = complaintsOf(page)
  await page.goto('/sign-up?next=/account')
  await expect(page.getByRole('link', { name: 'Continue with Campus' })).toHaveAttribute('href', /zone=/)
  await page.getByRole('link', { name: 'Continue with Campus' }).click()
  await vouch(page, 'ada')
  await page.waitForURL('**/account')
  await expect(page.getByText('You sign in as ada@campus.example.')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ada Campus')
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Paris')
  // The only way in cannot be removed.
  await expect(page.getByRole('button', { name: 'Remove' })).toHaveCount(0)
  await page.getByLabel('Name', { exact: true }).fill('Ada at work')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  expect(complaints).toEqual([])

  const other = await device(browser)
  await arrive(other, 'ada')
  await other.waitForURL('**/account')
  await expect(other.getByLabel('Name', { exact: true })).toHaveValue('Ada at work')
})

test('an account is never joined by email alone, but by its owner under Account', async ({ browser }) => {
  test.slow()
  const owner = await device(browser)
  await signUp(owner, taken)

  // The issuer says that this email is theirs: it is still no key to the account.
  const stranger = await device(browser)
  await arrive(stranger, 'grace')
  await expect(stranger.getByText('already has an account here')).toBeVisible()
  await stranger.goto('/account')
  await expect(stranger.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()

  // One that the issuer has not verified is not even taken over.
  const mallory = await device(browser)
  await arrive(mallory, 'mallory')
  await mallory.waitForURL('**/account')
  await expect(mallory.getByText('You are signed in as Mallory.')).toBeVisible()

  await owner.goto('/account')
  await owner.getByRole('link', { name: 'Add Campus' }).click()
  await vouch(owner, 'grace')
  await expect(owner.getByText('You can sign in with it from now on.')).toBeVisible()
  await expect(owner.getByText(`You sign in as ${taken.email}.`)).toBeVisible()

  // The issuer remembers this browser, so it asks nothing more.
  await stranger.goto('/sign-in?next=/account')
  await stranger.getByRole('link', { name: 'Continue with Campus' }).click()
  await stranger.waitForURL('**/account')
  await expect(stranger.getByLabel('Name', { exact: true })).toHaveValue(taken.name)

  // What belongs to one account is not added to another.
  await mallory.goto('/account')
  await expect(mallory.getByRole('link', { name: 'Add Campus' })).toHaveCount(0)
  const third = await device(browser)
  await signUp(third)
  await third.getByRole('link', { name: 'Add Campus' }).click()
  await vouch(third, 'grace')
  await expect(third.getByText('belongs to another account')).toBeVisible()

  // With two ways in, either can go; the last one stays.
  await owner.goto('/account')
  await owner.getByRole('button', { name: 'Remove Password' }).click()
  await expect(owner.getByText('Removed.')).toBeVisible()
  await expect(owner.getByRole('button', { name: /^Remove/ })).toHaveCount(0)
})

test('another site can neither add a service nor finish a sign-in that was not begun here', async ({
  browser,
}) => {
  const page = await device(browser)
  await signUp(page)
  await page.goto('/sign-in/with/oidc?add=guessed')
  // Signed in, the sign-in page leads on to the account, where nothing was added.
  await page.waitForURL('**/account')
  await expect(page.getByRole('link', { name: 'Add Campus' })).toBeVisible()

  const nobody = await device(browser)
  await nobody.goto('/api/auth/callback/oidc?code=stolen&state=made-up')
  await expect(nobody.getByText('did not say who you are')).toBeVisible()
  expect((await nobody.context().cookies()).map(({ name }) => name)).not.toContain('authjs.session-token')
})

test('nothing else of the package is open to the network', async ({ request }) => {
  for (const path of ['signin', 'signout', 'session', 'csrf', 'providers', 'error', 'callback/github'])
    expect((await request.get(`${server.url}/api/auth/${path}`)).status(), path).toBe(404)
  expect((await request.get(`${server.url}/sign-in/with/github`)).status()).toBe(404)
})
