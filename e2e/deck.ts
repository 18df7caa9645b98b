import { expect, type Locator, type Page } from '@playwright/test'

/** The seed deck, and what is right in it. */
export const DECK = '/decks/what-is-mlops'
export const RIGHT = {
  'Question 1': 'To automate and improve how models are deployed and kept running',
  'Question 2': 'Designing new neural network architectures',
  'Question 3': 'DevOps',
  'Question 4': 'Continuous Integration and Continuous Deployment',
  'Question 5': 'Data drift in what the model receives',
} as const
export const WRONG = 'To find the model architecture with the highest accuracy on a test set'

/** Two of the three concepts of the first prompt. */
export const TWO_OF_THREE =
  'It joins machine learning with software engineering. Testing and deployment are automated.'
export const ALL_THREE = `${TWO_OF_THREE} So models are delivered faster.`

/** An item by what its heading says: "Card 1", "Question 2", "Prompt 1". */
export const item = (page: Page, name: string): Locator => page.getByRole('article', { name, exact: true })

/** Opens a deck and waits until the page knows who is reading it. */
export async function openDeck(page: Page, path = DECK): Promise<void> {
  await page.goto(path)
  await readerKnown(page)
}

export async function readerKnown(page: Page): Promise<void> {
  const banner = page.getByRole('banner')
  await expect(
    banner.getByRole('link', { name: 'Sign in' }).or(banner.getByText('Your account: ')),
  ).toBeVisible()
}

/** Waits until the page knows that somebody is signed in: right after signing in it may still think otherwise. */
export async function learnerKnown(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByText('Your account: ')).toBeVisible()
}

/** Reveals a card and grades it. */
export async function grade(card: Locator, word: 'Forgot' | 'Hard' | 'Good' | 'Easy'): Promise<void> {
  const reveal = card.getByText('Reveal answer')
  if (await reveal.isVisible()) await reveal.click()
  await card.getByRole('button', { name: word, exact: true }).click()
}

/** Chooses an option of a question and checks it. */
export async function choose(question: Locator, option: string): Promise<void> {
  await question.getByRole('radio', { name: option }).check()
  await question.getByRole('button', { name: 'Check answer' }).click()
}

/** Writes an explanation and checks it. */
export async function explain(prompt: Locator, text: string): Promise<void> {
  await prompt.getByLabel('Your explanation').fill(text)
  await prompt.getByRole('button', { name: 'Check answer' }).click()
}

/** From now on no answer reaches the server: `page.unrouteAll()` ends it. */
export async function loseAnswers(page: Page): Promise<void> {
  await page.route(`**${DECK}`, (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
}
