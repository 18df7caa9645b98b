import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openDatabase } from '@/db/client'
import { listDecks } from '@/db/queries/decks'
import { complaintsOf, visit } from '@/e2e/console'
import { signIn, signUp, somebody } from '@/e2e/people'
import { PER_REQUEST } from '@/lib/headers/vercel'
import { configOf } from './functions'
import { bare } from './vercel-build'

const project = process.env.DEPLOY_PROJECT ?? ''
const built = join(project, '.vercel', 'output', 'functions')

/** Every path that the build has a document or an answer for, and whether it was made at build time. */
async function paths(): Promise<{ path: string; prerendered: boolean; folder: string }[]> {
  const names = await readdir(built, { recursive: true })
  return names
    .filter((name) => name.endsWith('.func') && !/(\.rsc|_middleware)\.func$|\.segments\//.test(name))
    .map((name) => name.slice(0, -'.func'.length))
    .map((name) => ({
      path: `/${name === 'index' ? '' : name}`,
      prerendered: existsSync(join(built, `${name}.prerender-config.json`)),
      folder: join(built, `${name}.func`),
    }))
}

const scriptSource = (headers: Record<string, string>) =>
  /script-src ([^;]*)/.exec(headers['content-security-policy'] ?? '')?.[1] ?? 'no policy'

test('no function carries the native driver of the embedded file', async () => {
  const all = await paths()
  expect(all.length).toBeGreaterThan(10)
  const carried = new Set<string>()
  for (const { folder } of all)
    for (const file of Object.keys((await configOf(folder)).filePathMap)) carried.add(file)
  const packages = [...carried].filter((file) => file.includes('node_modules/'))
  expect(packages.filter((file) => /node_modules\/(better-sqlite3|bindings)/.test(file))).toEqual([])
  // The other native package is there, so what is looked at is what is carried.
  expect(packages.filter((file) => /@node-rs\/argon2.*\.node$/.test(file))).not.toEqual([])
})

test('the build has migrated and seeded the database of production', async ({ request }) => {
  const db = await openDatabase(process.env.DEPLOY_DATABASE ?? '')
  try {
    expect(await (await request.get('/api/ready')).json()).toMatchObject({ migrations: 'current' })
    expect((await listDecks(db)).length).toBeGreaterThan(0)
  } finally {
    db.close()
  }
})

test('a preview is not built on the database of production', async () => {
  const build = (more: Record<string, string>) => {
    const env = { ...bare(), VERCEL: '1', VERCEL_ENV: 'preview', AUTH_SECRET: 'x'.repeat(40), ...more }
    return new Promise<string>((resolve) => {
      execFile('npm', ['run', 'build:vercel'], { cwd: project, env }, (error, _, said) =>
        resolve(error ? said : 'built'),
      )
    })
  }
  const production = { DATABASE_URL: process.env.DEPLOY_DATABASE ?? '' }
  expect(await build(production)).toContain('PREVIEW_DATABASE_URL should be the libsql: address')
  const same = { ...production, PREVIEW_DATABASE_URL: production.DATABASE_URL }
  expect(await build(same)).toContain('PREVIEW_DATABASE_URL should be another database')
})

test('what is made at build time has one policy, and what is made per request a nonce', async ({
  request,
}) => {
  const served = (await paths()).filter(({ path }) => !path.includes('[') && !path.startsWith('/_'))
  for (const { path, prerendered } of served) {
    expect(PER_REQUEST.includes(path.split('/')[1] ?? ''), path).toBe(!prerendered)
    const headers = (await request.get(path, { maxRedirects: 0 })).headers()
    expect(scriptSource(headers), path).toMatch(
      prerendered ? /^'self' 'unsafe-inline'$/ : /^'self' 'nonce-[\w+/=]{20,}'$/,
    )
    expect(headers, path).toMatchObject({
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000',
    })
  }
})

test('every page runs under its policy without a complaint, the missing one too', async ({ page }) => {
  const complaints = complaintsOf(page)
  for (const { path, prerendered } of await paths())
    if (prerendered && !/^\/_|\.\w+$/.test(path)) expect((await visit(page, path))?.status(), path).toBe(200)
  for (const path of ['/sign-in', '/sign-up', '/forgot', '/privacy'])
    expect((await visit(page, path))?.status(), path).toBe(200)
  for (const path of ['/nowhere', '/decks/no-such-deck'])
    expect((await visit(page, path))?.status(), path).toBe(404)
  expect(complaints).toEqual([])
})

test('a client cannot choose the nonce', async ({ request }) => {
  const headers = { 'content-security-policy': "script-src 'nonce-mine'" }
  const answer = await request.get('/sign-in', { headers })
  expect(JSON.stringify(answer.headers()) + (await answer.text())).not.toContain('mine')
})

test('somebody signs up, studies, and finds it all again, and the copy says that it is ready', async ({
  page,
  request,
}) => {
  const complaints = complaintsOf(page)
  expect((await request.get('/api/health')).status()).toBe(200)
  const ada = await signUp(page)
  await expect(page.getByText(`You sign in as ${ada.email}.`)).toBeVisible()
  await page.goto('/decks/what-is-mlops')
  const question = page.locator('#main-goal')
  await question.getByLabel('To collect and label as much training data as possible').check()
  await question.getByRole('button', { name: 'Check answer' }).click()
  await expect(question.getByText('Incorrect')).toBeVisible()
  const mine = await (await page.request.get('/api/mine?deck=what-is-mlops')).json()
  expect(mine).toMatchObject({ learner: { name: ada.name }, items: { 'main-goal': { attempts: 1 } } })
  expect(complaints).toEqual([])
})

test('without scripts an answer is marked too', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto('/decks/what-is-mlops')
  const question = page.locator('#main-goal')
  await question.getByLabel('To collect and label as much training data as possible').check()
  await question.getByRole('button', { name: 'Check answer' }).click()
  await expect(page.locator('#main-goal').getByText('Incorrect')).toBeVisible()
})

test('a guesser is stopped by the address that the platform saw, whatever they claim', async ({
  browser,
}) => {
  const from = async (address: string) =>
    (await browser.newContext({ extraHTTPHeaders: { 'x-emulated-address': address } })).newPage()
  const ada = await signUp(await from('203.0.113.1'), somebody())
  const page = await from('203.0.113.2')
  await page.goto('/sign-in')
  for (let n = 0; n < 10; n += 1) {
    const claim = `198.51.100.${n}`
    await page.setExtraHTTPHeaders({ 'x-recall-socket-address': claim, 'x-forwarded-for': claim })
    await signIn(page, { ...ada, password: `guess number ${n}` })
    await expect(page.getByRole('button', { name: 'Sign in' })).not.toHaveAttribute('aria-busy')
    await expect(page.getByText('do not belong together')).toBeVisible()
  }
  await signIn(page, ada)
  await expect(page.getByText('Too many tries')).toBeVisible()
  const elsewhere = await from('203.0.113.3')
  await signIn(elsewhere, ada)
  await expect(elsewhere).toHaveURL('/')
  expect(await (await elsewhere.request.get('/api/mine')).json()).toMatchObject({
    learner: { name: ada.name },
  })
})

test('a learner joins a class, and its instructor sees their work', async ({ browser }) => {
  const person = async (name: string, next: string) => {
    const page = await (await browser.newContext()).newPage()
    await signUp(page, somebody(name), next)
    return page
  }
  const teacher = await person('Grace Example', '/classes')
  const complaints = complaintsOf(teacher)
  await teacher.getByLabel('Class name').fill('Evening course')
  await teacher.getByRole('button', { name: 'Create class' }).click()
  await teacher.getByRole('link', { name: 'Assign a deck' }).click()
  await teacher.getByRole('combobox', { name: 'Deck' }).selectOption({ label: 'What is MLOps?' })
  await teacher.getByRole('button', { name: 'Assign', exact: true }).click()
  await expect(teacher.getByRole('button', { name: 'Save date' })).toBeVisible()
  const invitation = new URL(await teacher.getByLabel('Link to send').inputValue()).pathname

  const learner = await person('Ada Example', invitation)
  await learner.getByRole('button', { name: 'Join class' }).click()
  await learner.waitForURL(/\/classes\//)
  await learner.goto('/decks/what-is-mlops')
  const question = learner.locator('#main-goal')
  await question.getByLabel('To collect and label as much training data as possible').check()
  await question.getByRole('button', { name: 'Check answer' }).click()
  await expect(question.getByText('Incorrect')).toBeVisible()

  await teacher.goto(new URL(teacher.url()).pathname.replace(/\/settings$/, ''))
  await expect(teacher.getByRole('row', { name: /Ada Example/ })).toContainText('today')
  await expect(teacher.getByText('1 of 1 missed it')).toBeVisible()
  expect(complaints).toEqual([])
})
