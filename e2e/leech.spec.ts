import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { expectFits, findings } from './access'
import { setAsideOf } from './database'
import { DECK } from './deck'
import { test } from './journey'
import { signUp, somebody } from './people'
import { answerOne, asked, asking, giveAnswer, kindOf, sendFacts } from './review'

const DAY = 86_400_000
const HALF_AN_HOUR = 30 * 60_000
const FRONT = 'What does MLOps stand for?'

/** Somebody who has forgotten the first card of the seed deck on seven days, each time after having known it again. */
async function whoKeepsForgetting(page: Page): Promise<string> {
  const { email } = await signUp(page, somebody(), '/review')
  const { learner } = await (await page.request.get('/api/mine')).json()
  await page.goto(DECK)
  const card = page.getByRole('article', { name: 'Card 1' })
  const item = await card.locator('[name=item]').first().inputValue()
  const hash = await card.locator('[name=hash]').first().inputValue()
  const grades = [[11, 'good'], ...[10, 9, 8, 7, 6, 5, 4].map((days) => [days, 'forgot'] as const)] as const
  // On each day once, and once more when the minutes of its learning step are over.
  const facts = grades.flatMap(([days, grade]) =>
    [
      { at: Date.now() - days * DAY, grade },
      { at: Date.now() - days * DAY + HALF_AN_HOUR, grade: 'good' },
    ].map(({ at, grade }) => ({
      fact: 'attempt',
      id: randomUUID(),
      learner: learner.id,
      item,
      hash,
      answer: { kind: 'card', grade },
      context: 'review',
      answeredAt: at,
    })),
  )
  await sendFacts(page, facts)
  await page.goto('/review')
  await asking(page)
  return email
}

const offer = (page: Page) => page.getByRole('region', { name: 'Set aside for now' })

/** Answers what is asked until the card that keeps being forgotten is before the learner. */
async function untilTheCard(page: Page): Promise<void> {
  for (let turns = 0; turns < 12 && (await asked(page)) !== FRONT; turns += 1) await answerOne(page)
  expect(await asked(page)).toBe(FRONT)
}

/** Forgets the card for the eighth time, and answers what came meanwhile: the offer waits until then. */
async function forgetOnceMore(page: Page): Promise<void> {
  await untilTheCard(page)
  await page.getByRole('button', { name: 'Show answer' }).click()
  const told = page.waitForResponse((response) => response.url().endsWith('/api/attempts'))
  await page.getByRole('button', { name: /^Forgot/ }).click()
  await told
  if ((await kindOf(page)) === 'Card') {
    await page.getByRole('button', { name: 'Show answer' }).click()
    await page.getByRole('button', { name: /^Easy/ }).click()
  } else {
    await giveAnswer(page)
    await page.getByRole('button', { name: 'Next' }).click()
  }
  await expect(page.getByRole('heading', { name: 'Set aside for now' })).toBeFocused()
}

const stillAsked = async (page: Page) =>
  JSON.stringify((await (await page.request.get('/api/review')).json()).items).includes(FRONT)

test('what keeps being forgotten is set aside with an offer: its answer, a note, and to take it up again @phone', async ({
  page,
}) => {
  test.slow()
  const email = await whoKeepsForgetting(page)
  await forgetOnceMore(page)
  await expect.poll(() => setAsideOf(email)).toBe(1)
  await expect(offer(page)).toContainText(FRONT)
  expect(await findings(page)).toEqual([])
  await expectFits(page)
  await offer(page).getByRole('button', { name: 'See the answer' }).click()
  await expect(offer(page)).toContainText('Machine Learning Operations')
  await offer(page).getByRole('button', { name: 'Write a note' }).click()
  await page.getByLabel('Your note').fill('Ops as in operations.')
  await page.getByRole('button', { name: 'Keep note' }).click()
  await expect(offer(page)).toContainText('Ops as in operations.')
  expect(await stillAsked(page)).toBe(false)
  await offer(page).getByRole('button', { name: 'Take it up again' }).click()
  await expect(offer(page)).toHaveCount(0)
  await expect.poll(() => setAsideOf(email)).toBe(0)
})

test('what was set aside can be left so: the review goes on without it', async ({ page }) => {
  test.slow()
  await whoKeepsForgetting(page)
  await forgetOnceMore(page)
  await offer(page).getByRole('button', { name: 'Leave it aside' }).click()
  await expect(offer(page)).toHaveCount(0)
  await asking(page)
  await page.reload()
  await asking(page)
  expect(await stillAsked(page)).toBe(false)
})
