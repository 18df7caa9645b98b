import { expect, type Page } from '@playwright/test'
import { expectFits, findings } from './access'
import { attemptsOf } from './database'
import { learnerKnown } from './deck'
import { test } from './journey'
import { signIn, signUp } from './people'
import { answerOne, asked, asking, giveAnswer, gradeCard, kindOf, reviewer, untilKind } from './review'

const given = async (email: string, where: string) =>
  (await attemptsOf(email)).filter(({ context }) => context === where)
const inReview = (email: string) => given(email, 'review')
const saved = (email: string, count: number) =>
  expect.poll(async () => (await inReview(email)).length).toBe(count)

test.beforeEach(({ page }) => {
  test.slow()
  page.on('dialog', () => {
    throw new Error('A dialog was opened.')
  })
})

test('a review is answered by keys alone', async ({ page }) => {
  const ada = await reviewer(page)
  await untilKind(page, 'Card')
  const before = (await inReview(ada.email)).length
  const front = await asked(page)
  await expect(page.getByRole('button', { name: /^Good/ })).toHaveCount(0)
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: /^Good · \d+ (min|h|d|mo|y)$/ })).toBeVisible()
  await page.keyboard.press('4')
  await expect.poll(() => asked(page)).not.toBe(front)
  await saved(ada.email, before + 1)
  // Whatever came next: over open options a letter would choose.
  await page.keyboard.press('Control+z')
  await expect.poll(() => asked(page)).toBe(front)
  await page.keyboard.press('e')
  await page.keyboard.type('2 u - of my own')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Your note' })).toContainText('2 u - of my own')
  await page.keyboard.press('Enter')
  await expect.poll(() => asked(page)).not.toBe(front)

  await untilKind(page, 'Question')
  await page.keyboard.press('b')
  await expect(page.getByRole('radio').nth(1)).toBeChecked()
  await page.keyboard.press('1')
  await expect(page.getByRole('radio').nth(0)).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^(Correct|Incorrect)$/)).toBeFocused()
  await expect(page.getByText(/^Again (tomorrow|in \d)/)).toBeVisible()
  const question = await asked(page)
  await page.keyboard.press('Enter')
  await expect.poll(() => asked(page)).not.toBe(question)
})

test('what is put away by a key is not asked for again, until that is undone', async ({ page }) => {
  await reviewer(page)
  await untilKind(page, 'Card')
  const front = await asked(page)
  await page.keyboard.press('-')
  await expect(page.getByText('Buried until tomorrow.')).toBeVisible()
  await expect.poll(() => asked(page)).not.toBe(front)
  await page.reload()
  await asking(page)
  const { items } = await (await page.request.get('/api/review')).json()
  expect(JSON.stringify(items)).not.toContain(front)
  await untilKind(page, 'Card')
  const other = await asked(page)
  await page.keyboard.press('!')
  await expect(page.getByText('Suspended: it is not asked for any more.')).toBeVisible()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => asked(page)).toBe(other)
})

test('a review is answered by thumb on a phone, its buttons always in reach @phone', async ({ page }) => {
  const ada = await reviewer(page)
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  await untilKind(page, 'Card')
  const before = (await inReview(ada.email)).length
  for (const name of ['Show answer', /^Good/]) {
    const button = page.getByRole('button', { name })
    await expect(button).toBeInViewport({ ratio: 1 })
    const box = await button.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    if (width < 640) expect(box?.y).toBeGreaterThan(height * 0.75)
    await button.click()
  }
  await saved(ada.email, before + 1)
  await untilKind(page, 'Question')
  const check = page.getByRole('button', { name: 'Check answer' })
  await expect(check).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: 'Sure', exact: true }).click()
  await page.getByRole('radio').first().check()
  await check.click()
  await expect(page.getByRole('button', { name: 'Next' })).toBeInViewport({ ratio: 1 })
  await expect(page.getByText(/^(Correct|Incorrect)$/)).toBeVisible()
  await expectFits(page)
})

test('whoever hears the page is led: an answer is not there before it is shown, and then it has the focus', async ({
  page,
}) => {
  await reviewer(page)
  const met = new Set<string>()
  for (let turns = 0; turns < 12 && met.size < 3; turns += 1) {
    const kind = await kindOf(page)
    if (met.has(kind)) {
      await answerOne(page)
      continue
    }
    met.add(kind)
    const item = page.getByRole('article')
    const hidden = await item.ariaSnapshot()
    expect(await findings(page)).toEqual([])
    if (kind === 'Card') {
      expect(hidden).not.toContain('Good')
      await page.getByRole('button', { name: 'Show answer' }).click()
      const answer = (await page.locator('*:focus').textContent()) ?? ''
      expect(answer.length).toBeGreaterThan(3)
      expect(hidden).not.toContain(answer.slice(0, 20))
      expect(await item.ariaSnapshot()).toContain(answer.slice(0, 20))
      expect(await findings(page)).toEqual([])
      await page.getByRole('button', { name: /^Easy/ }).click()
      await expect(item).toBeFocused()
      continue
    }
    await giveAnswer(page)
    await expect(page.getByText(/^(Correct|Incorrect|You got \d\/\d concepts)$/)).toBeFocused()
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Next' }).click()
    await expect(item).toBeFocused()
  }
  expect(met.size).toBe(3)
})

test('a reload goes on where it was, with what was typed', async ({ page }) => {
  const ada = await reviewer(page)
  await untilKind(page, 'Prompt')
  await page.getByLabel('Your explanation').fill('Half of an explan')
  const task = await asked(page)
  const count = (await inReview(ada.email)).length
  await page.reload()
  await expect(page.getByLabel('Your explanation')).toHaveValue('Half of an explan')
  expect(await asked(page)).toBe(task)
  expect(await inReview(ada.email)).toHaveLength(count)
})

test('undo goes back over cards, and an answer whose key was shown stays given', async ({ page }) => {
  const ada = await reviewer(page)
  await untilKind(page, 'Card')
  const front = await asked(page)
  await gradeCard(page, 'Hard')
  await untilKind(page, 'Question')
  const question = await asked(page)
  await answerOne(page)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.getByText('An answer stays once it was checked.')).toBeVisible()
  for (let back = 0; back < 10 && (await asked(page)) !== front; back += 1) {
    expect(await asked(page)).not.toBe(question)
    await page.getByRole('button', { name: /^Undo/ }).click()
  }
  expect(await asked(page)).toBe(front)
  await gradeCard(page, 'Easy')
  const grades = async () =>
    (await inReview(ada.email))
      .map(({ answer }) => JSON.parse(answer))
      .flatMap(({ grade }) => (grade ? [grade] : []))
  await expect.poll(grades).toEqual(expect.arrayContaining(['hard', 'easy']))
  const { items } = await (await page.request.get('/api/review')).json()
  expect(JSON.stringify(items)).not.toContain(front)
})

const offline = (page: Page, off: boolean) => page.context().setOffline(off)

test('a connection that goes in the middle loses nothing, asks nothing twice, and opens no dialog @phone', async ({
  page,
}) => {
  const ada = await reviewer(page)
  await answerOne(page)
  await saved(ada.email, 1)
  await offline(page, true)
  const seen: string[] = []
  let kept = 0
  for (let turns = 0; turns < 7; turns += 1) {
    const now = await asked(page)
    seen.push(now)
    if ((await kindOf(page)) === 'Card') {
      await gradeCard(page, 'Easy')
      continue
    }
    await giveAnswer(page)
    await expect(page.getByText('Will be marked when you are back.')).toBeVisible()
    kept += 1
    await page.getByRole('button', { name: 'Next' }).click()
    await expect.poll(() => asked(page)).not.toBe(now)
  }
  expect(kept).toBeGreaterThan(0)
  expect(new Set(seen).size).toBe(7)
  expect(await inReview(ada.email)).toHaveLength(1)
  await expect(page.getByText('7 answers not saved yet: trying again.')).toBeVisible()
  await offline(page, false)
  await saved(ada.email, 8)
  await expect(page.getByText('not saved yet')).toHaveCount(0)
  const stored = (await inReview(ada.email)).map(({ item }) => item)
  expect(new Set(stored).size).toBe(8)
  await asking(page)
  for (let turns = 0; turns < 3; turns += 1) {
    expect(seen).not.toContain(await asked(page))
    seen.push(await asked(page))
    await answerOne(page)
  }
})

test('answers kept without a connection outlive their tab', async ({ page, context }) => {
  const ada = await reviewer(page)
  await untilKind(page, 'Card')
  const before = (await inReview(ada.email)).length
  await page.route('**/api/attempts', (route) => route.abort())
  await gradeCard(page, 'Easy')
  await expect(page.getByText('1 answer not saved yet: trying again.')).toBeVisible()
  await page.close()
  const again = await context.newPage()
  await again.goto('/')
  await saved(ada.email, before + 1)
})

test('two browsers answer one queue without a connection, and come to one history', async ({
  browser,
  page,
}) => {
  const other = await (await browser.newContext()).newPage()
  other.on('dialog', () => {
    throw new Error('A dialog was opened.')
  })
  const ada = await reviewer(page)
  await signIn(other, ada)
  await other.waitForURL('/')
  await other.goto('/review')
  await asking(other)
  await offline(page, true)
  await offline(other, true)
  for (let turns = 0; turns < 4; turns += 1) await answerOne(page)
  for (let turns = 0; turns < 6; turns += 1) await answerOne(other)
  await offline(other, false)
  await saved(ada.email, 6)
  // Whoever comes second asks anew what is left, and is told what the first has answered.
  const told = page.waitForResponse((response) => response.url().includes('/api/review') && response.ok())
  await offline(page, false)
  await saved(ada.email, 10)
  await told
  const answered = new Set((await inReview(ada.email)).map(({ item }) => item))
  expect(answered.size).toBeLessThan(10)
  for (const each of [page, other]) {
    await expect(each.getByText('not saved yet')).toHaveCount(0)
    const { items } = await (await each.request.get('/api/review')).json()
    for (const { id, kind } of items) if (kind !== 'prompt') expect(answered).not.toContain(id)
  }
  // Each goes on, and neither is asked what the other has answered.
  const before = (await inReview(ada.email)).length
  await answerOne(page)
  await answerOne(page)
  await saved(ada.email, before + 2)
  const newest = (await inReview(ada.email)).slice(-1)
  for (const { item } of newest) expect(answered).not.toContain(item)
  await other.context().close()
})

test('signing out says that answers were not sent, and leaves nothing of them behind', async ({ page }) => {
  await reviewer(page)
  await untilKind(page, 'Card')
  await page.route('**/api/attempts', (route) => route.abort())
  await gradeCard(page, 'Easy')
  await expect(page.getByText('1 answer not saved yet: trying again.')).toBeVisible()
  await page.goto('/account')
  await learnerKnown(page)
  const leave = page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true })
  await leave.click()
  await expect(page.getByText('One answer has not been sent yet, and would be lost.')).toBeVisible()
  await leave.click()
  await page.waitForURL('/')
  const waiting = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('outbox')
          opening.onsuccess = () => {
            const counting = opening.result.transaction('facts').objectStore('facts').count()
            counting.onsuccess = () => resolve(counting.result)
          }
        }),
    )
  await expect.poll(waiting).toBe(0)
})

test('nobody reviews signed out: it leads to the form, and back', async ({ page }) => {
  await page.goto('/review')
  await expect(page).toHaveURL('/sign-in?next=%2Freview')
})

test('who has studied nothing yet is told what a review will be, and where to begin', async ({ page }) => {
  await signUp(page, undefined, '/review')
  await expect(page.getByRole('heading', { name: 'Nothing studied yet' })).toBeVisible()
  await page.getByRole('link', { name: 'Choose a deck' }).click()
  await expect(page).toHaveURL('/decks')
})

test('the end says what was done and what comes, and leads to practice that leaves the schedule alone', async ({
  page,
}) => {
  const ada = await reviewer(page)
  for (let turns = 0; turns < ada.count - 1; turns += 1) await answerOne(page)
  const last = await kindOf(page)
  if (last === 'Card') {
    await page.getByRole('button', { name: 'Show answer' }).click()
    await page.getByRole('button', { name: /^Easy/ }).click()
  } else {
    await giveAnswer(page)
    await page.getByRole('button', { name: 'Next' }).click()
  }
  await expect(page.getByRole('heading', { name: /^Done for (now|today)$/ })).toBeVisible()
  await expect(page.getByText(`You answered ${ada.count} items and recalled`)).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.getByText('One tag', { exact: true }).click()
  await page.getByRole('link', { name: 'benefits', exact: true }).click()
  await asking(page)
  await page.goBack()
  await page.getByText('One deck', { exact: true }).click()
  await page.getByRole('link', { name: 'What is MLOps?' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Extra practice' })).toBeAttached()
  await asking(page)
  await answerOne(page)
  await expect.poll(async () => (await given(ada.email, 'extra')).length).toBe(1)
})
