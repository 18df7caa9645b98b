import { expect } from '@playwright/test'
import { attemptsOf } from './database'
import { choose, DECK, explain, grade, item, RIGHT, TWO_OF_THREE, WRONG } from './deck'
import { test } from './journey'
import { signUp } from './people'

test.use({ javaScriptEnabled: false })

test('without scripts cards open and take a grade, and quiz and explain are marked @phone', async ({
  page,
}) => {
  await page.goto(DECK)
  const card = item(page, 'Card 2')
  await expect(card.getByText('With testing, deployment and monitoring automated')).toBeHidden()
  await card.getByText('Reveal answer').click()
  await expect(card.getByText('With testing, deployment and monitoring automated')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reveal all' })).toBeHidden()
  await card.getByRole('button', { name: 'Hard' }).click()
  await expect(card.getByRole('button', { name: 'Hard' })).toHaveAttribute('aria-pressed', 'true')

  const question = item(page, 'Question 1')
  await choose(question, WRONG)
  await expect(question.getByText('Incorrect', { exact: true })).toBeVisible()
  await expect(question.getByRole('radio', { name: WRONG })).toHaveAccessibleDescription(
    /^Wrong\s?, your choice$/,
  )
  await expect(question.getByText('That is the aim of modelling and research.')).toBeVisible()
  await question.getByRole('button', { name: 'Try again' }).click()
  await choose(question, RIGHT['Question 1'])
  await expect(question.getByText('Correct', { exact: true })).toBeVisible()

  const prompt = item(page, 'Prompt 1')
  await prompt.getByText('Show a hint').click()
  await expect(prompt.getByText('Think about how software is delivered')).toBeVisible()
  await explain(prompt, TWO_OF_THREE)
  await expect(prompt.getByText('You got 2/3 concepts')).toBeVisible()
  await expect(prompt.locator('mark')).toHaveCount(2)
  await expect(prompt.getByLabel('Your explanation')).toHaveValue(TWO_OF_THREE)
  await prompt.getByText('Show the model answer').click()
  await expect(prompt.getByText('it is DevOps for models')).toBeVisible()
})

test('without scripts an answer of somebody signed in is kept, once, even when its form is sent twice', async ({
  page,
}) => {
  const ada = await signUp(page)
  await page.goto(DECK)
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await explain(item(page, 'Prompt 1'), TWO_OF_THREE)
  await expect(page.getByText('You got 2/3 concepts')).toBeVisible()
  const request = await sent
  const body = request.postDataBuffer()
  if (!body) throw new Error('The form sent nothing.')
  const again = await page.request.post(request.url(), {
    data: body,
    headers: { 'content-type': request.headers()['content-type'] ?? '' },
  })
  expect(await again.text()).toContain('concepts')
  // Sent again the next minute it would be another answer; this one turns at most once meanwhile.
  const stored = await attemptsOf(ada.email)
  expect(new Set(stored.map(({ receivedAt }) => Math.floor(receivedAt / 60_000))).size).toBe(stored.length)

  await page.goto(DECK)
  await grade(item(page, 'Card 1'), 'Good')
  await expect(item(page, 'Card 1').getByRole('button', { name: 'Good' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  expect((await attemptsOf(ada.email)).filter(({ item }) => item.endsWith('/stands-for'))).toMatchObject([
    { answer: '{"kind":"card","grade":"good"}', mark: 1, context: 'deck' },
  ])
})
