import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { readBuiltPages } from '@/lib/headers/inline-scripts'
import { pages } from '@/scripts/test/doors'
import { join as joinClass, teach } from './class'
import { complaintsOf, visit } from './console'
import { test } from './journey'
import { signUp } from './people'
import { startServer } from './server'

const scriptSource = (headers: Record<string, string>) =>
  /script-src ([^;]*)/.exec(headers['content-security-policy'] ?? '')?.[1] ?? 'no policy'

/** The addresses of all pages that take no parameter, read from the folders of `app`. */
function addressesWithoutParameters(): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file) && !file.includes('['))
    .map(
      (file) =>
        `/${file
          .split('/')
          .slice(0, -1)
          .filter((part) => !part.startsWith('('))
          .join('/')}`,
    )
}

/** Opens every fold and every menu of a page, one after another. */
async function openEverything(page: Page): Promise<void> {
  for (const opener of await page.locator('summary:visible, button[popovertarget]:visible').all()) {
    await opener.click()
    await page.keyboard.press('Escape')
  }
}

test('every page made at build time runs under a policy that names its own scripts, without a complaint', async ({
  page,
}) => {
  test.slow()
  const { pages } = await readBuiltPages(join('.next', 'server', 'app'))
  expect([...pages.keys()]).toContain('/')
  const complaints = complaintsOf(page)
  const opened = new Set<string | undefined>()
  for (const [path, hashes] of pages) {
    const answer = await visit(page, path)
    expect(answer?.status(), path).toBe(200)
    const allowed = scriptSource((await answer?.allHeaders()) ?? {})
    expect(allowed, path).toBe(["'self'", ...hashes.map((hash) => `'${hash}'`)].join(' '))
    // Decks are made of the same folds, and so are courses: one of each will do.
    const kind = path.split('/')[1]
    if (!opened.has(kind)) await openEverything(page)
    opened.add(kind)
  }
  expect(complaints).toEqual([])
})

test('every page made for one request runs under a nonce, without a complaint, for a learner too', async ({
  page,
}) => {
  test.slow()
  await signUp(page)
  const complaints = complaintsOf(page)
  const { pages } = await readBuiltPages(join('.next', 'server', 'app'))
  const paths = addressesWithoutParameters().filter((path) => !pages.has(path))
  expect(paths).toContain('/account')
  for (const path of [...paths, '/reset/no-such-token', '/join/no-such-code']) {
    const answer = await visit(page, path)
    if (new URL(page.url()).pathname === path)
      expect(scriptSource((await answer?.allHeaders()) ?? {}), path).toMatch(/^'self' 'nonce-/)
    await openEverything(page)
  }
  expect(complaints).toEqual([])
})

/** An address of every page, by its folders; CLASS, MEMBER and JOIN stand for what one class is reached by. */
const ADDRESSES: Record<string, string> = {
  '/': '/',
  '/decks': '/decks',
  '/decks/[deck]': '/decks/what-is-mlops',
  '/courses/[course]': '/courses/mlops',
  '/search': '/search?q=mlops',
  '/privacy': '/privacy',
  '/sign-in': '/sign-in',
  '/sign-up': '/sign-up',
  '/forgot': '/forgot',
  '/reset/[token]': '/reset/no-such-token',
  '/verify/[token]': '/verify/no-such-token',
  '/report': '/report?item=what-is-mlops%2Fstands-for',
  '/reports': '/reports',
  '/keep': '/keep',
  '/account': '/account',
  '/account/study': '/account/study',
  '/account/study/[deck]': '/account/study/what-is-mlops',
  '/progress': '/progress',
  '/review': '/review',
  '/classes': '/classes',
  '/classes/[class]': 'CLASS',
  '/classes/[class]/settings': 'CLASS/settings',
  '/classes/[class]/learners/[learner]': 'CLASS/learners/MEMBER',
  '/join/[code]': 'JOIN',
}

test('every page runs without a complaint for an instructor, and for a member of the class', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  expect(Object.keys(ADDRESSES).sort()).toEqual(pages().sort())
  const teacher = await (await browser.newContext()).newPage()
  const member = await (await browser.newContext()).newPage()
  const taught = await teach(teacher, 'Under a policy')
  await joinClass(member, taught.join, 'Ada Example')
  const mine = await (await member.request.get('/api/mine')).json()
  const place = { CLASS: taught.path, MEMBER: String(mine.learner.id), JOIN: taught.join }
  const notForMembers = ['/classes/[class]/settings', '/classes/[class]/learners/[learner]']
  for (const page of [teacher, member]) {
    const complaints = complaintsOf(page)
    for (const [folders, address] of Object.entries(ADDRESSES)) {
      const path = address.replace(/CLASS|MEMBER|JOIN/g, (name) => place[name as keyof typeof place])
      const answer = await visit(page, path)
      const missing = page === member && notForMembers.includes(folders)
      expect(answer?.status(), `${path} for ${page === member ? 'a member' : 'the instructor'}`).toBe(
        missing ? 404 : 200,
      )
      await openEverything(page)
    }
    expect(complaints).toEqual([])
  }
})

test('a page that breaks says so in words, keeps what broke to itself, and runs under a nonce', async ({
  browser,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'recall-broken-'))
  const server = await startServer({ folder })
  try {
    const page = await (await browser.newContext({ baseURL: server.url })).newPage()
    await signUp(page)
    const file = new Database(join(folder, 'recall.db'))
    file.exec('alter table learners rename to nobody')
    file.close()
    const complaints = complaintsOf(page)
    const answer = await visit(page, '/account')
    expect(answer?.status()).toBe(500)
    await expect(page.getByRole('heading', { level: 1, name: 'This page did not work' })).toBeVisible()
    expect(await page.content()).not.toMatch(/no such table|select .* from/i)
    expect(complaints.filter((complaint) => /policy|trusted/i.test(complaint))).toEqual([])
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

test('a page that is missing is answered with 404 and runs under a nonce', async ({ page }) => {
  const complaints = complaintsOf(page)
  for (const path of ['/nowhere', '/decks/no-such-deck']) {
    const answer = await visit(page, path)
    expect(answer?.status(), path).toBe(404)
    expect(scriptSource((await answer?.allHeaders()) ?? {}), path).toMatch(/^'self' 'nonce-[^']+' 'sha256-/)
  }
  expect(complaints).toEqual([])
})

test('no script and no markup gets in as a string', async ({ page }) => {
  await page.goto('/')
  const refused = await page.evaluate(() => {
    const attempts = {
      html: () => {
        document.body.innerHTML = '<p>written</p>'
      },
      source: () => {
        document.createElement('script').src = 'https://elsewhere.example/x.js'
      },
    }
    return Object.entries(attempts).flatMap(([name, attempt]) => {
      try {
        attempt()
        return []
      } catch {
        return [name]
      }
    })
  })
  expect(refused).toEqual(['html', 'source'])
})

test('a client cannot choose the policy it gets', async ({ request }) => {
  const headers = {
    'content-security-policy': "script-src 'nonce-mine'",
    'content-security-policy-report-only': "script-src 'nonce-mine'",
  }
  for (const path of ['/', '/nowhere']) {
    const answer = await request.get(path, { headers })
    expect(JSON.stringify(answer.headers()) + (await answer.text())).not.toContain('mine')
  }
})

test('every answer carries the fixed headers, and none promises https where there is none', async ({
  request,
}) => {
  for (const path of ['/', '/nowhere', '/api/mine']) {
    const headers = (await request.get(path)).headers()
    expect(headers, path).toMatchObject({
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['permissions-policy'], path).toContain('camera=()')
    expect(headers['strict-transport-security'], path).toBeUndefined()
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
})

test('a body that is too large is refused before it is read', async ({ request }) => {
  const answer = await request.post('/', { data: 'x'.repeat(300 * 1024) })
  expect(answer.status()).toBe(413)
})
