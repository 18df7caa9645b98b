import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test'
import { pages, routeHandlers } from '@/scripts/test/doors'
import { test } from './journey'
import { signUp, somebody } from './people'

/**
 * Who may open which page and which route. The list comes from the code, so a page or a route without a row here
 * fails. Each is asked for by five people, and answered as the row says; what is not for somebody says nothing of what
 * it holds.
 */
const ROLES = ['nobody', 'another learner', 'member', 'other instructor', 'instructor'] as const
type Role = (typeof ROLES)[number]
/** A status, or where it leads. */
type Answer = number | 'sign-in' | 'home' | 'class'
type Row = { address: string; may: Record<Role, Answer> }

const all = (answer: Answer): Row['may'] => ({
  nobody: answer,
  'another learner': answer,
  member: answer,
  'other instructor': answer,
  instructor: answer,
})
const open = all(200)
const own: Row['may'] = { ...open, nobody: 'sign-in' }
const taught: Row['may'] = { ...all(404), nobody: 'sign-in', instructor: 200 }
const taughtRoute: Row['may'] = { ...all(404), instructor: 200 }
const signedOut: Row['may'] = { ...all('home'), nobody: 200 }

const PAGES: Record<string, Row> = {
  '/': { address: '/', may: open },
  '/decks': { address: '/decks', may: open },
  '/decks/[deck]': { address: '/decks/what-is-mlops', may: open },
  '/courses/[course]': { address: '/courses/mlops', may: open },
  '/search': { address: '/search?q=mlops', may: open },
  '/privacy': { address: '/privacy', may: open },
  '/sign-in': { address: '/sign-in', may: signedOut },
  '/sign-up': { address: '/sign-up', may: signedOut },
  '/forgot': { address: '/forgot', may: open },
  '/reset/[token]': { address: '/reset/nobody-has-this', may: open },
  '/verify/[token]': { address: '/verify/nobody-has-this', may: open },
  '/review': { address: '/review', may: own },
  '/report': { address: '/report?item=what-is-mlops%2Fstands-for', may: own },
  '/reports': { address: '/reports', may: own },
  // Who keeps no deck is told so; what keepers see is told in reports.spec.ts.
  '/keep': { address: '/keep', may: own },
  '/account': { address: '/account', may: own },
  '/account/study': { address: '/account/study', may: own },
  '/account/study/[deck]': { address: '/account/study/what-is-mlops', may: own },
  '/progress': { address: '/progress', may: own },
  '/classes': { address: '/classes', may: own },
  '/classes/[class]': { address: 'CLASS', may: { ...taught, member: 200 } },
  '/classes/[class]/settings': { address: 'CLASS/settings', may: taught },
  '/classes/[class]/learners/[learner]': { address: 'CLASS/learners/MEMBER', may: taught },
  '/join/[code]': { address: 'JOIN', may: { ...open, member: 'class', instructor: 'class' } },
}

const ROUTES: Record<string, Row> = {
  'GET /api/health': { address: '/api/health', may: open },
  'GET /api/ready': { address: '/api/ready', may: open },
  'GET /api/mine': { address: '/api/mine?deck=what-is-mlops', may: open },
  // What it takes from whom is told beside it; to a question it has no answer.
  'POST /api/attempts': { address: '/api/attempts', may: all(405) },
  'GET /api/auth/callback/[service]': { address: '/api/auth/callback/none', may: all(404) },
  'GET /sign-in/with/[service]': { address: '/sign-in/with/none', may: all(404) },
  // Only the files that a deck names are there.
  'GET /content/[...path]': { address: '/content/mlops/what-is-mlops.yaml', may: all(404) },
  'GET /keep/[deck]/deck.yaml': { address: '/keep/what-is-mlops/deck.yaml', may: all(404) },
  'GET /account/export': { address: '/account/export', may: { ...open, nobody: 401 } },
  'GET /api/review': { address: '/api/review', may: { ...open, nobody: 401 } },
  'GET /api/classes/[class]/dashboard': { address: '/apiCLASS/dashboard', may: taughtRoute },
  'GET /classes/[class]/table.csv': { address: 'CLASS/table.csv', may: taughtRoute },
  'GET /classes/[class]/answers.csv': { address: 'CLASS/answers.csv', may: taughtRoute },
}

const MEMBER_NAME = 'Memberella Example'
const SECOND_NAME = 'Secondina Example'
const place = { CLASS: '', MEMBER: '', JOIN: '', OTHER: '' }
const asks = {} as Record<Role, APIRequestContext>
const opened: Page[] = []

// Five people sign up before the first question.
test.describe.configure({ timeout: 90_000 })

test.beforeAll(async ({ browser }) => {
  const arrive = async (role: Role, next: string) => {
    const page = await newPage(browser)
    if (role !== 'nobody')
      await signUp(page, somebody(role === 'member' ? MEMBER_NAME : 'Other Example'), next)
    asks[role] = page.request
    return page
  }
  const makeClass = async (page: Page) => {
    await page.getByLabel('Class name').fill('Guarded class')
    await page.getByRole('button', { name: 'Create class' }).click()
    await page.waitForURL(/\/classes\/./)
  }
  await arrive('nobody', '/')
  await arrive('another learner', '/classes')
  const other = await arrive('other instructor', '/classes')
  await makeClass(other)
  place.OTHER = new URL(other.url()).pathname
  const instructor = await arrive('instructor', '/classes')
  await makeClass(instructor)
  place.CLASS = new URL(instructor.url()).pathname
  await instructor.goto(`${place.CLASS}/settings`)
  await instructor.getByRole('button', { name: 'Assign', exact: true }).click()
  await expect(instructor.getByRole('button', { name: 'Save date' })).toBeVisible()
  place.JOIN = new URL(await instructor.getByLabel('Link to send').inputValue()).pathname
  const member = await arrive('member', place.JOIN)
  await member.getByRole('button', { name: 'Join class' }).click()
  await member.waitForURL(/\/classes\//)
  const profile = await (await member.request.get('/api/mine')).json()
  place.MEMBER = profile.learner.id
})
test.afterAll(async () => {
  for (const page of opened) await page.context().close()
})

async function newPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  opened.push(page)
  return page
}

const inPlace = (address: string) =>
  address.replace(/CLASS|MEMBER|JOIN|OTHER/g, (name) => place[name as keyof typeof place])

async function answerTo(role: Role, address: string): Promise<{ answer: Answer | string; body: string }> {
  const response = await asks[role].get(inPlace(address), { maxRedirects: 0 })
  const body = await response.text()
  const to = response.headers().location
  if (to === undefined) return { answer: response.status(), body }
  const { pathname } = new URL(to, 'http://ours.invalid')
  const known: Record<string, Answer> = { '/sign-in': 'sign-in', '/': 'home', [place.CLASS]: 'class' }
  return { answer: known[pathname] ?? pathname, body }
}

test('every page and every route has a row', () => {
  expect(Object.keys(PAGES).sort()).toEqual(pages().sort())
  expect(Object.keys(ROUTES).sort()).toEqual(routeHandlers().sort())
})

for (const [door, { address, may }] of Object.entries({ ...PAGES, ...ROUTES }))
  test(`${door} opens to whom it should`, async () => {
    for (const role of ROLES) {
      const { answer, body } = await answerTo(role, address)
      expect([role, answer]).toEqual([role, may[role]])
      if (role !== 'instructor' && role !== 'member') expect(body).not.toContain(MEMBER_NAME)
      if (answer !== 200 && address.includes('CLASS')) expect(body).not.toContain('Guarded class')
    }
  })

test('an instructor finds no learner of another class under their own', async () => {
  expect((await answerTo('other instructor', 'OTHER')).answer).toBe(200)
  const { answer, body } = await answerTo('other instructor', 'OTHER/learners/MEMBER')
  expect(answer).toBe(404)
  expect(body).not.toContain(MEMBER_NAME)
})

test('a route answers only the methods it has', async () => {
  for (const [door, { address }] of Object.entries(ROUTES)) {
    if (!door.startsWith('GET ')) continue
    const response = await asks.instructor.post(inPlace(address), { data: {}, maxRedirects: 0 })
    expect([door, response.status() >= 400]).toEqual([door, true])
  }
})

test('a learner of the class meets no other learner of it anywhere', async ({ browser }) => {
  const second = await newPage(browser)
  await signUp(second, somebody(SECOND_NAME), place.JOIN)
  await second.getByRole('button', { name: 'Join class' }).click()
  await second.waitForURL(/\/classes\//)
  expect((await answerTo('instructor', 'CLASS')).body).toContain(SECOND_NAME)
  for (const { address } of Object.values({ ...PAGES, ...ROUTES }))
    expect((await answerTo('member', address)).body).not.toContain(SECOND_NAME)
})
