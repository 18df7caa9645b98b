import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect } from '@playwright/test'
import { expectFits, expectOrder, findings } from './access'
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
  TWO_OF_THREE,
  WRONG,
} from './deck'
import { test } from './journey'
import { signUp } from './people'

/** Every page, by its folder in `app`, with an address of it. `signedIn` where nobody else gets to see it. */
const PAGES: Record<string, { path: string; signedIn?: true }> = {
  '(study)': { path: '/' },
  '(study)/decks': { path: '/decks' },
  '(study)/decks/[deck]': { path: DECK },
  '(study)/courses/[course]': { path: '/courses/mlops' },
  '(study)/search': { path: '/search?q=mlops' },
  '(study)/progress': { path: '/progress', signedIn: true },
  '(account)/sign-in': { path: '/sign-in' },
  '(account)/sign-up': { path: '/sign-up' },
  '(account)/forgot': { path: '/forgot' },
  '(account)/reset/[token]': { path: '/reset/no-such-token' },
  '(account)/privacy': { path: '/privacy' },
  '(account)/verify/[token]': { path: '/verify/no-such-token' },
  '(study)/report': { path: '/report?item=what-is-mlops%2Fstands-for', signedIn: true },
  '(study)/reports': { path: '/reports', signedIn: true },
  '(teach)/keep': { path: '/keep', signedIn: true },
  '(study)/review': { path: '/review', signedIn: true },
  '(account)/account': { path: '/account', signedIn: true },
  '(account)/account/study': { path: '/account/study', signedIn: true },
  '(account)/account/study/[deck]': { path: '/account/study/what-is-mlops', signedIn: true },
  '(teach)/classes': { path: '/classes', signedIn: true },
}

/** Pages that there are once somebody teaches a class: classes.spec.ts reads each of them in the same way. */
const CLASS_PAGES = [
  '(teach)/classes/[class]',
  '(teach)/classes/[class]/learners/[learner]',
  '(teach)/classes/[class]/settings',
  '(teach)/join/[code]',
]

test('every page there is stands in the list below', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  const pages = files.filter((file) => /(^|\/)page\.tsx$/.test(file)).map(dirname)
  expect(pages.sort()).toEqual([...Object.keys(PAGES), ...CLASS_PAGES].sort())
})

for (const [page_, { path, signedIn }] of Object.entries(PAGES))
  test(`the page ${page_} can be read by everybody, in light and dark, and fits a phone`, async ({
    page,
  }) => {
    test.slow()
    await (signedIn ? signUp(page, undefined, path) : page.goto(path))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectOrder(page)
    expect(await findings(page)).toEqual([])
    await expectFits(page)
  })

test('a page that is missing can be read by everybody', async ({ page }) => {
  await page.goto('/nowhere')
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing is at this address' })).toBeVisible()
  await expectOrder(page)
  expect(await findings(page)).toEqual([])
  await expectFits(page)
})

test('a deck under way can be read by everybody: answers right and wrong, hints, a lost connection', async ({
  page,
}) => {
  test.slow()
  await openDeck(page)
  await grade(item(page, 'Card 1'), 'Good')
  await item(page, 'Card 2').getByText('Reveal answer').click()
  await choose(item(page, 'Question 1'), WRONG)
  await choose(item(page, 'Question 2'), RIGHT['Question 2'])
  await expect(page.getByText('1 of 2 right')).toBeVisible()
  const prompt = item(page, 'Prompt 1')
  await prompt.getByText('Show a hint').click()
  await explain(prompt, TWO_OF_THREE)
  await prompt.getByText('Show the model answer').click()
  await loseAnswers(page)
  await explain(item(page, 'Prompt 2'), TWO_OF_THREE)
  await choose(item(page, 'Question 3'), 'DevOps')
  await expect(page.getByText('Not sent yet.')).toHaveCount(2)
  expect(await findings(page)).toEqual([])
  await expectOrder(page)
  await expectFits(page)
})

test('a learner on a deck can read it all: the open menu, the offer to keep answers, where they stand', async ({
  page,
}) => {
  test.slow()
  await openDeck(page)
  await choose(item(page, 'Question 2'), RIGHT['Question 2'])
  await expect(page.getByText('1 of 1 right')).toBeVisible()
  await signUp(
    page,
    { name: 'A'.repeat(60), email: `${crypto.randomUUID()}@example.org`, password: 'a quiet engine' },
    DECK,
  )
  await learnerKnown(page)
  await grade(item(page, 'Card 1'), 'Hard')
  await expect(item(page, 'Card 1')).toContainText('Last: Hard, today')
  await expect(page.getByText('Keep the 1 answer you gave today?')).toBeVisible()
  await page.getByRole('banner').locator('summary').click()
  await expect(page.getByRole('link', { name: 'Account' })).toBeVisible()
  expect(await findings(page)).toEqual([])
  await expectFits(page)
})

test('forms that were filled in wrongly can be read by everybody', async ({ page }) => {
  test.slow()
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill('nobody@example.org')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('do not belong together')).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill('Eve')
  await page.getByLabel('Email').fill(`${crypto.randomUUID()}@example.org`)
  await page.getByLabel('Password').fill('password123')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/one of the first that are tried/)
  expect(await findings(page)).toEqual([])
  await expectFits(page)
})

test('an account with everything unfolded can be read by everybody', async ({ page }) => {
  test.slow()
  await signUp(page)
  for (const fold of await page.getByRole('main').locator('summary').all()) await fold.click()
  expect(await findings(page)).toEqual([])
  await expectFits(page)
})

test('on paper a deck shows its answers, and nothing that only a screen can use', async ({ page }) => {
  await openDeck(page)
  await grade(item(page, 'Card 2'), 'Good')
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Machine Learning Operations')).toBeVisible()
  await expect(page.getByText('keeping track of versions of the data')).toBeVisible()
  for (const name of ['Good', 'Reveal all', 'Check answer'])
    await expect(page.getByRole('button', { name, exact: true }).filter({ visible: true }), name).toHaveCount(
      0,
    )
  await expect(page.getByText(/^(Reveal|Hide) answer$/).filter({ visible: true })).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: 'Parts of this deck' })).toBeHidden()
  // Afterwards the screen is as before.
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(page.getByText('Machine Learning Operations')).toBeHidden()
  await expect(item(page, 'Card 2').getByText('With testing, deployment')).toBeVisible()
})
