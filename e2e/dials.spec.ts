import { expect, type Page } from '@playwright/test'
import { expectFits, expectOrder, findings } from './access'
import { DECK, grade, item, openDeck } from './deck'
import { test } from './journey'
import { signUp } from './people'

/** The figures of one row of a table, by its head. */
const cells = (page: Page, row: RegExp) =>
  page.getByRole('row', { name: row }).getByRole('cell').allTextContents()

/** With all its figures: empty, the pages are read in access.spec.ts. */
async function expectReadable(page: Page): Promise<void> {
  await expectOrder(page)
  expect(await findings(page)).toEqual([])
  await expectFits(page)
}

async function begin(page: Page): Promise<void> {
  await signUp(page, undefined, DECK)
  await openDeck(page)
  await grade(item(page, 'Card 1'), 'Good')
  await expect(page.getByText('1 of 12 answered')).toBeVisible()
}

test('a retention shows its price, is set by one press, and says from when on it holds', async ({ page }) => {
  test.slow()
  await begin(page)
  await page.goto('/account')
  await page.getByRole('link', { name: 'Set how you study' }).click()
  await expect(page.getByText(/^At 90 % you answer about .* know \d+ of 12 items/)).toBeVisible()
  const [low, high] = [await cells(page, /80 %/), await cells(page, /95 %/)]
  expect(Number(high[1])).toBeGreaterThan(Number(low[1]))
  await page.getByRole('button', { name: 'Set 95 %' }).click()
  await expect(page.getByText(/^Saved\. 95 % holds from .*, 04:00\.$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Set 95 %' })).toBeFocused()
  await page.reload()
  await expect(page.getByText(/retention 95 % \(until then 90 %\)/)).toBeVisible()
  await expect(page.getByLabel('Retention in per cent')).toHaveValue('95')
  await expect(page.getByRole('button', { name: 'Set 95 %' })).toHaveAttribute('aria-pressed', 'true')
  await expectReadable(page)
})

test('what is out of bounds is said at its field, and what was typed stays', async ({ page }) => {
  await signUp(page, undefined, '/account/study')
  await expect(page.getByText('will stand here once you have begun a deck')).toBeVisible()
  const reviews = page.getByLabel('Reviews a day')
  await page.getByLabel('New items a day').fill('7')
  await reviews.fill('0')
  await page
    .locator('form')
    .filter({ has: reviews })
    .evaluate((form: HTMLFormElement) => {
      form.noValidate = true
    })
  const save = page.locator('#habits').getByRole('button', { name: 'Save' })
  await save.click()
  await expect(reviews).toHaveAccessibleDescription(/Type a whole number from 1 to 9999\./)
  await expect(reviews).toBeFocused()
  await expect(page.getByLabel('New items a day')).toHaveValue('7')
  await reviews.fill('70')
  await save.click()
  await expect(page.getByText('Saved. It holds at once.')).toBeVisible()
  await page.reload()
  await expect(reviews).toHaveValue('70')
})

test('an exam’s day makes a plan: what it takes and what will be known, the new items by one press', async ({
  page,
}) => {
  test.slow()
  await begin(page)
  await page.getByRole('link', { name: 'Plan for an exam' }).click()
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('Day of the exam').fill(day)
  await page.getByLabel('New items a day from this deck').fill('0')
  await page.getByRole('button', { name: 'Save plan' }).click()
  await expect(page.getByText(/^Keep to the plan, and you recall about \d+ of 12 items/)).toBeVisible()
  await expect(page.getByText('At 0 a day, 11 items would stay unseen.')).toBeVisible()
  await page.getByRole('button', { name: 'Take 1 new a day' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByText('You take up to 1 a day.')).toBeVisible()
  await page.getByText('As a table').click()
  await expectReadable(page)
  await page.goto('/account/study')
  await expect(page.getByText(/^Exam on .*, in (19|20|21) days, 1 new a day$/)).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('dials are turned all the same', async ({ page }) => {
    await signUp(page, undefined, '/account/study')
    await page.getByLabel('Retention in per cent').fill('85')
    await page.getByRole('button', { name: 'Set retention' }).click()
    await expect(page.getByText(/^Saved\. 85 % holds from/)).toBeVisible()
    await page.getByLabel('A new day starts at').selectOption('05:00')
    await page.locator('#days').getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText(/^Saved\. It holds from/)).toBeVisible()
    await page.goto('/account/study')
    await expect(page.getByLabel('A new day starts at')).toHaveValue('5')
    await expect(page.getByText(/retention 85 % \(until then 90 %\), a new day at 05:00/)).toBeVisible()
  })
})
