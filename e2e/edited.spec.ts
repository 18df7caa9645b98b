import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { migrateAndSeed } from '@/scripts/server/prepare'
import { attemptsOf } from './database'
import { choose, DECK, grade, item, learnerKnown, RIGHT } from './deck'
import { test } from './journey'
import { signUp, somebody } from './people'
import { startServer } from './server'

test('an item that was edited or removed while a page was open is marked as it was seen', async ({
  browser,
}) => {
  test.slow()
  const folder = await mkdtemp(join(tmpdir(), 'recall-edited-'))
  const file = join(folder, 'recall.db')
  const server = await startServer({ folder })
  try {
    const context = await browser.newContext({ baseURL: server.url })
    const page = await context.newPage()
    const ada = await signUp(page, somebody(), DECK)
    await learnerKnown(page)

    // Meanwhile the author turns the question round and takes a card out.
    const content = join(folder, 'content')
    await cp('content', content, { recursive: true })
    const path = join(content, 'mlops', 'what-is-mlops.yaml')
    const deck = await readFile(path, 'utf8')
    const card = / {2}- id: stands-for\n[\s\S]*?(?= {2}- id: why-important)/
    const [, stem = ''] = /( {2}- id: main-goal\n[\s\S]*?)(?= {2}- id: not-part)/.exec(deck) ?? []
    const turned = stem
      .replace('correct: true', 'correct: was-true')
      .replace('correct: false', 'correct: true')
      .replace('correct: was-true', 'correct: false')
    expect(turned).not.toBe(stem)
    expect(deck).toMatch(card)
    await writeFile(path, deck.replace(stem, turned).replace(card, ''))
    await migrateAndSeed({ url: file }, content)

    await choose(item(page, 'Question 1'), RIGHT['Question 1'])
    await expect(page.getByText('Correct', { exact: true })).toBeVisible()
    await grade(item(page, 'Card 1'), 'Good')
    await expect(item(page, 'Card 1').getByText('Graded Good.')).toBeVisible()
    expect(await attemptsOf(ada.email, file)).toMatchObject([
      { item: 'what-is-mlops/main-goal', mark: 1 },
      { item: 'what-is-mlops/stands-for', mark: 1 },
    ])
    // What is no longer in the deck is kept, and counts no more.
    const mine = await (await page.request.get('/api/mine?deck=what-is-mlops')).json()
    expect(mine.decks['what-is-mlops']).toMatchObject({ cards: 0, questions: 1, rightFirst: 1 })
    expect(Object.keys(mine.items)).toEqual(['main-goal'])
    await context.close()
  } finally {
    await server.stop('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
})
