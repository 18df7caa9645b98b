import { expect } from '@playwright/test'
import { complaintsOf } from './console'
import { ALL_THREE, choose, explain, grade, item, openDeck, RIGHT, TWO_OF_THREE, WRONG } from './deck'
import { test } from './journey'

const BACK = /Machine Learning Operations/

test('a card keeps its answer to itself until asked, then takes a grade; several stay open @phone', async ({
  page,
}) => {
  const complaints = complaintsOf(page)
  await openDeck(page)
  const first = item(page, 'Card 1')
  const second = item(page, 'Card 2')
  await expect(first).toContainText('beginner')
  await expect(first.getByText(BACK)).toBeHidden()
  expect(await first.ariaSnapshot()).not.toMatch(BACK)

  await first.getByText('Reveal answer').click()
  await expect(first.locator(':focus')).toContainText(BACK)
  await expect(first.getByText(BACK)).toBeInViewport()
  expect(await first.ariaSnapshot()).toMatch(BACK)
  await first.getByRole('button', { name: 'Good' }).click()
  await expect(first.getByRole('button', { name: 'Good' })).toHaveAttribute('aria-pressed', 'true')
  await expect(first.getByRole('status').filter({ hasText: 'Graded Good.' })).toBeVisible()

  await grade(second, 'Forgot')
  await expect(first.getByText(BACK)).toBeVisible()
  await expect(item(page, 'Card 3').getByRole('button', { name: 'Good' })).toBeHidden()
  // Thinking better of it is another answer, and the button says so.
  await first.getByRole('button', { name: 'Hard' }).click()
  await expect(first.getByRole('button', { name: 'Hard' })).toHaveAttribute('aria-pressed', 'true')
  await expect(first.getByRole('button', { name: 'Good' })).toHaveAttribute('aria-pressed', 'false')
  await expect(page.getByRole('navigation', { name: 'Parts of this deck' })).toContainText('answered 2/ of 5')
  expect(complaints).toEqual([])
})

test('all cards can be revealed at once, and hidden again', async ({ page }) => {
  await openDeck(page)
  const grades = page.getByRole('button', { name: 'Easy' })
  await expect(grades).toHaveCount(0)
  await page.getByRole('button', { name: 'Reveal all' }).click()
  await expect(grades).toHaveCount(5)
  await page.getByRole('button', { name: 'Hide all' }).click()
  await expect(grades).toHaveCount(0)
})

test('a wrong choice is told so in word and sign, with what was right, and why @phone', async ({ page }) => {
  await openDeck(page)
  const question = item(page, 'Question 1')
  await question.getByRole('button', { name: 'Check answer' }).click()
  await expect(question.getByRole('radio').first()).toBeFocused()
  await expect(question.getByText('Incorrect')).toHaveCount(0)

  await choose(question, WRONG)
  await expect(question.getByText('Incorrect', { exact: true })).toBeFocused()
  await expect(question.getByText('Incorrect', { exact: true }).locator('svg')).toBeVisible()
  await expect(question.getByRole('radio', { name: WRONG })).toHaveAccessibleDescription(
    /^Wrong\s?, your choice$/,
  )
  await expect(question.getByRole('radio', { name: RIGHT['Question 1'] })).toHaveAccessibleDescription(
    'Right',
  )
  await expect(question.getByText('That is the aim of modelling and research.')).toBeVisible()
  await expect(question.getByText('The centre of MLOps is operation')).toBeVisible()
  for (const radio of await question.getByRole('radio').all()) await expect(radio).toBeDisabled()
  await expect(page.getByText('0 of 1 right, 4 to go')).toBeVisible()

  await question.getByRole('button', { name: 'Try again' }).click()
  await expect(question.getByText('Incorrect')).toHaveCount(0)
  await expect(question.getByRole('radio', { checked: true })).toHaveCount(0)
  await choose(question, RIGHT['Question 1'])
  await expect(question.getByText('Correct', { exact: true })).toBeFocused()
  await expect(question.getByRole('radio', { name: RIGHT['Question 1'] })).toHaveAccessibleDescription(
    /^Right\s?, your choice$/,
  )
  await expect(page.getByText('1 of 1 right, 4 to go')).toBeVisible()
})

test('the score counts every question by its last answer @phone', async ({ page }) => {
  await openDeck(page)
  for (const [name, option] of Object.entries(RIGHT)) {
    await choose(item(page, name), option)
    // Its verdict unfolds and moves what is below it: nobody chooses there in the same moment.
    await expect(item(page, name).getByText('Correct', { exact: true })).toBeVisible()
  }
  await expect(page.getByText('5 of 5 right')).toBeVisible()
  await expect(page.getByText('Correct', { exact: true })).toHaveCount(5)
})

test('an explanation is read for its concepts: own words marked, hints for the rest, then the model answer @phone', async ({
  page,
}) => {
  await openDeck(page)
  const prompt = item(page, 'Prompt 1')
  const field = prompt.getByLabel('Your explanation')
  await expect(prompt.getByText('Think about how software is delivered')).toBeHidden()
  await prompt.getByText('Show a hint').click()
  await expect(prompt.getByText('Think about how software is delivered')).toBeVisible()
  await expect(prompt.getByText('Show the model answer')).toHaveCount(0)

  await explain(prompt, TWO_OF_THREE)
  await expect(prompt.getByText('You got 2/3 concepts')).toBeFocused()
  const marked = prompt.locator('mark')
  await expect(marked).toHaveCount(2)
  await expect(marked.nth(0)).toContainText('machine learning with software engineering')
  await expect(marked.nth(1)).toContainText('automated')
  await expect(prompt.getByText('Covered: ')).toHaveCount(2)
  await expect(prompt.getByText('Not yet: What do teams and users gain from it?')).toBeVisible()

  await explain(prompt, ALL_THREE)
  await expect(prompt.getByText('You got 3/3 concepts')).toBeFocused()
  await expect(prompt.getByText('Not yet: ')).toHaveCount(0)

  await prompt.getByText('Show the model answer').click()
  await expect(prompt.getByText('it is DevOps for models')).toBeVisible()
  await expect(field).not.toBeEditable()
  await expect(prompt.getByRole('button', { name: 'Check answer' })).toHaveCount(0)
  await prompt.getByRole('button', { name: 'Try again' }).click()
  await expect(field).toBeFocused()
  await expect(field).toBeEditable()
  await expect(field).toHaveValue('')
  await expect(prompt.getByText('it is DevOps for models')).toHaveCount(0)
})

test('what is denied earns nothing', async ({ page }) => {
  await openDeck(page)
  const prompt = item(page, 'Prompt 2')
  await explain(prompt, 'It does not monitor models in production.')
  await expect(prompt.getByText('You got 0/4 concepts')).toBeVisible()
  await expect(prompt.locator('mark')).toHaveCount(0)
  await expect(prompt.getByText('Not yet: ')).toHaveCount(4)
})

test('a deck can be studied by keyboard alone', async ({ page }) => {
  await openDeck(page)
  const { keyboard } = page
  await keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await keyboard.press('Enter')
  const card = item(page, 'Card 1')
  await tabTo(card.locator('summary'))
  await keyboard.press('Enter')
  await tabTo(card.getByRole('button', { name: 'Easy' }))
  await keyboard.press('Space')
  await expect(card.getByRole('button', { name: 'Easy' })).toHaveAttribute('aria-pressed', 'true')
  await expect(card.getByRole('button', { name: 'Easy' })).toBeFocused()

  const question = item(page, 'Question 3')
  await tabTo(question.getByRole('radio').first())
  await keyboard.press('ArrowDown')
  await expect(question.getByRole('radio', { name: 'Pair programming' })).toBeChecked()
  await keyboard.press('d')
  await expect(question.getByRole('radio', { name: 'DevOps' })).toBeChecked()
  await keyboard.press('Enter')
  await expect(question.getByText('Correct', { exact: true })).toBeFocused()
  await tabTo(question.getByRole('button', { name: 'Try again' }))
  await keyboard.press('Enter')
  await expect(question.getByRole('radio').first()).toBeFocused()

  const prompt = item(page, 'Prompt 1')
  await tabTo(prompt.getByLabel('Your explanation'))
  await keyboard.type(ALL_THREE)
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(prompt.getByText('You got 3/3 concepts')).toBeFocused()
  await tabTo(prompt.locator('summary', { hasText: 'Show the model answer' }))
  await keyboard.press('Enter')
  await expect(prompt.getByText('it is DevOps for models')).toBeVisible()

  async function tabTo(target: ReturnType<typeof item>) {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await keyboard.press('Tab')
    }
    await expect(target).toBeFocused()
  }
})

test('a link to an item leads to it', async ({ page }) => {
  await openDeck(page, '/decks/what-is-mlops#ci-cd')
  await expect(item(page, 'Question 4')).toBeInViewport()
  await expect(item(page, 'Question 4')).toContainText('What does CI/CD stand for in MLOps?')
})
