import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { expectFits, findings } from './access'
import { DECK } from './deck'
import { test } from './journey'
import { signUp, somebody } from './people'
import { asked, asking } from './review'

const DAY = 86_400_000
const HALF_AN_HOUR = 30 * 60_000

/** Somebody who has forgotten the first card of the seed deck on seven days, each time after having known it again. */
async function whoKeepsForgetting(page: Page): Promise<void> {
  await signUp(page, somebody(), '/review')
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
  const headers = { origin: new URL(page.url()).origin }
  const response = await page.request.post('/api/attempts', { headers, data: { facts } })
  const { replies } = await response.json()
  expect(replies.filter(({ ok }: { ok: boolean }) => ok)).toHaveLength(facts.length)
  await page.goto('/review')
  await asking(page)
}

const offer = (page: Page) => page.getByRole('region', { name: 'Set aside for now' })

test('what keeps being forgotten is set aside with an offer, and is taken up again or left @phone', async ({
  page,
}) => {
  test.slow()
  await whoKeepsForgetting(page)
  const front = await asked(page)
  expect(front).toContain('What does MLOps stand for?')
  await page.getByRole('button', { name: 'Show answer' }).click()
  const told = page.waitForResponse((response) => response.url().endsWith('/api/attempts'))
  await page.getByRole('button', { name: /^Forgot/ }).click()
  await told
  // The offer waits until what came meanwhile is answered.
  await page.getByRole('button', { name: 'Show answer' }).click()
  await page.getByRole('button', { name: /^Easy/ }).click()
  await expect(page.getByRole('heading', { name: 'Set aside for now' })).toBeFocused()
  await expect(offer(page)).toContainText(front)
  expect(await findings(page)).toEqual([])
  await expectFits(page)
  await offer(page).getByRole('button', { name: 'See the answer' }).click()
  await expect(offer(page)).toContainText('Machine Learning Operations')
  await offer(page).getByRole('button', { name: 'Write a note' }).click()
  await page.getByLabel('Your note').fill('Ops as in operations.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(offer(page)).toContainText('Ops as in operations.')
  const { items: aside } = await (await page.request.get('/api/review')).json()
  expect(JSON.stringify(aside)).not.toContain(front)

  const takenUp = page.waitForResponse((response) => response.url().endsWith('/api/attempts'))
  await offer(page).getByRole('button', { name: 'Take it up again' }).click()
  await takenUp
  await expect(offer(page)).toHaveCount(0)
  await asking(page)
  await page.goto('/progress')
  await expect(page.getByRole('main')).toBeVisible()
})
