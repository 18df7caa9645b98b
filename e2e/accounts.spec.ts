import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page } from '@playwright/test'
import { complaintsOf } from './console'
import { test } from './journey'
import { signIn, signUp, somebody } from './people'

const h1 = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** A page in a browser of its own, as on another device. */
const elsewhere = async (browser: Browser) => (await browser.newContext()).newPage()

test('somebody signs up, is remembered with their time zone, signs out and in again @phone', async ({
  browser,
}) => {
  const context = await browser.newContext({ timezoneId: 'America/Lima' })
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  const ada = await signUp(page)
  await expect(h1(page, 'Account')).toBeVisible()
  await expect(page.getByText(`You sign in as ${ada.email}.`)).toBeVisible()
  await expect(page.getByLabel('Time zone')).toHaveValue('America/Lima')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(ada.name)

  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL('**/')
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  expect(await context.cookies()).toEqual([])

  await page.goto('/account')
  await expect(h1(page, 'Sign in')).toBeVisible()
  await signIn(page, { ...ada, email: ada.email.toUpperCase() })
  await expect(h1(page, 'Account')).toBeVisible()
  expect(complaints).toEqual([])
  await context.close()
})

test('one message answers a wrong password and an email nobody has, and what was typed stays', async ({
  page,
  browser,
}) => {
  const ada = await signUp(await elsewhere(browser))
  const said: (string | null)[] = []
  for (const email of [ada.email, somebody().email]) {
    await page.goto('/sign-in')
    await signIn(page, { email, password: 'not the password' })
    const alert = page.getByRole('alert').filter({ hasText: 'belong together' })
    await expect(alert).toBeVisible()
    said.push(await alert.textContent())
    await expect(page.getByLabel('Email')).toHaveValue(email)
    await expect(page.getByLabel('Password')).toHaveValue('')
  }
  expect(said[0]).toBe(said[1])
})

test('a guesser is stopped before long, and the owner still gets in from elsewhere', async ({
  page,
  browser,
}) => {
  const ada = await signUp(await elsewhere(browser))
  await page.goto('/sign-in')
  for (let n = 0; n < 10; n += 1) {
    await signIn(page, { ...ada, password: `guess number ${n}` })
    await expect(page.getByRole('button', { name: 'Sign in' })).not.toHaveAttribute('aria-busy')
    await expect(page.getByText('do not belong together')).toBeVisible()
  }
  await signIn(page, ada)
  await expect(page.getByText('Too many tries')).toBeVisible()
})

test('signing up says what is wrong beside the field, and that an address is in use', async ({
  page,
  browser,
}) => {
  const ada = await signUp(await elsewhere(browser))
  await page.goto('/sign-up')
  const fill = async (password: string) => {
    await page.getByLabel('Name', { exact: true }).fill('Eve')
    await page.getByLabel('Email').fill(ada.email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Create account' }).click()
  }
  await fill('password123')
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/one of the first that are tried/)
  await expect(page.getByLabel('Password')).toBeFocused()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Eve')
  await fill('quite another engine')
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/has an account/)
  await expect(page.getByLabel('Email')).toHaveValue(ada.email)
})

test('signing in leads back to where one was, and never to another site', async ({
  page,
  browser,
  baseURL,
}) => {
  const ada = await signUp(await elsewhere(browser))
  await page.goto('/sign-in?next=/privacy%23who')
  await signIn(page, ada)
  await page.waitForURL('**/privacy#who')
  // Signed in already, the form is not shown again.
  await page.goto('/sign-in?next=/account')
  await page.waitForURL('**/account')
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/%2F/evil.example']) {
    await page.goto(`/sign-in?${new URLSearchParams({ next })}`)
    expect(page.url()).toBe(`${baseURL}/`)
  }
})

test('signing out everywhere ends the other browser too', async ({ page, browser }) => {
  const ada = await signUp(page)
  const other = await elsewhere(browser)
  await signIn(other, ada)
  await other.waitForURL('**/')
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.waitForURL('**/')
  await other.goto('/account')
  await expect(h1(other, 'Sign in')).toBeVisible()
})

test('signing out says first when answers were never sent, and then leaves nothing of the learner behind', async ({
  page,
}) => {
  await signUp(page)
  const { learner } = await (await page.request.get('/api/mine')).json()
  // Nothing that this page sends arrives.
  await page.route('**/account', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await page.evaluate((id) => {
    const answer = { kind: 'card', grade: 'good' }
    const kept = {
      id: crypto.randomUUID(),
      item: 'deck/card',
      hash: 'h',
      answer,
      answeredAt: Date.now(),
      learner: id,
    }
    localStorage.setItem('answers', JSON.stringify([kept]))
    sessionStorage.setItem(
      'draft deck/prompt',
      JSON.stringify({ hash: 'h', answer: { kind: 'prompt', text: 'mine' } }),
    )
  }, learner.id)
  await page.reload()
  await expect(page.getByRole('group').filter({ hasText: 'Ada Example' }).first()).toBeVisible()
  const signOut = page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true })
  await signOut.click()
  await expect(page.getByText('One answer has not been sent yet')).toBeVisible()
  await page.unroute('**/account')
  await signOut.click()
  await page.waitForURL('**/')
  const left = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(left).not.toMatch(/answers|draft|mine/)
  expect(await page.context().cookies()).toEqual([])
})

test('a new password ends all other sessions, and this one goes on', async ({ page, browser }) => {
  const ada = await signUp(page)
  const other = await elsewhere(browser)
  await signIn(other, ada)
  await other.waitForURL('**/')

  await page.getByText('Change password').first().click()
  await page.getByLabel('Current password').fill('not the password')
  await page.getByLabel('New password').fill('a second quiet engine')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByLabel('Current password')).toHaveAccessibleDescription(/not your password/)
  await page.getByLabel('Current password').fill(ada.password)
  await page.getByLabel('New password').fill('a second quiet engine')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('signed out everywhere else')).toBeVisible()

  await page.reload()
  await expect(h1(page, 'Account')).toBeVisible()
  await other.goto('/account')
  await expect(h1(other, 'Sign in')).toBeVisible()
  await signIn(other, ada)
  await expect(other.getByText('do not belong together')).toBeVisible()
  await signIn(other, { ...ada, password: 'a second quiet engine' })
  await expect(h1(other, 'Account')).toBeVisible()
})

test('name, time zone and email can be changed, the email with the password alone', async ({
  page,
  browser,
}) => {
  const ada = await signUp(page)
  const ben = await signUp(await elsewhere(browser))
  await page.getByLabel('Name', { exact: true }).fill('Augusta')
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo')
  await page.reload()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Augusta')
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo')

  const change = async (email: string, password: string) => {
    await page.getByLabel('New email').fill(email)
    await page.getByLabel('Your password').first().fill(password)
    await page.getByRole('button', { name: 'Change email' }).click()
  }
  const next = somebody().email
  await page.getByText('Change email').first().click()
  await change(next, 'not the password')
  await expect(page.getByText('This is not your password.').last()).toBeVisible()
  await change(ben.email, ada.password)
  await expect(page.getByLabel('New email')).toHaveAccessibleDescription(/Another account/)
  await change(next, ada.password)
  await expect(page.getByText(`You sign in as ${next}.`)).toBeVisible()
})

test('few emails can be asked for that other accounts have', async ({ page, browser }) => {
  const ben = await signUp(await elsewhere(browser))
  const ada = await signUp(page)
  await page.goto('/account')
  await page.getByText('Change email').first().click()
  const change = async (email: string, said: RegExp) => {
    await page.getByLabel('New email').fill(email)
    await page.getByLabel('Your password').first().fill(ada.password)
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Change email' }).click()
    await answered
    // The form has taken the answer in once it has given up the password; what is typed before that would go with it.
    await expect(page.getByLabel('Your password').first()).toHaveValue('')
    await expect(page.getByText(said).last()).toBeVisible()
  }
  for (let n = 0; n < 5; n += 1) await change(ben.email, /Another account has this/)
  await change(ben.email, /Several addresses/)
  // A free one is not told from a taken one any more.
  await change(somebody().email, /Several addresses/)
  await page.reload()
  await expect(page.getByText(`You sign in as ${ada.email}.`)).toBeVisible()
})

test('everything that is kept can be exported, without a secret, by its owner alone', async ({
  page,
  request,
}) => {
  expect((await request.get('/account/export')).status()).toBe(401)
  const ada = await signUp(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export my data' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^recall-and-review-\d{4}-\d\d-\d\d\.json$/)
  const text = await readFile(await file.path(), 'utf8')
  expect(JSON.parse(text)).toMatchObject({
    profile: { name: ada.name, email: ada.email },
    identities: [{ provider: 'password' }],
    memberships: [],
    attempts: [],
  })
  expect(text).not.toMatch(/argon2|secret|sessionVersion/i)
})

test('an account is deleted for good, with the password alone', async ({ page, browser }) => {
  const ada = await signUp(page)
  const other = await elsewhere(browser)
  await signIn(other, ada)
  await other.waitForURL('**/')
  await page.getByText('Delete my account', { exact: true }).click()
  const erase = async (password: string) => {
    await page.getByLabel('Your password').last().fill(password)
    await page.getByRole('button', { name: 'Delete my account for good' }).click()
  }
  await erase('not the password')
  await expect(page.getByText('This is not your password.').last()).toBeVisible()
  await erase(ada.password)
  await expect(page.getByText('Your account and everything that was kept about you are gone.')).toBeVisible()
  await signIn(page, ada)
  await expect(page.getByText('do not belong together')).toBeVisible()
  await other.goto('/account')
  await expect(h1(other, 'Sign in')).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('signing up, in and out, a new name and a new password all work', async ({ page }) => {
    const ada = await signUp(page)
    await expect(page.getByText(`You sign in as ${ada.email}.`)).toBeVisible()
    await expect(page.getByLabel('Time zone')).toHaveValue('UTC')
    await page.getByLabel('Name', { exact: true }).fill('Augusta')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved.')).toBeVisible()
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Augusta')

    await page.getByText('Change password').first().click()
    await page.getByLabel('Current password').fill(ada.password)
    await page.getByLabel('New password').fill('a second quiet engine')
    await page.getByRole('button', { name: 'Change password' }).click()
    await expect(page.getByText('signed out everywhere else')).toBeVisible()

    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.goto('/account')
    await signIn(page, ada)
    await expect(page.getByText('do not belong together')).toBeVisible()
    await expect(page.getByLabel('Email')).toHaveValue(ada.email)
    await signIn(page, { ...ada, password: 'a second quiet engine' })
    await expect(h1(page, 'Account')).toBeVisible()
  })
})
