import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'
import { join, teach } from './class'
import { complaintsOf } from './console'
import { test } from './journey'

const elsewhere = async (browser: Browser, options: Parameters<Browser['newContext']>[0] = {}) =>
  (await browser.newContext(options)).newPage()

// Several people sign up in each journey, and a password is slow to hash on purpose.
test.describe.configure({ timeout: 90_000 })

test('an instructor makes a class, a learner joins by the link and studies, and the dashboard shows it without a reload', async ({
  browser,
}) => {
  const teacher = await elsewhere(browser)
  const complaints = complaintsOf(teacher)
  const { path, join: invitation } = await teach(teacher, 'Evening course')
  await teacher.goto(path)
  await expect(teacher.getByRole('heading', { name: 'Nobody has joined yet' })).toBeVisible()

  const learner = await elsewhere(browser)
  await learner.goto(invitation)
  await expect(learner.getByRole('heading', { level: 1, name: 'Join Evening course' })).toBeVisible()
  await expect(learner.getByText('also from before you joined')).toContainText('how long it took')
  await join(learner, invitation, 'Ada Example')
  await expect(learner.getByText('0 of 12 answered')).toBeVisible()

  // Not reloaded: the page asks by itself.
  const row = teacher.getByRole('row', { name: /Ada Example/ })
  await expect(row).toContainText('not yet', { timeout: 15_000 })
  await learner.getByRole('link', { name: 'What is MLOps?' }).click()
  const question = learner.locator('#main-goal')
  await question.getByLabel('To collect and label as much training data as possible').check()
  await question.getByRole('button', { name: 'Check answer' }).click()
  await expect(question.getByText('Incorrect')).toBeVisible()
  await expect(row).toContainText('today', { timeout: 15_000 })
  await expect(teacher.getByRole('heading', { name: 'What is the main goal of MLOps?' })).toBeVisible()
  await expect(teacher.getByText('1 of 1 missed it')).toBeVisible()

  await row.getByRole('link', { name: 'Ada Example' }).click()
  await expect(teacher.getByRole('heading', { level: 1, name: 'Ada Example' })).toBeVisible()
  await expect(teacher).toHaveTitle(/^Ada Example/)
  await expect(teacher.getByText('To collect and label as much training data as possible')).toBeVisible()

  // A page of answers beyond the last is the last.
  const person = new URL(teacher.url()).pathname
  await teacher.goto(`${person}?page=99`)
  await expect(teacher.getByText('To collect and label as much training data as possible')).toBeVisible()
  expect(new URL(teacher.url()).search).toBe('')
  await teacher.goto(path)

  await learner.goto(path)
  await expect(learner).toHaveTitle(/^Evening course/)
  await expect(learner.getByText('1 of 12 answered')).toBeVisible()
  await expect(learner.getByText('how long it took')).toBeVisible()
  await learner.getByText('Leave class').first().click()
  await learner.getByRole('button', { name: 'Leave class' }).click()
  await learner.waitForURL('**/classes')
  expect((await learner.goto(path))?.status()).toBe(404)
  expect((await teacher.goto(person))?.status()).toBe(404)
  expect(complaints).toEqual([])
})

test('people are sorted and filtered by the address, and without JavaScript', async ({ browser }) => {
  const teacher = await elsewhere(browser)
  const { path, join: invitation } = await teach(teacher, 'Sorted course')
  for (const name of ['Bo Example', 'Ada Example']) await join(await elsewhere(browser), invitation, name)
  const plain = await elsewhere(browser, {
    javaScriptEnabled: false,
    storageState: await teacher.context().storageState(),
  })
  await plain.goto(path)
  const names = () => plain.locator('tbody th').allInnerTexts()
  expect(await names()).toEqual(['Ada Example', 'Bo Example'])
  await plain.getByRole('columnheader', { name: 'Name' }).getByRole('link').click()
  expect(new URL(plain.url()).search).toBe('?sort=-name')
  expect(await names()).toEqual(['Bo Example', 'Ada Example'])
  await plain.getByLabel('Name contains').fill('bo')
  await plain.getByRole('button', { name: 'Apply' }).click()
  expect(await names()).toEqual(['Bo Example'])
  await expect(plain.getByText('1 of 2 learners.')).toBeVisible()
  await plain.getByRole('link', { name: 'Show everybody' }).click()
  expect(await names()).toEqual(['Ada Example', 'Bo Example'])

  const table = await teacher.request.get(`${path}/table.csv`)
  expect(table.headers()['content-type']).toContain('text/csv')
  expect(await table.text()).toContain('"Ada Example"')
  expect(await (await teacher.request.get(`${path}/answers.csv`)).text()).toContain('"Learner","Learner id"')
})

test('a new code makes the old link dead, an archived class takes nobody, and a deleted one is gone @phone', async ({
  browser,
}) => {
  const teacher = await elsewhere(browser)
  const { path, join: old } = await teach(teacher, 'Short course')
  await teacher.goto(`${path}/settings`)
  await teacher.getByText('New code', { exact: true }).click()
  await teacher.getByRole('button', { name: 'Make a new code' }).click()
  await expect(teacher.getByText('The old one leads nowhere.')).toBeVisible()
  const visitor = await elsewhere(browser)
  const answer = await visitor.goto(old)
  expect(answer?.status()).toBe(404)
  await expect(visitor.getByRole('heading', { name: 'This code leads to no class' })).toBeVisible()

  const fresh = new URL(await teacher.getByLabel('Link to send').inputValue()).pathname
  expect((await visitor.goto(fresh))?.status()).toBe(200)
  await teacher.getByRole('button', { name: 'Archive class' }).click()
  await expect(teacher.getByText('The class is archived: nobody can join it.')).toBeVisible()
  expect((await visitor.goto(fresh))?.status()).toBe(404)

  await teacher.getByText('Delete class…').click()
  await teacher.getByLabel('Class name').last().fill('Another course')
  await teacher.getByRole('button', { name: 'Delete class' }).click()
  await expect(teacher.getByText('This is not its name.').first()).toBeVisible()
  await teacher.getByLabel('Class name').last().fill('Short course')
  await teacher.getByRole('button', { name: 'Delete class' }).click()
  await teacher.waitForURL('**/classes')
  expect((await teacher.goto(path))?.status()).toBe(404)
})

for (const javaScriptEnabled of [true, false])
  test(`what came of a row is said where the row was, ${javaScriptEnabled ? 'and has the focus' : 'without JavaScript too'}`, async ({
    browser,
  }) => {
    test.slow()
    const first = await elsewhere(browser)
    const { path, join: invitation } = await teach(first, 'Changing course')
    for (const name of ['Ada Example', 'Bo Example']) await join(await elsewhere(browser), invitation, name)
    const storageState = await first.context().storageState()
    const teacher = await elsewhere(browser, { javaScriptEnabled, storageState })
    await teacher.goto(`${path}/settings`)
    await expect(teacher).toHaveTitle(/^Settings of Changing course/)
    const said = async (words: string) => {
      await expect(teacher.getByText(words)).toBeVisible()
      // A form without JavaScript is answered by a page that begins at its top.
      if (!javaScriptEnabled) return
      await expect(teacher.getByText(words)).toBeInViewport()
      await expect(teacher.locator('div[tabindex="-1"]', { hasText: words })).toBeFocused()
    }
    const decks = teacher.getByRole('region', { name: 'Decks' })
    await decks.getByText('Unassign', { exact: true }).click()
    await decks.getByRole('button', { name: 'Unassign deck' }).click()
    await said('It is not assigned any more.')
    const count = await decks.getByRole('combobox').getByRole('option').count()
    for (let assigned = 1; assigned <= count; assigned += 1) {
      await decks.getByRole('button', { name: 'Assign', exact: true }).click()
      await expect(decks.getByRole('listitem')).toHaveCount(assigned)
      await expect(decks.getByText('The class has it.')).toBeVisible()
    }
    await expect(decks.getByText('Every deck is assigned.')).toBeVisible()

    const people = teacher.getByRole('region', { name: 'People' })
    const row = people.getByRole('listitem').filter({ hasText: 'Ada Example' })
    await row.getByText('Make instructor', { exact: true }).first().click()
    await row.getByRole('button', { name: 'Make instructor' }).click()
    await said('They teach the class with you.')
    await row.getByText('Take the role away').click()
    await row.getByRole('button', { name: 'Make Ada Example no instructor' }).click()
    await said('They are no instructor of the class any more.')
    await expect(people.getByText('They teach the class with you.')).toBeHidden()
    await row.getByText('Remove', { exact: true }).click()
    await row.getByRole('button', { name: 'Remove from the class' }).click()
    await said('They are out of the class.')
    await expect(row).toBeHidden()
  })

test('a date that is refused comes back with what is wrong with it', async ({ browser }) => {
  const teacher = await elsewhere(browser)
  const { path } = await teach(teacher, 'Dated course')
  await teacher.goto(`${path}/settings`)
  const due = teacher.getByRole('listitem').getByLabel('Due')
  await due.fill('122026-12-03')
  await teacher.getByRole('button', { name: 'Save date' }).click()
  await expect(due).toHaveAccessibleDescription(/Choose a date/)
  await expect(due).toHaveValue('122026-12-03')
  await due.fill('2027-12-03')
  await teacher.getByRole('button', { name: 'Save date' }).click()
  await expect(teacher.getByText('The class has it.')).toBeVisible()
  await expect(due).toHaveValue('2027-12-03')
})

test('a class is handed over, and its new instructor can end it', async ({ browser }) => {
  const teacher = await elsewhere(browser)
  const { path, join: invitation } = await teach(teacher, 'Handed course')
  const heir = await elsewhere(browser)
  await join(heir, invitation, 'Heir Example')
  await teacher.goto('/classes')
  await teacher.goto(`${path}/settings`)
  await teacher.getByText('Make instructor', { exact: true }).first().click()
  await teacher.getByRole('button', { name: 'Hand the class over and leave' }).click()
  await teacher.waitForURL('**/classes')
  expect((await teacher.goto(path))?.status()).toBe(404)
  await heir.goto(`${path}/settings`)
  await expect(heir.getByText('Heir Example (you)')).toBeVisible()
})

test('a dashboard that cannot be brought up to date says so, keeps what it shows, and catches up', async ({
  browser,
}) => {
  const teacher = await elsewhere(browser)
  const { path, join: invitation } = await teach(teacher, 'Patient course')
  await join(await elsewhere(browser), invitation, 'Ada Example')
  await teacher.goto(path)
  await expect(teacher.getByRole('row', { name: /Ada Example/ })).toBeVisible()
  await teacher.route('**/api/classes/**', (route) => route.abort())
  await expect(teacher.getByText('Not up to date: trying again.')).toBeVisible({ timeout: 15_000 })
  await expect(teacher.getByRole('row', { name: /Ada Example/ })).toBeVisible()
  await teacher.unroute('**/api/classes/**')
  await expect(teacher.getByText('Not up to date')).toBeHidden({ timeout: 15_000 })
})

test('axe finds nothing on the pages of a class, light and dark, and none is wider than a phone', async ({
  browser,
}) => {
  // Seven views in two themes, each looked at whole.
  test.setTimeout(180_000)
  const teacher = await elsewhere(browser)
  const { path, join: invitation } = await teach(
    teacher,
    'Introduction to machine learning operations, autumn',
  )
  const learner = await elsewhere(browser)
  await join(learner, invitation, 'Maximiliane-Alexandra von Württemberg-Hohenzollern-Sigmaring')
  await teacher.goto(path)
  const person = await teacher
    .getByRole('row')
    .getByRole('link', { name: /Maximiliane/ })
    .getAttribute('href')
  const visitor = await elsewhere(browser)
  const views: [Page, string][] = [
    [teacher, '/classes'],
    [teacher, path],
    [teacher, `${path}/settings`],
    [teacher, person ?? ''],
    [learner, path],
    [visitor, invitation],
    [visitor, '/join/22222222'],
  ]
  for (const [page, address] of views)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(address)
      // The name in the corner comes after the page.
      await page.waitForLoadState('networkidle')
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([address, wide]).toEqual([address, 360])
      for (const region of await page.getByRole('region', { name: /^Items of/ }).all())
        expect(await region.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
      await page.setViewportSize({ width: 1440, height: 900 })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect([address, colorScheme, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([
        address,
        colorScheme,
        [],
      ])
    }
})
