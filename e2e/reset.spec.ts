import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, expect } from '@playwright/test'
import { SMTPServer } from 'smtp-server'
import { test } from './journey'
import { signIn, signUp, somebody } from './people'
import { type Running, startServer } from './server'

/** A forgotten password, with a mail server of the tests' own, and without one. */
type Mail = { to: string[]; text: string }

let folder: string
let server: Running
let smtp: SMTPServer
const mails: Mail[] = []

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recall-reset-'))
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let text = ''
      stream.on('data', (data) => {
        text += data
      })
      stream.on('end', () => {
        // Undo the wrapping that a mail does to long lines.
        const unwrapped = text.replace(/=\r?\n/g, '').replace(/=3D/g, '=')
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: unwrapped })
        done()
      })
    },
  })
  const listening = smtp.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const env = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Recall & Review <learn@example.org>' }
  server = await startServer({ folder, env })
})
test.afterAll(async () => {
  await server?.stop()
  smtp?.close()
  await rm(folder, { recursive: true, force: true })
})

const device = async (browser: Browser, baseURL = server.url) =>
  (await browser.newContext({ baseURL })).newPage()

test('a forgotten password is set anew by a link in the mail, once, and ends every session', async ({
  browser,
}) => {
  const signedIn = await device(browser)
  const ada = await signUp(signedIn)
  const page = await device(browser)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.waitForURL('**/forgot')

  // Whether the email has an account does not show.
  const said: (string | null)[] = []
  for (const email of [somebody().email, ada.email]) {
    await page.getByLabel('Email').fill(email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    const status = page.getByRole('status').filter({ hasText: email })
    await expect(status).toBeVisible()
    said.push((await status.textContent())?.replace(email, '') ?? null)
  }
  expect(said[0]).toBe(said[1])

  await expect.poll(() => mails.length).toBe(1)
  expect(mails[0]?.to).toEqual([ada.email])
  const link = /http:\/\/\S+\/reset\/\S+/.exec(mails[0]?.text ?? '')?.[0] ?? ''
  expect(link).toContain(`${server.url}/reset/`)
  await page.goto(link)
  await expect(page.getByText(`For ${ada.name}, ${ada.email}.`)).toBeVisible()
  await page.getByLabel('New password').fill('password123')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/first that are tried/)
  await page.getByLabel('New password').fill('a third quiet engine')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByText('Your new password is set')).toBeVisible()

  await signIn(page, ada)
  await expect(page.getByText('do not belong together')).toBeVisible()
  await signIn(page, { ...ada, password: 'a third quiet engine' })
  await page.waitForURL('**/')
  await signedIn.goto('/account')
  await expect(signedIn.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
})

test('an address is verified by a link in the mail, by a button and once', async ({ browser }) => {
  const page = await device(browser)
  const ada = await signUp(page)
  await expect(page.getByText(`${ada.email} is not verified yet.`)).toBeVisible()
  const before = mails.length
  await page.getByRole('button', { name: 'Verify your address' }).click()
  await expect(page.getByText(`A link is on its way to ${ada.email}.`)).toBeVisible()
  await expect.poll(() => mails.length).toBe(before + 1)
  expect(mails[before]?.to).toEqual([ada.email])
  const link = /http:\/\/\S+\/verify\/\S+/.exec(mails[before]?.text ?? '')?.[0] ?? ''

  // Whoever opens the link has done nothing yet, and need not be signed in.
  const elsewhere = await device(browser)
  await elsewhere.goto(link)
  await expect(elsewhere.getByText(`${ada.email}, for the account of ${ada.name}.`)).toBeVisible()
  await page.reload()
  await expect(page.getByText('is not verified yet')).toBeVisible()
  await elsewhere.getByRole('button', { name: 'This is my address' }).click()
  await expect(elsewhere.getByText('Your address is verified. Sign in')).toBeVisible()
  await page.reload()
  await expect(page.getByText(`${ada.email} is verified as yours.`)).toBeVisible()
  await elsewhere.goto(link)
  await expect(elsewhere.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
})

test('mails to one address are few', async ({ browser }) => {
  const ada = await signUp(await device(browser))
  const page = await device(browser)
  const before = mails.length
  for (let n = 0; n < 5; n += 1) {
    await page.goto('/forgot')
    await page.getByLabel('Email').fill(ada.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await expect(page.getByRole('status').filter({ hasText: ada.email })).toBeVisible()
  }
  await page.waitForTimeout(500)
  expect(mails.length - before).toBe(3)
})

test.describe('without mail', () => {
  test('the page says whom to ask, and the operator prints the link while the server runs', async ({
    browser,
  }) => {
    test.slow()
    const own = await mkdtemp(join(tmpdir(), 'recall-no-mail-'))
    const copy = await startServer({
      folder: own,
      env: { OPERATOR_NAME: 'The library', OPERATOR_CONTACT: 'library@example.org' },
    })
    const admin = (...words: string[]) =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', join('scripts', 'admin.ts'), ...words], {
        env: { ...process.env, DATABASE_URL: join(own, 'recall.db'), APP_URL: copy.url },
      })
    try {
      const page = await device(browser, copy.url)
      const ada = await signUp(page)
      await page.context().clearCookies()
      await page.goto('/forgot')
      await expect(page.getByText('Ask The library (library@example.org)')).toBeVisible()
      await page.goto('/privacy')
      await expect(page.getByRole('link', { name: 'library@example.org' })).toBeVisible()

      const { stdout } = await admin('reset-link', ada.email.toUpperCase())
      await page.goto(/http:\/\/\S+/.exec(stdout)?.[0] ?? '')
      await page.getByLabel('New password').fill('a fourth quiet engine')
      await page.getByRole('button', { name: 'Set password' }).click()
      await signIn(page, { ...ada, password: 'a fourth quiet engine' })
      await page.waitForURL('**/')

      expect((await admin('accounts', 'ada exam')).stdout).toContain(ada.email)
      await admin('disable', ada.email)
      await page.goto('/account')
      await signIn(page, { ...ada, password: 'a fourth quiet engine' })
      await expect(page.getByText('This account was closed')).toBeVisible()
      await admin('enable', ada.email)
      await signIn(page, { ...ada, password: 'a fourth quiet engine' })
      await page.waitForURL('**/account')
    } finally {
      await copy.stop()
      await rm(own, { recursive: true, force: true })
    }
  })
})
