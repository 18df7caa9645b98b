import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { complaintsOf } from './console'
import { attemptsOf } from './database'
import { ALL_THREE, choose, DECK, explain, grade, item, learnerKnown, openDeck, RIGHT, WRONG } from './deck'
import { itemForm, postForm } from './forms'
import { test } from './journey'
import { signUp, somebody } from './people'

const CARD = 'what-is-mlops/stands-for'
const QUESTION = 'what-is-mlops/main-goal'
const PROMPT = 'what-is-mlops/what-and-why'

/** A learner and the form of an item, to be sent with whatever one likes. */
async function formOf(page: Page, itemId: string) {
  const learner = await signUp(page)
  const form = await itemForm(page.request, itemId)
  return {
    learner,
    send: async (fields: Record<string, string | string[]>) => {
      const reply = await postForm(page.request, form, fields)
      return { status: reply.status(), text: (await reply.text()).replace(/<!--.*?-->/g, '') }
    },
  }
}

test('answers that fit no item are refused in words, and nothing is written', async ({ page }) => {
  const { learner, send } = await formOf(page, QUESTION)
  const refusals: [Record<string, string | string[]>, string][] = [
    [{ chosen: 'no-such-option' }, 'names an option that the question does not have'],
    [{ chosen: '__proto__' }, 'names an option that the question does not have'],
    [{ chosen: ['deploy-and-maintain', 'highest-accuracy'] }, 'Choose one option.'],
    [{ chosen: ['highest-accuracy', 'highest-accuracy'] }, 'names an option twice'],
    [{}, 'Choose an option first.'],
    [{ grade: 'good' }, 'does not belong to this item'],
    [{ text: ALL_THREE }, 'does not belong to this item'],
    [{ grade: 'excellent' }, 'This answer does not fit the item.'],
    [{ chosen: Array.from({ length: 500 }, () => 'highest-accuracy') }, 'This answer does not fit the item.'],
    [{ chosen: 'highest-accuracy', id: 'not-a-uuid' }, 'This answer does not fit the item.'],
    [{ chosen: 'highest-accuracy', answeredAt: 'yesterday' }, 'This answer does not fit the item.'],
    [{ chosen: 'highest-accuracy', durationMs: '-5' }, 'This answer does not fit the item.'],
    [{ chosen: 'highest-accuracy', hash: 'another' }, 'changed or removed since you opened the page'],
    [
      { chosen: 'highest-accuracy', item: 'what-is-mlops/no-such-item' },
      'changed or removed since you opened the page',
    ],
    [{ chosen: 'highest-accuracy', item: '__proto__' }, 'changed or removed since you opened the page'],
    [{ chosen: 'highest-accuracy', item: CARD }, 'changed or removed since you opened the page'],
    [{ chosen: 'highest-accuracy', learner: randomUUID() }, 'given under another account'],
  ]
  for (const [fields, words] of refusals) {
    const { status, text } = await send(fields)
    expect(status, JSON.stringify(fields).slice(0, 200)).toBe(200)
    expect(text, JSON.stringify(fields).slice(0, 200)).toContain(words)
    expect(text).not.toMatch(/The centre of MLOps is operation|SqliteError|insert into/i)
  }
  expect(await attemptsOf(learner.email)).toEqual([])
})

test('an explanation of ten thousand characters is refused with its limit, and the field takes no more', async ({
  page,
}) => {
  const { learner, send } = await formOf(page, PROMPT)
  const { text } = await send({ text: 'x'.repeat(10_000) })
  expect(text).toContain('Your explanation is longer than 4,000 characters.')
  expect(text).not.toContain('it is DevOps for models')
  expect((await send({ text: ' \n ' })).text).toContain('Write your explanation first.')
  expect((await send({ text: 'x'.repeat(300_000) })).status).toBe(413)
  expect(await attemptsOf(learner.email)).toEqual([])

  await openDeck(page)
  const field = item(page, 'Prompt 1').getByLabel('Your explanation')
  await field.fill('y'.repeat(3_999))
  await expect(item(page, 'Prompt 1').getByText('1 character left')).toBeVisible()
  await field.press('End')
  await field.pressSequentially('abc')
  await expect(field).toHaveValue(`${'y'.repeat(3_999)}a`)
})

test('what somebody writes is shown as text, whatever it is', async ({ page }) => {
  const complaints = complaintsOf(page)
  await openDeck(page)
  const hostile = `<img src=x onerror="alert(1)"> **bold** [link](javascript:alert(1)) <script>alert(2)</script> $x^2$
\u202Eright to left\u0000 \uD800 It joins machine learning with software engineering.`
  const prompt = item(page, 'Prompt 1')
  await explain(prompt, hostile)
  await expect(prompt.getByText('You got 1/3 concepts')).toBeVisible()
  const words = prompt.getByRole('blockquote')
  await expect(words).toContainText('<img src=x onerror="alert(1)"> **bold** [link](javascript:alert(1))')
  await expect(words.locator('img, a, strong, script, math')).toHaveCount(0)
  expect(complaints).toEqual([])
})

test("another learner's attempt id is refused without a word of what it holds", async ({ page, browser }) => {
  const theirs = await formOf(await (await browser.newContext()).newPage(), PROMPT)
  const id = randomUUID()
  await theirs.send({ text: ALL_THREE, id })
  expect(await attemptsOf(theirs.learner.email)).toHaveLength(1)

  const mine = await formOf(page, PROMPT)
  const { text } = await mine.send({ text: 'nothing', id })
  expect(text).toContain('This answer could not be stored.')
  expect(text).not.toContain('joins machine learning with software engineering')
  // Nor can an id be used again for another item of one's own.
  const own = randomUUID()
  await mine.send({ text: ALL_THREE, id: own })
  const card = await itemForm(page.request, CARD)
  const reply = await postForm(page.request, card, { grade: 'easy', id: own })
  expect(await reply.text()).toContain('This answer could not be stored.')
  expect(await attemptsOf(mine.learner.email)).toMatchObject([{ id: own, item: PROMPT }])
  expect(await attemptsOf(theirs.learner.email)).toHaveLength(1)
})

test('a deck that does not exist has nothing of mine, and breaks nothing', async ({ page, request }) => {
  const nobody = await request.get('/api/mine?deck=what-is-mlops')
  expect(await nobody.json()).toEqual({ learner: null, decks: {} })
  await signUp(page)
  for (const deck of ['__proto__', 'constructor', '../..', "' or 1=1 --", '%00', 'x'.repeat(5_000)]) {
    const reply = await page.request.get(`/api/mine?${new URLSearchParams({ deck })}`)
    expect(reply.status(), deck.slice(0, 20)).toBe(200)
    expect(await reply.json()).toMatchObject({ decks: {}, items: {} })
    expect(reply.headers()['cache-control']).toContain('no-store')
  }
})

test('garbage in cookies is nobody, and too much of it is refused', async ({ request, page }) => {
  for (const value of ['x', '..', 'eyJhbGciOiJkaXIifQ..a.b.c', '%F0%9F', '\u00e9', 'a'.repeat(4_000)]) {
    const cookie = `authjs.session-token=${value}; authjs.session-token.0=${value}; theme=${value}`
    const reply = await request.get('/api/mine', { headers: { cookie } })
    expect(reply.status(), value.slice(0, 20)).toBe(200)
    expect(await reply.json()).toEqual({ learner: null, decks: {} })
    expect((await request.get('/account', { headers: { cookie }, maxRedirects: 0 })).status()).toBe(307)
  }
  const huge = await request.get('/', { headers: { cookie: `a=${'b'.repeat(40_000)}` } })
  expect(huge.status()).toBe(431)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

for (const [name, script] of [
  [
    'blocked',
    `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } });
     Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError') } })`,
  ],
  ['full', `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`],
  [
    'full of garbage',
    `localStorage.setItem('answers', '[{"id":1},null,{"__proto__":{"x":1}},"x"'); localStorage.setItem('theme', '{');
     sessionStorage.setItem('draft what-is-mlops/main-goal', '{"hash":1}'); sessionStorage.setItem('study-session', '[]')
     sessionStorage.setItem('draft what-is-mlops/what-and-why', '{"hash":"x","answer":{"kind":"card","grade":7}}')`,
  ],
] as const)
  test(`with the browser's storage ${name} a deck works all the same`, async ({ page }) => {
    const complaints = complaintsOf(page)
    await page.addInitScript(script)
    await openDeck(page)
    await grade(item(page, 'Card 1'), 'Good')
    await expect(item(page, 'Card 1').getByText('Graded Good.')).toBeVisible()
    await choose(item(page, 'Question 1'), WRONG)
    await expect(page.getByText('0 of 1 right')).toBeVisible()
    await explain(item(page, 'Prompt 1'), ALL_THREE)
    await expect(page.getByText('You got 3/3 concepts')).toBeVisible()
    expect(complaints).toEqual([])
  })

test('one broken answer among those kept holds no other up', async ({ page }) => {
  await openDeck(page)
  await choose(item(page, 'Question 1'), RIGHT['Question 1'])
  await expect(page.getByText('1 of 1 right')).toBeVisible()
  await page.evaluate(() => {
    const [good] = JSON.parse(localStorage.getItem('answers') ?? '[]')
    const broken = [
      { ...good, id: 'no-uuid' },
      { ...good, id: crypto.randomUUID(), answer: { kind: 'card' } },
      { ...good, id: crypto.randomUUID(), item: 'x'.repeat(999) },
      { ...good, id: crypto.randomUUID(), answer: { kind: 'question', chosen: ['__proto__'] } },
      { ...good, id: crypto.randomUUID(), hash: 'gone' },
    ]
    localStorage.setItem('answers', JSON.stringify([...broken, good]))
  })
  const ada = await signUp(page, somebody(), DECK)
  await page.getByRole('button', { name: 'Keep them' }).click()
  await expect(page.getByText('Kept 1 answer. 5 answers could not be kept')).toBeVisible()
  expect(await attemptsOf(ada.email)).toMatchObject([{ item: QUESTION, mark: 1 }])
  expect(await page.evaluate(() => localStorage.getItem('answers'))).toBeNull()
})

for (const [name, years] of [
  ['ahead', 1],
  ['behind', -1],
] as const)
  test(`a clock a year ${name} changes neither the day an answer counts on nor what the page shows`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ timezoneId: 'Pacific/Kiritimati' })
    const page = await context.newPage()
    await page.addInitScript(`{
      const real = Date.now
      const off = ${years} * 365 * 86_400_000
      Date.now = () => real() + off
    }`)
    const ada = await signUp(page, somebody(), DECK)
    await learnerKnown(page)
    await choose(item(page, 'Question 1'), WRONG)
    await expect(page.getByText('0 of 1 right')).toBeVisible()
    await page.reload()
    await learnerKnown(page)
    await expect(page.getByText('0 of 1 right')).toBeVisible()
    await choose(item(page, 'Question 1'), RIGHT['Question 1'])
    await expect(page.getByText('1 of 1 right')).toBeVisible()
    await page.reload()
    await expect(page.getByText('1 of 1 right')).toBeVisible()

    const stored = await attemptsOf(ada.email)
    expect(stored.map(({ mark }) => mark)).toEqual([0, 1])
    for (const { answeredAt, receivedAt, localDay } of stored) {
      expect(Math.abs(answeredAt - receivedAt)).toBeGreaterThan(300 * 86_400_000)
      // Kiritimati is fourteen hours ahead, and a day starts at four.
      expect(localDay).toBe(new Date(receivedAt + 10 * 3_600_000).toISOString().slice(0, 10))
    }
    await context.close()
  })
