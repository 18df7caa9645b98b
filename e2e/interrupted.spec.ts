import { expect, type Page, type Request } from '@playwright/test'
import { attemptsOf, storedAndFolded } from './database'
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
  WRONG,
} from './deck'
import { test } from './journey'
import { signUp, somebody } from './people'

/** A learner on the deck, known to the page. */
async function learnerOn(page: Page) {
  const person = await signUp(page, somebody(), DECK)
  await learnerKnown(page)
  return person
}

const isAnswer = (request: Request) => request.method() === 'POST' && new URL(request.url()).pathname === DECK

test('a lost connection keeps the answer on the screen, and Try again saves it once @phone', async ({
  page,
}) => {
  const ada = await learnerOn(page)
  await loseAnswers(page)
  const prompt = item(page, 'Prompt 1')
  await explain(prompt, TWO_OF_THREE)
  await expect(prompt.getByText('Not sent yet.')).toBeVisible()
  await expect(prompt.getByText('There was no reply. Your answer is still here.')).toBeVisible()
  await expect(prompt.getByLabel('Your explanation')).toHaveValue(TWO_OF_THREE)
  const lost = page.waitForEvent('requestfailed')
  await prompt.getByRole('button', { name: 'Try again' }).click()
  await lost
  await expect(prompt.getByText('Not sent yet.')).toBeVisible()
  await page.unrouteAll()
  // Pressed while the last try is still being given up it says nothing, as a person would notice and press again.
  await expect(async () => {
    const verdict = prompt.getByText('You got 2/3 concepts')
    if (!(await verdict.isVisible()))
      await prompt.getByRole('button', { name: 'Try again' }).click({ timeout: 1000 })
    await expect(verdict).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect(prompt.getByText('Not sent yet.')).toHaveCount(0)
  expect(await attemptsOf(ada.email)).toHaveLength(1)
})

test('an answer given off line goes out by itself when the line is back', async ({ page, context }) => {
  const ada = await learnerOn(page)
  await context.setOffline(true)
  const question = item(page, 'Question 1')
  await choose(question, WRONG)
  await expect(question.getByText('Not sent yet.')).toBeVisible()
  await expect(question.getByRole('radio', { name: WRONG })).toBeChecked()
  await grade(item(page, 'Card 1'), 'Good')
  await expect(item(page, 'Card 1').getByText('Not sent yet.')).toBeVisible()
  await context.setOffline(false)
  await expect(question.getByText('Incorrect', { exact: true })).toBeVisible()
  await expect(item(page, 'Card 1').getByText('Graded Good.')).toBeVisible()
  expect(await attemptsOf(ada.email)).toHaveLength(2)
})

test('a reply that is lost on its way costs nothing: the answer was saved, and is not saved twice', async ({
  page,
}) => {
  const ada = await learnerOn(page)
  await page.route(`**${DECK}`, async (route) => {
    if (!isAnswer(route.request())) return route.continue()
    await route.fetch()
    await route.abort()
  })
  const question = item(page, 'Question 1')
  await choose(question, WRONG)
  await expect(question.getByText('Not sent yet.')).toBeVisible()
  expect(await attemptsOf(ada.email)).toHaveLength(1)
  await page.unrouteAll()
  // Even a reload comes between.
  await page.reload()
  await learnerKnown(page)
  await question.getByRole('button', { name: 'Try again' }).click()
  await expect(question.getByText('Incorrect', { exact: true })).toBeVisible()
  expect(await attemptsOf(ada.email)).toHaveLength(1)
})

test('the same request sent again and again is one attempt, even all at once', async ({ page }) => {
  const ada = await learnerOn(page)
  const sent = page.waitForRequest(isAnswer)
  await choose(item(page, 'Question 1'), RIGHT['Question 1'])
  await expect(page.getByText('Correct', { exact: true })).toBeVisible()
  const request = await sent
  const { 'next-action': action, 'content-type': type, ...rest } = await request.allHeaders()
  const again = () =>
    page.request.post(DECK, {
      data: request.postDataBuffer() ?? '',
      headers: {
        'next-action': action ?? '',
        'content-type': type ?? '',
        'next-router-state-tree': rest['next-router-state-tree'] ?? '',
      },
    })
  const replies = await Promise.all(Array.from({ length: 8 }, again))
  for (const reply of replies) expect(await reply.text()).toContain('"saved":true')
  expect(await attemptsOf(ada.email)).toHaveLength(1)
})

test('an impatient double click is one answer', async ({ page }) => {
  const ada = await learnerOn(page)
  const card = item(page, 'Card 1')
  await card.getByText('Reveal answer').click()
  await card.getByRole('button', { name: 'Good' }).dblclick()
  await expect(card.getByText('Graded Good.')).toBeVisible()
  const question = item(page, 'Question 1')
  await question.getByRole('radio', { name: WRONG }).check()
  await question.getByRole('button', { name: 'Check answer' }).dblclick()
  await expect(question.getByText('Incorrect', { exact: true })).toBeVisible()
  const prompt = item(page, 'Prompt 1')
  await prompt.getByLabel('Your explanation').fill(TWO_OF_THREE)
  await prompt.getByRole('button', { name: 'Check answer' }).dblclick()
  await expect(prompt.getByText('You got 2/3 concepts')).toBeVisible()
  // The same explanation checked once more says nothing new.
  await prompt.getByRole('button', { name: 'Check answer' }).click()
  await page.reload()
  await expect(page.getByText('3 of 12 answered.')).toBeVisible()
  expect((await attemptsOf(ada.email)).map(({ item }) => item)).toHaveLength(3)
})

test('a change of mind while an answer is on its way is kept too, and comes last', async ({ page }) => {
  const ada = await learnerOn(page)
  const waiting: (() => void)[] = []
  await page.route(`**${DECK}`, async (route) => {
    if (isAnswer(route.request()) && waiting.length === 0)
      await new Promise<void>((resolve) => waiting.push(resolve))
    await route.continue()
  })
  const card = item(page, 'Card 1')
  await grade(card, 'Easy')
  await expect.poll(() => waiting.length).toBe(1)
  await card.getByRole('button', { name: 'Forgot' }).click()
  waiting[0]?.()
  await expect(card.getByText('Graded Forgot.')).toBeVisible()
  await expect(card.getByRole('button', { name: 'Forgot' })).toHaveAttribute('aria-pressed', 'true')
  expect((await attemptsOf(ada.email)).map(({ answer }) => JSON.parse(answer).grade)).toEqual([
    'easy',
    'forgot',
  ])
})

test('two tabs on one item give two attempts, whichever arrives first, and lose nothing', async ({
  page,
  context,
}) => {
  const ada = await learnerOn(page)
  const other = await context.newPage()
  await openDeck(other)
  const waiting: (() => void)[] = []
  await page.route(`**${DECK}`, async (route) => {
    if (isAnswer(route.request())) await new Promise<void>((resolve) => waiting.push(resolve))
    await route.continue()
  })
  // The first tab's answer is given first and arrives last.
  await choose(item(page, 'Question 1'), WRONG)
  await expect.poll(() => waiting.length).toBe(1)
  await choose(item(other, 'Question 1'), RIGHT['Question 1'])
  await expect(other.getByText('Correct', { exact: true })).toBeVisible()
  waiting[0]?.()
  await expect(page.getByText('Incorrect', { exact: true })).toBeVisible()

  expect((await attemptsOf(ada.email)).map(({ mark }) => mark)).toEqual([1, 0])
  await other.reload()
  // First by the time it was given: the wrong one.
  await expect(item(other, 'Question 1')).toContainText('Right on a later try')
  const { stored, folded } = await storedAndFolded()
  expect(stored).toEqual(folded)
})

test('a tab that was open across a deploy says so, keeps the answer, and has it after a reload', async ({
  page,
}) => {
  const ada = await learnerOn(page)
  await page.route(`**${DECK}`, (route) =>
    isAnswer(route.request())
      ? route.continue({ headers: { ...route.request().headers(), 'next-action': 'f'.repeat(42) } })
      : route.continue(),
  )
  const prompt = item(page, 'Prompt 1')
  await explain(prompt, TWO_OF_THREE)
  await expect(
    prompt.getByText('This page was updated since you opened it. Your answer is kept'),
  ).toBeVisible()
  await choose(item(page, 'Question 1'), WRONG)
  await expect(item(page, 'Question 1').getByText('This page was updated')).toBeVisible()
  expect(await attemptsOf(ada.email)).toEqual([])

  await page.unrouteAll()
  await prompt.getByRole('button', { name: 'Load the page anew' }).click()
  await learnerKnown(page)
  await expect(prompt.getByLabel('Your explanation')).toHaveValue(TWO_OF_THREE)
  await expect(item(page, 'Question 1').getByRole('radio', { name: WRONG })).toBeChecked()
  await expect(page.getByText('2 answers from before are saved now.')).toBeVisible()
  await expect(page.getByText('2 of 12 answered.')).toBeVisible()
  await prompt.getByRole('button', { name: 'Try again' }).click()
  await expect(prompt.getByText('You got 2/3 concepts')).toBeVisible()
  expect(await attemptsOf(ada.email)).toHaveLength(2)
})

test('signed out, a tab open across a deploy keeps the answer as well', async ({ page }) => {
  await openDeck(page)
  await page.route(`**${DECK}`, (route) =>
    isAnswer(route.request())
      ? route.continue({ headers: { ...route.request().headers(), 'next-action': 'f'.repeat(42) } })
      : route.continue(),
  )
  const prompt = item(page, 'Prompt 1')
  await explain(prompt, TWO_OF_THREE)
  await page.unrouteAll()
  await prompt.getByRole('button', { name: 'Load the page anew' }).click()
  await readerKnown(page)
  await expect(prompt.getByLabel('Your explanation')).toHaveValue(TWO_OF_THREE)
  await prompt.getByRole('button', { name: 'Check answer' }).click()
  await expect(prompt.getByText('You got 2/3 concepts')).toBeVisible()
})

test('what was typed and not sent is there after a reload', async ({ page }) => {
  await openDeck(page)
  await item(page, 'Prompt 2').getByLabel('Your explanation').fill('Half a thought')
  await page.reload()
  await expect(item(page, 'Prompt 2').getByLabel('Your explanation')).toHaveValue('Half a thought')
})
