import { expect, type Page, test } from '@playwright/test'
import { expectFits, expectOrder, findings } from './access'
import { complaintsOf } from './console'
import { DECK, item, openDeck } from './deck'
import { signUp } from './people'

const field = (page: Page) => page.getByRole('searchbox', { name: 'Words to look for' })

test('whoever remembers a word finds its item, marked, and comes to it by one press @phone', async ({
  page,
}) => {
  const complaints = complaintsOf(page)
  await page.goto('/')
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click()
  await expect(field(page)).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Find a deck or an item' })).toBeVisible()
  await field(page).fill('stand for')
  await field(page).press('Enter')
  await expect(page).toHaveURL(/\/search\?q=stand\+for/)
  await expect(page.getByRole('main').getByText(/^\d+ found$/)).toBeVisible()
  const first = page.getByRole('listitem').filter({ hasText: 'What does MLOps stand for?' })
  await expect(first.locator('mark').first()).toHaveText('stand')
  await expect(field(page)).toHaveValue('stand for')
  await first.getByRole('link', { name: 'What does MLOps stand for?' }).click()
  await expect(item(page, 'Card 1')).toBeInViewport()
  expect(complaints).toEqual([])
})

test('without scripts the search is a form, and filters stay in its address', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto('/search')
  await field(page).fill('MLOPS')
  await page.getByLabel('Kind').selectOption('question')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/\/search\?q=MLOPS&kind=question/)
  await expect(page.getByLabel('Kind')).toHaveValue('question')
  const found = page.getByRole('main').getByRole('listitem')
  await expect(found.first()).toHaveText(/^Question/)
  await expect(found.filter({ hasText: /^(Card|Deck|Prompt)/ })).toHaveCount(0)
  await page.goto('/search?tag=devops')
  await page.getByRole('checkbox', { name: 'Only tagged devops' }).uncheck()
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { name: 'Find a deck or an item' })).toBeVisible()
  await page.context().close()
})

test('the key / leads to the field from every page, is a letter where one writes, and stays away where it is not wanted', async ({
  page,
}) => {
  test.slow()
  await openDeck(page)
  const writing = item(page, 'Prompt 1').getByLabel('Your explanation')
  await writing.fill('and')
  await writing.press('/')
  await expect(writing).toHaveValue('and/')
  await item(page, 'Question 1').getByRole('radio').first().focus()
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('drift/x')
  await expect(field(page)).toHaveValue('drift/x')
  await page.goto('/search?q=drift')
  await expect(field(page)).not.toBeFocused()
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()

  await signUp(page, undefined, '/account/study')
  await page.getByLabel('Single keys').selectOption('no')
  await page.locator('#habits').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. It holds at once.')).toBeVisible()
  await page.goto(DECK)
  await expect(page.getByRole('banner').getByText('Your account: ')).toBeVisible()
  await page.keyboard.press('/')
  await expect(page).toHaveURL(DECK)
})

test('nothing that is asked breaks the page, and a key is never found', async ({ page }) => {
  const asked = [
    '"',
    "'; drop table decks; --",
    'AND OR NOT NEAR(',
    'a\u0000b',
    '😀',
    '…!?',
    '%E0%A4%A',
    'x'.repeat(6000),
    'DevOps* ^title: {asked}: (',
  ]
  for (const text of asked) {
    const answer = await page.goto(`/search?q=${encodeURIComponent(text)}`)
    expect(answer?.status(), text.slice(0, 40)).toBe(200)
    await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible()
  }
  // A sentence of an explanation, and one of feedback.
  for (const text of ['centre of MLOps is operation', 'aim of modelling and research']) {
    await page.goto(`/search?q=${encodeURIComponent(text)}`)
    await expect(page.getByRole('heading', { name: 'Nothing was found' })).toBeVisible()
  }
  await page.goto('/search?q=xyzzy&level=advanced')
  await page.getByRole('link', { name: 'Look everywhere, without 1 filter' }).click()
  await expect(page).toHaveURL(/\/search\?q=xyzzy$/)
})

test('the search can be read by everybody: before a question, with results, and without', async ({
  page,
}) => {
  test.slow()
  for (const path of ['/search', '/search?q=mlops&kind=card', '/search?q=xyzzy']) {
    await page.goto(path)
    await expectOrder(page)
    expect(await findings(page)).toEqual([])
    await expectFits(page)
  }
})
