import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { ALL_THREE, DECK, RIGHT } from './deck'
import { signUp, somebody } from './people'

export type Kind = 'Card' | 'Question' | 'Prompt'

const DAY = 86_400_000

/** Somebody who met every item of the seed deck three days ago, so that each is asked for once more, on their review. */
export async function reviewer(page: Page) {
  const person = await signUp(page, somebody(), '/review')
  const { learner } = await (await page.request.get('/api/mine')).json()
  await page.goto(DECK)
  const items = await page.getByRole('article').evaluateAll((articles) =>
    articles.map((article) => ({
      item: article.querySelector<HTMLInputElement>('[name=item]')?.value,
      hash: article.querySelector<HTMLInputElement>('[name=hash]')?.value,
      option: article.querySelector<HTMLInputElement>('[name=chosen]')?.value,
      writes: article.querySelector('textarea') !== null,
    })),
  )
  const answerTo = ({ option, writes }: (typeof items)[number]) => {
    if (writes) return { kind: 'prompt', text: 'I do not know.' }
    return option ? { kind: 'question', chosen: [option] } : { kind: 'card', grade: 'good' }
  }
  const facts = items.map((each) => ({
    fact: 'attempt',
    id: randomUUID(),
    learner: learner.id,
    item: each.item,
    hash: each.hash,
    answer: answerTo(each),
    context: 'deck',
    answeredAt: Date.now() - 3 * DAY,
  }))
  await sendFacts(page, facts)
  await page.goto('/review')
  await asking(page)
  return { ...person, count: items.length }
}

/** Sends facts as the review does, for whoever is signed in; each of them is taken. */
export async function sendFacts(page: Page, facts: readonly object[]): Promise<void> {
  const headers = { origin: new URL(page.url()).origin }
  const response = await page.request.post('/api/attempts', { headers, data: { facts } })
  const { replies } = await response.json()
  expect(replies.filter(({ ok }: { ok: boolean }) => ok)).toHaveLength(facts.length)
}

/** Waits until an item is before the learner. */
export const asking = (page: Page) =>
  expect(page.getByRole('heading', { level: 2, name: /^(Card|Question|Prompt)$/ })).toBeVisible()

export const kindOf = async (page: Page): Promise<Kind> =>
  (await page.getByRole('heading', { level: 2 }).first().textContent()) as Kind

/** What is before the learner, as they read it. */
export const asked = async (page: Page): Promise<string> =>
  (await page.getByRole('article').locator('.text-item').first().textContent()) ?? ''

/** Shows a card and grades it. */
export async function gradeCard(page: Page, word: 'Forgot' | 'Hard' | 'Good' | 'Easy'): Promise<void> {
  const front = await asked(page)
  await page.getByRole('button', { name: 'Show answer' }).click()
  await page.getByRole('button', { name: new RegExp(`^${word}`) }).click()
  await expect.poll(() => asked(page)).not.toBe(front)
}

/** Gives a question or prompt a right answer, and leaves it to be marked. */
export async function giveAnswer(page: Page): Promise<void> {
  if ((await kindOf(page)) === 'Prompt') await page.getByLabel('Your explanation').fill(ALL_THREE)
  else
    for (const option of Object.values(RIGHT)) {
      const radio = page.getByRole('radio', { name: option })
      if ((await radio.count()) > 0) await radio.check()
    }
  await page.getByRole('button', { name: 'Check answer' }).click()
}

/** Answers whatever is before the learner, and goes on to what follows. */
export async function answerOne(page: Page): Promise<void> {
  if ((await kindOf(page)) === 'Card') return gradeCard(page, 'Easy')
  const before = await asked(page)
  await giveAnswer(page)
  const next = page.getByRole('button', { name: 'Next' })
  await expect(next).toBeEnabled()
  await next.click()
  await expect.poll(() => asked(page)).not.toBe(before)
}

/** Answers until an item of this kind is before the learner. */
export async function untilKind(page: Page, kind: Kind): Promise<void> {
  for (let turns = 0; turns < 12 && (await kindOf(page)) !== kind; turns += 1) await answerOne(page)
  expect(await kindOf(page)).toBe(kind)
}
