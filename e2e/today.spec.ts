import { expect } from '@playwright/test'
import { expectFits, findings } from './access'
import { grade, item, learnerKnown, openDeck } from './deck'
import { test } from './journey'
import { signUp } from './people'

test('the first page says what today brings, once a deck was begun @phone', async ({ page }) => {
  test.slow()
  await signUp(page, undefined, '/')
  await learnerKnown(page)
  const today = page.getByRole('region', { name: 'Today' })
  await expect(page.getByText('Start with')).toBeVisible()
  await expect(today).toHaveCount(0)
  await openDeck(page)
  await grade(item(page, 'Card 1'), 'Easy')
  await expect(item(page, 'Card 1').getByRole('status').filter({ hasText: 'Graded Easy.' })).toBeVisible()
  await page.goto('/')
  await expect(today).toContainText(/^Today\d+ new, about \d+ minutes?/)
  await expect(today.getByRole('link', { name: 'Review' })).toHaveAttribute('href', '/review')
  expect(await findings(page)).toEqual([])
  await expectFits(page)
})
