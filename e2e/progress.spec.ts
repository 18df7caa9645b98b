import { expect, type Page } from '@playwright/test'
import { expectFits, expectOrder, findings } from './access'
import { complaintsOf } from './console'
import { choose, DECK, grade, item, RIGHT, WRONG } from './deck'
import { test } from './journey'
import { signUp } from './people'

/** Somebody new answers three items, one of them wrong. */
async function answerThree(page: Page): Promise<void> {
  await signUp(page, undefined, DECK)
  await grade(item(page, 'Card 1'), 'Good')
  await choose(item(page, 'Question 1'), WRONG)
  await expect(item(page, 'Question 1').getByText('Incorrect', { exact: true })).toBeVisible()
  await choose(item(page, 'Question 2'), RIGHT['Question 2'])
  await expect(item(page, 'Question 2').getByText('Correct', { exact: true })).toBeVisible()
}

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('before the first answer the page says what it will be, and leads to a deck', async ({ page }) => {
  await signUp(page, undefined, '/progress')
  await expect(page.getByRole('heading', { name: 'Nothing to see yet' })).toBeVisible()
  await page.getByRole('link', { name: 'Choose a deck' }).click()
  await page.waitForURL('/decks')
})

test('three answers make pictures that can be read by everybody, and keep within the policy @phone', async ({
  page,
}) => {
  test.slow()
  const complaints = complaintsOf(page)
  await answerThree(page)
  await page.getByRole('banner').locator('summary').click()
  await page.getByRole('banner').getByRole('link', { name: 'Progress' }).click()
  await page.waitForURL('/progress')
  await expect(section(page, 'Today')).toContainText('You gave 3 answers')
  await expect(section(page, 'Today')).toContainText('2 of 3')
  await expect(section(page, 'True retention')).toContainText('you had learned before came due')
  await expect(section(page, 'The year').getByRole('img', { name: /^You studied on 1 day/ })).toBeVisible()
  await page.getByRole('navigation', { name: 'How far back' }).getByRole('link', { name: 'year' }).click()
  await page.waitForURL('/progress?range=year')
  await expect(section(page, 'Reviews and time')).toContainText('3 answers')
  // Again by its address, as a document with the policy of its own.
  await page.reload()
  await expect(page.getByRole('link', { name: 'year' })).toHaveAttribute('aria-current', 'page')
  await expectOrder(page)
  expect(await findings(page)).toEqual([])
  await expectFits(page)
  expect(complaints).toEqual([])
})

test('behind each picture is a table, opened from the keyboard', async ({ page }) => {
  await answerThree(page)
  await page.goto('/progress')
  const ratings = section(page, 'Answer buttons')
  await expect(ratings.getByRole('table')).toBeHidden()
  await ratings.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(ratings.getByRole('row', { name: /^Forgot 1 33\s%$/ })).toBeVisible()
})

test('on paper there are the pictures and their sentences, and nothing to press', async ({ page }) => {
  await answerThree(page)
  await page.goto('/progress')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(section(page, 'Answer buttons').getByRole('img')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'How far back' })).toBeHidden()
  await expect(page.getByText('Show the figures').first()).toBeHidden()
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  // The browser says it as lab() or oklch(), by how the build wrote it down: light, also for a reader of dark pages.
  const lightness = Number(/[\d.]+/.exec(paper)?.[0])
  expect(lightness > 1 ? lightness / 100 : lightness, paper).toBeGreaterThan(0.95)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the page, its ranges and its tables work', async ({ page }) => {
    await answerThree(page)
    await page.goto('/progress')
    await page.getByRole('link', { name: '7 days' }).click()
    await page.waitForURL('/progress?range=7d')
    await expect(section(page, 'Today')).toContainText('You gave 3 answers')
    await section(page, 'Items by state').locator('summary').click()
    await expect(
      section(page, 'Items by state').getByRole('row', { name: /^Not answered yet 9/ }),
    ).toBeVisible()
  })
})
