import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { expectFits, findings } from './access'
import { DECK } from './deck'
import { test } from './journey'
import { signUp, somebody } from './people'
import { sendFacts } from './review'

const DAY = 86_400_000

/** Somebody who knew all cards of the seed deck well ten days ago, and was away since. */
async function back(page: Page): Promise<void> {
  await signUp(page, somebody(), DECK)
  const { learner } = await (await page.request.get('/api/mine')).json()
  const cards = await page.getByRole('article').evaluateAll((articles) =>
    articles.flatMap((article) => {
      const value = (name: string) => article.querySelector<HTMLInputElement>(`[name=${name}]`)?.value
      const isCard = article.querySelector('textarea, [name=chosen]') === null
      return isCard ? [{ item: value('item'), hash: value('hash') }] : []
    }),
  )
  const facts = cards.map((card) => ({
    fact: 'attempt',
    id: randomUUID(),
    learner: learner.id,
    ...card,
    answer: { kind: 'card', grade: 'easy' },
    context: 'review',
    answeredAt: Date.now() - 10 * DAY,
  }))
  expect(facts).toHaveLength(5)
  await sendFacts(page, facts)
  await page.goto('/account/study')
  await page.getByLabel('Reviews a day').fill('3')
  await page.getByLabel('Reviews a day').press('Enter')
  await expect(page.getByText('Saved. It holds at once.')).toBeVisible()
}

test('after a break a plan says how few a day get level, and when; it can be taken, changed and dropped', async ({
  page,
}) => {
  test.slow()
  await back(page)
  await page.goto('/review')
  const plan = page.getByRole('region', { name: 'After a break' })
  await expect(plan).toContainText(/\d a day for \d+ days? gets you level on \w+day, \d+ \w+/)
  // How much waits is told nowhere.
  await expect(plan).not.toContainText(/\b5 (due|items|reviews|wait)/)
  await plan.getByLabel('Reviews a day').press('End')
  await expect(plan).toContainText('3 a day for')
  expect(await findings(page)).toEqual([])
  await expectFits(page)
  await plan.getByRole('button', { name: 'Take this plan' }).click()
  await expect(plan).toContainText('On your plan: 3 a day for')
  await page.reload()
  await expect(plan).toContainText('On your plan: 3 a day for')
  await plan.getByText('Change the plan').click()
  await plan.getByRole('button', { name: 'Drop the plan' }).click()
  await expect(plan.getByRole('button', { name: 'Take this plan' })).toBeVisible()
})
