import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { attemptsOf } from './database'
import {
  choose,
  DECK,
  explain,
  grade,
  item,
  learnerKnown,
  loseAnswers,
  openDeck,
  RIGHT,
  readerKnown,
  TWO_OF_THREE,
} from './deck'
import { freePort } from './free-port'
import { test } from './journey'
import { signIn, signUp, somebody } from './people'
import { startServer } from './server'

const offer = (page: Page) => page.getByRole('region', { name: 'Answers given before you signed in' })

/** From now on no kept answer is sent, while everything else of the account's page works. */
const loseKept = (page: Page) =>
  page.route('**/account', (route) =>
    route.request().postData()?.includes('"answers"') ? route.abort() : route.continue(),
  )

/** What the browser keeps for this site, by name. */
const storage = (page: Page) =>
  page.evaluate(() => ({ local: { ...localStorage }, session: { ...sessionStorage } }))

async function answerThree(page: Page) {
  await openDeck(page)
  await grade(item(page, 'Card 1'), 'Good')
  await expect(item(page, 'Card 1').getByText('Graded Good.')).toBeVisible()
  await choose(item(page, 'Question 1'), RIGHT['Question 1'])
  await expect(page.getByText('Correct', { exact: true })).toBeVisible()
  await explain(item(page, 'Prompt 1'), TWO_OF_THREE)
  await expect(page.getByText('You got 2/3 concepts')).toBeVisible()
}

async function signOut(page: Page) {
  await page.goto('/account')
  await learnerKnown(page)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL('**/')
}

test('answers given before signing up are offered once, kept, and there after a restart', async ({
  browser,
}) => {
  test.slow()
  const folder = await mkdtemp(join(tmpdir(), 'recall-kept-'))
  const port = await freePort()
  let server = await startServer({ folder, port })
  try {
    const context = await browser.newContext({ baseURL: server.url })
    const page = await context.newPage()
    await answerThree(page)
    // They are still there after a reload.
    await page.reload()
    await expect(page.getByText('1 of 1 right, 4 to go')).toBeVisible()
    const ada = await signUp(page, somebody(), DECK)
    await expect(offer(page)).toContainText('Keep the 3 answers you gave today?')
    expect(await attemptsOf(ada.email, join(folder, 'recall.db'))).toEqual([])
    await offer(page).getByRole('button', { name: 'Keep them' }).click()
    await expect(page.getByText('Kept 3 answers.')).toBeVisible()
    await expect(offer(page)).toHaveCount(0)
    expect((await storage(page)).local).not.toHaveProperty('answers')
    expect(await attemptsOf(ada.email, join(folder, 'recall.db'))).toHaveLength(3)

    // Going on, and a restart between.
    await choose(item(page, 'Question 3'), 'The waterfall model')
    await expect(page.getByText('Incorrect', { exact: true })).toBeVisible()
    expect((await server.stop()).code).toBe(0)
    server = await startServer({ folder, port })
    await openDeck(page)
    await expect(offer(page)).toHaveCount(0)
    await expect(page.getByText('4 of 12 answered. Every answer is kept.')).toBeVisible()
    await expect(item(page, 'Card 1')).toContainText('Last: Good, today')
    await expect(item(page, 'Question 1')).toContainText('Right first time')
    await expect(item(page, 'Question 3')).toContainText('Not right yet')
    await expect(item(page, 'Prompt 1')).toContainText('Best: 2 of 3 concepts')
    await page.goto('/decks')
    await expect(page.getByRole('main')).toContainText('4 of 12 answered')
    await context.close()
  } finally {
    await server.stop('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
})

test('answers that are not wanted are dropped, and not offered to the next one either', async ({ page }) => {
  await answerThree(page)
  const ada = await signUp(page, somebody(), DECK)
  await offer(page).getByRole('button', { name: 'Not mine, drop them' }).click()
  await expect(offer(page)).toHaveCount(0)
  await page.reload()
  await learnerKnown(page)
  await expect(page.getByText('0 of 12 answered.')).toBeVisible()
  await expect(offer(page)).toHaveCount(0)
  expect(await attemptsOf(ada.email)).toEqual([])
})

test('answers older than a day are gone, whichever way the clock was wrong', async ({ page }) => {
  await answerThree(page)
  for (const [at, days] of [
    [0, -1.1],
    [1, 1.1],
  ] as const)
    await page.evaluate(
      ([at, days]) => {
        const kept = JSON.parse(localStorage.getItem('answers') ?? '[]')
        kept[at].answeredAt += days * 86_400_000
        localStorage.setItem('answers', JSON.stringify(kept))
      },
      [at, days] as const,
    )
  await signUp(page, somebody(), DECK)
  await expect(offer(page)).toContainText('Keep the 1 answer you gave today?')
})

test('on a shared computer nobody gets the answers of the one before', async ({ page, context }) => {
  const ada = await signUp(page, somebody('Ada'), DECK)
  await learnerKnown(page)
  // Ada's answer finds no way out, and her session ends before it does.
  await loseAnswers(page)
  await grade(item(page, 'Card 1'), 'Easy')
  await expect(item(page, 'Card 1').getByText('Not sent yet.')).toBeVisible()
  await page.unrouteAll()
  await context.clearCookies()

  const other = await context.newPage()
  const ben = await signUp(other, somebody('Ben'), DECK)
  await learnerKnown(other)
  await expect(offer(other)).toHaveCount(0)
  // In the tab that Ada left open the answer is refused to Ben.
  await item(page, 'Card 1').getByRole('button', { name: 'Try again' }).click()
  await expect(item(page, 'Card 1').getByText('This answer was given under another account')).toBeVisible()
  expect(await attemptsOf(ben.email)).toEqual([])
  expect(await attemptsOf(ada.email)).toEqual([])

  // It waited for Ada, who need not do anything for it.
  await signOut(other)
  await signIn(other, ada)
  await other.waitForURL('**/')
  await expect(other.getByText('1 answer from before is saved now.')).toBeVisible()
  expect(await attemptsOf(ada.email)).toMatchObject([{ item: 'what-is-mlops/stands-for' }])
  expect(await attemptsOf(ben.email)).toEqual([])
})

test('signing out says when answers are unsent, and leaves nothing of the learner behind', async ({
  page,
  context,
}) => {
  await signUp(page, somebody(), DECK)
  await learnerKnown(page)
  await loseAnswers(page)
  await explain(item(page, 'Prompt 1'), 'A secret thought about machine learning')
  await expect(page.getByText('Not sent yet.')).toBeVisible()
  await item(page, 'Prompt 2').getByLabel('Your explanation').fill('A second secret thought')

  await loseKept(page)
  await page.goto('/account')
  await learnerKnown(page)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByText('One answer has not been sent yet, and would be lost.')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL('**/')
  await readerKnown(page)
  expect(JSON.stringify(await storage(page))).not.toMatch(/secret|learner/)
  expect(await context.cookies()).toEqual([])
  await openDeck(page)
  await expect(item(page, 'Prompt 2').getByLabel('Your explanation')).toHaveValue('')
})

test('a session that has ended keeps the answer until its learner is back', async ({ page, context }) => {
  const ada = await signUp(page, somebody(), DECK)
  await learnerKnown(page)
  await context.clearCookies()
  await explain(item(page, 'Prompt 1'), TWO_OF_THREE)
  await expect(page.getByText('Your session has ended.')).toBeVisible()
  await item(page, 'Prompt 1').getByRole('link', { name: 'Sign in' }).click()
  await signIn(page, ada)
  await page.waitForURL(`**${DECK}`)
  await expect(page.getByText('1 answer from before is saved now.')).toBeVisible()
  await expect(item(page, 'Prompt 1').getByLabel('Your explanation')).toHaveValue(TWO_OF_THREE)
  expect(await attemptsOf(ada.email)).toHaveLength(1)
})

test('an answer under way stays with its learner when another has signed in meanwhile', async ({
  page,
  context,
}) => {
  const ada = await signUp(page, somebody('Ada'), DECK)
  await learnerKnown(page)
  await loseAnswers(page)
  await grade(item(page, 'Card 1'), 'Easy')
  await expect(item(page, 'Card 1').getByText('Not sent yet.')).toBeVisible()
  await page.unrouteAll()
  // The page is told that it is still Ada's, while the cookie is Ben's: so it is between two tabs.
  const mine = await (await page.request.get('/api/mine')).json()
  await context.clearCookies()
  const other = await context.newPage()
  const ben = await signUp(other, somebody('Ben'), '/decks')
  let asked = 0
  await page.route('**/api/mine**', (route) => {
    asked += 1
    return asked === 1 ? route.fulfill({ json: { ...mine, items: {} } }) : route.continue()
  })
  await page.reload()
  // What is refused tells the page whose it is by now.
  await expect(page.getByRole('banner')).toContainText('Ben')
  expect((await storage(page)).local.answers).toContain(mine.learner.id)
  expect(await attemptsOf(ben.email)).toEqual([])

  await signOut(other)
  await signIn(other, ada)
  await other.waitForURL('**/')
  await expect(other.getByText('1 answer from before is saved now.')).toBeVisible()
  expect(await attemptsOf(ada.email)).toHaveLength(1)
})

test('what cannot be saved any more is said, also when nobody asked for it', async ({ page }) => {
  const ada = await signUp(page, somebody(), DECK)
  await learnerKnown(page)
  await loseAnswers(page)
  await grade(item(page, 'Card 1'), 'Easy')
  await expect(item(page, 'Card 1').getByText('Not sent yet.')).toBeVisible()
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('answers') ?? '[]')
    localStorage.setItem('answers', JSON.stringify([{ ...kept[0], hash: 'gone' }]))
  })
  await page.unrouteAll()
  await page.goto('/decks')
  await expect(page.getByText('1 answer could not be kept: the items were changed since.')).toBeVisible()
  expect((await storage(page)).local).not.toHaveProperty('answers')
  expect(await attemptsOf(ada.email)).toEqual([])
})

test('signing out everywhere lets the other browsers study on, as nobody', async ({ page, browser }) => {
  const ada = await signUp(page, somebody(), DECK)
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await signIn(other, ada)
  await other.waitForURL('**/')
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await elsewhere.storageState(),
  })

  await page.goto('/account')
  await learnerKnown(page)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.waitForURL('**/')

  // Without scripts nothing tells the browser that its cookie is of a session that has ended.
  const still = await plain.newPage()
  await still.goto(DECK)
  await choose(item(still, 'Question 1'), RIGHT['Question 1'])
  await expect(still.getByText('Correct', { exact: true })).toBeVisible()

  await openDeck(other)
  await expect(other.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
  expect(await elsewhere.cookies()).toEqual([])
  await choose(item(other, 'Question 1'), RIGHT['Question 1'])
  await expect(other.getByText('Correct', { exact: true })).toBeVisible()
  expect(await attemptsOf(ada.email)).toEqual([])
  await plain.close()
  await elsewhere.close()
})

test('an answer given before the page knows whose it is becomes its learner’s, and is offered to nobody', async ({
  page,
}) => {
  const ada = await signUp(page, somebody(), DECK)
  await learnerKnown(page)
  const { learner } = await (await page.request.get('/api/mine')).json()
  const waiting: (() => void)[] = []
  await page.route('**/api/mine**', async (route) => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    await route.continue()
  })
  await page.reload()
  await expect.poll(() => waiting.length).toBe(1)
  await loseAnswers(page)
  await grade(item(page, 'Card 1'), 'Easy')
  await expect(item(page, 'Card 1').getByText('Not sent yet.')).toBeVisible()
  expect((await storage(page)).local).not.toHaveProperty('answers')
  waiting[0]?.()
  await learnerKnown(page)
  await expect.poll(async () => (await storage(page)).local.answers ?? '').toContain(learner.id)
  await expect(offer(page)).toHaveCount(0)
  expect(await attemptsOf(ada.email)).toEqual([])
})

test('whoever signs up to join a class is asked there about the answers of before', async ({
  page,
  browser,
}) => {
  const teaching = await browser.newContext()
  const teacher = await teaching.newPage()
  await signUp(teacher, somebody('Grace'), '/classes')
  await teacher.getByLabel('Class name').fill('Evening class')
  await teacher.getByRole('button', { name: 'Create class' }).click()
  await teacher.waitForURL(/\/classes\/.+/)
  await teacher.getByRole('link', { name: 'Settings' }).click()
  const link = await teacher.getByLabel('Link to send').inputValue()
  await teaching.close()

  await answerThree(page)
  await signUp(page, somebody(), new URL(link).pathname)
  await expect(offer(page)).toContainText('Keep the 3 answers you gave today?')
})

test('deleting an account leaves nothing of the learner in the browser', async ({ page, context }) => {
  const ada = await signUp(page, somebody(), DECK)
  await learnerKnown(page)
  await loseAnswers(page)
  await explain(item(page, 'Prompt 1'), 'A secret thought about machine learning')
  await expect(page.getByText('Not sent yet.')).toBeVisible()
  await loseKept(page)
  await page.goto('/account')
  await learnerKnown(page)
  await page.getByText('Delete my account', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Your password' }).fill('something else entirely')
  await page.getByRole('button', { name: 'Delete my account for good' }).click()
  await expect(page.getByRole('textbox', { name: 'Your password' })).toBeFocused()
  // Refused, it has taken nothing with it.
  expect(JSON.stringify(await storage(page))).toContain('secret')
  await page.getByRole('textbox', { name: 'Your password' }).fill(ada.password)
  await page.getByRole('button', { name: 'Delete my account for good' }).click()
  await page.waitForURL('**/sign-in**')
  await readerKnown(page)
  expect(JSON.stringify(await storage(page))).not.toMatch(/secret|learner/)
  expect(await context.cookies()).toEqual([])
})
