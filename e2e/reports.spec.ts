import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectFits, expectOrder, findings } from './access'
import { DECK, item, learnerKnown } from './deck'
import { makeKeeper, verifyAddress } from './keeper'
import { signIn, signUp, somebody } from './people'
import { asked, reviewer, untilKind } from './review'

const device = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage()

/** Words that no other journey reports. */
const words = (text: string) => `${text} ${crypto.randomUUID()}`

/** Reports a mistake in Question 1 from the deck's page. */
async function report(page: Page, text: string): Promise<void> {
  await page.goto(DECK)
  await item(page, 'Question 1').getByRole('link', { name: 'Report a mistake' }).click()
  await page.getByLabel('What is wrong?').fill(text)
  await page.getByRole('button', { name: /^(Send|Change) report$/ }).click()
  await expect(page.getByText('Reported. The first page tells you')).toBeVisible()
}

/** A report as its keeper finds it. */
const kept = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text })

test('a mistake is reported, answered by a keeper of the deck, and whoever reported it is told @phone', async ({
  browser,
  page,
}) => {
  test.slow()
  const ada = await signUp(page, somebody('Ada Reporter'))
  const text = words('Option b reads <b>odd</b>, *really*')
  await report(page, text)
  await expect(page.getByLabel('What is wrong?')).toHaveValue(text)
  const longer = `${text}, and c too`
  await page.getByLabel('What is wrong?').fill(longer)
  await page.getByRole('button', { name: 'Change report' }).click()
  await expect(page.getByText('Reported. The first page tells you')).toBeVisible()

  const keeper = await device(browser)
  const kim = await signUp(keeper, somebody('Kim Keeper'), '/keep')
  await expect(keeper.getByRole('heading', { name: 'Verify your address first' })).toBeVisible()
  await makeKeeper(kim.email)
  await keeper.reload()
  await expect(keeper.getByRole('heading', { name: 'Verify your address first' })).toBeVisible()
  await expect(keeper.getByText(longer)).toHaveCount(0)
  await verifyAddress(kim.email)
  await keeper.goto('/')
  await keeper.getByRole('region', { name: 'News for you' }).getByRole('link', { name: 'Answer' }).click()
  const row = kept(keeper, longer)
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('A learner, today')
  expect(await keeper.content()).not.toContain(ada.name)
  expect(await keeper.content()).not.toContain(ada.email)
  await row.getByText('The item with its key').click()
  await expect(row.getByText('Explanation', { exact: true })).toBeVisible()
  expect(await findings(keeper)).toEqual([])
  await expectOrder(keeper)
  await expectFits(keeper)

  await row.getByRole('radio', { name: 'Fixed' }).check()
  await row.getByLabel('Your answer').fill('Thank you, it reads better now.')
  await row.getByRole('button', { name: 'Answer' }).click()
  await expect(keeper.getByText('Answered. Whoever reported it is told.')).toBeVisible()

  // Taken back before anybody read it, and answered otherwise.
  await kept(keeper, longer).getByRole('button', { name: 'Take the answer back' }).click()
  await expect(keeper.getByText('The report is open again')).toBeVisible()
  await page.goto('/')
  await learnerKnown(page)
  await expect(page.getByText('What you reported on a question of')).toHaveCount(0)
  await kept(keeper, longer).getByRole('radio', { name: 'Not a mistake' }).check()
  await kept(keeper, longer).getByLabel('Your answer').fill('It is meant so.')
  await kept(keeper, longer).getByRole('button', { name: 'Answer' }).click()
  await expect(keeper.getByText('Answered. Whoever reported it is told.')).toBeVisible()

  const second = await page.context().newPage()
  for (const tab of [page, second]) {
    await tab.goto('/')
    await expect(tab.getByText('was looked at: it is not a mistake.')).toBeVisible()
  }
  expect(await findings(page)).toEqual([])
  await expectFits(page)
  await page.getByRole('link', { name: 'Read the answer' }).click()
  await expect(page.getByText('It is meant so.')).toBeVisible()
  await expect(page.getByText('Not a mistake, answered today')).toBeVisible()
  expect(await findings(page)).toEqual([])
  await expectFits(page)
  await page.goto('/')
  for (const tab of [page, second]) {
    await tab.getByRole('button', { name: 'Put away' }).click()
    await expect(tab.getByText('was looked at: it is not a mistake.')).toHaveCount(0)
  }
  await page.reload()
  await learnerKnown(page)
  await expect(page.getByText('was looked at')).toHaveCount(0)
  await keeper.reload()
  await expect(kept(keeper, longer)).toContainText('Read by whoever reported it.')
})

test('a keeper downloads the file of their deck as it is served, and of no other', async ({ page }) => {
  const kim = await signUp(page, somebody('Kim Keeper'))
  await makeKeeper(kim.email)
  expect((await page.request.get('/keep/what-is-mlops/deck.yaml')).status()).toBe(404)
  await verifyAddress(kim.email)
  await page.goto('/account')
  await page.getByRole('link', { name: 'Decks you keep' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download its file' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('what-is-mlops.yaml')
  expect(await readFile(await file.path(), 'utf8')).toBe(
    await readFile('content/mlops/what-is-mlops.yaml', 'utf8'),
  )
  expect((await page.request.get('/keep/no-such-deck/deck.yaml')).status()).toBe(404)
})

test('who is signed out signs in and comes back to the form', async ({ page, browser }) => {
  const ada = await signUp(await device(browser))
  await page.goto(DECK)
  await item(page, 'Card 1').getByRole('link', { name: 'Report a mistake' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await signIn(page, ada)
  await expect(page.getByRole('heading', { level: 1, name: 'Report a mistake' })).toBeVisible()
  await expect(page.getByText('Card 1 of')).toBeVisible()
})

test('a report stays in its form when the connection is lost, and is taken back while it is open', async ({
  page,
}) => {
  await signUp(page)
  await page.goto(DECK)
  await item(page, 'Card 2').getByRole('link', { name: 'Report a mistake' }).click()
  const text = words('The back is wrong')
  await page.getByLabel('What is wrong?').fill(text)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Send report' }).click()
  await expect(page.getByText('There was no reply.')).toBeVisible()
  await expect(page.getByLabel('What is wrong?')).toHaveValue(text)
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Send report' }).click()
  await expect(page.getByText('Reported. The first page')).toBeVisible()
  await page.getByRole('link', { name: 'Your reports' }).click()
  await expect(page.getByText(text)).toBeVisible()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('The report is taken back.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Nothing reported yet' })).toBeVisible()
})

test('no key of an item travels to the page that reports it, and what is not there is not found', async ({
  page,
}) => {
  await signUp(page)
  await page.goto(DECK)
  const href = await item(page, 'Question 1')
    .getByRole('link', { name: 'Report a mistake' })
    .getAttribute('href')
  const html = await (await page.request.get(href ?? '')).text()
  expect(html).toContain('Report a mistake')
  expect(html).not.toContain('That is the aim of modelling and research.')
  for (const address of [
    '/report',
    '/report?item=',
    '/report?item=nowhere%2Fcard-1',
    '/report?item=what-is-mlops%2Fstands-for&hash=0',
    "/report?item=what-is-mlops%2Fstands-for'%20or%201=1--",
    '/report?item=a&item=b',
    `/report?item=${'x'.repeat(3000)}`,
  ])
    expect((await page.request.get(address)).status(), address).toBe(404)
})

test('in the review a mistake is reported without leaving it, and without a connection @phone', async ({
  page,
}) => {
  test.slow()
  await reviewer(page)
  await untilKind(page, 'Card')
  const front = await asked(page)
  const openForm = async () => {
    await page.getByText('More', { exact: true }).click()
    await page.getByRole('button', { name: 'Report a mistake' }).click()
    await expect(page.getByRole('dialog', { name: 'Report a mistake' })).toBeVisible()
  }
  await openForm()
  // Keys mean letters here, and Escape leaves what was typed for later.
  await page.keyboard.type('4 u - e')
  await expect(page.getByLabel('What is wrong?')).toHaveValue('4 u - e')
  expect(await findings(page)).toEqual([])
  await expectFits(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await asked(page)).toBe(front)
  await page.context().setOffline(true)
  await openForm()
  await expect(page.getByLabel('What is wrong?')).toHaveValue('4 u - e')
  const text = words('Not what the front asks')
  await page.getByLabel('What is wrong?').fill(text)
  await page.getByRole('button', { name: 'Send report' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('Not saved yet: trying again.')).toBeVisible()
  expect(await asked(page)).toBe(front)
  await page.context().setOffline(false)
  await expect(page.getByText('Not saved yet')).toHaveCount(0)
  // The session goes on by its keys where it was.
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: /^Good/ })).toBeVisible()
  await page.goto('/reports')
  await expect(page.getByText(text)).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a mistake is reported, answered and read about', async ({ browser, page }) => {
    test.slow()
    await signUp(page)
    const text = words('The stem names two things')
    await report(page, text)
    const keeper = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    const kim = await signUp(keeper, somebody('Kim Keeper'))
    await makeKeeper(kim.email)
    await verifyAddress(kim.email)
    await keeper.goto('/keep')
    const row = kept(keeper, text)
    await row.getByRole('radio', { name: 'Reported before' }).check()
    await row.getByLabel('Your answer').fill('Somebody was faster.')
    await row.getByRole('button', { name: 'Answer' }).click()
    await expect(kept(keeper, text)).toContainText('Reported before, answered today')
    await page.goto('/reports')
    await expect(page.getByText('Somebody was faster.')).toBeVisible()
  })
})
