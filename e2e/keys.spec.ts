import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { readBuiltPages } from '@/lib/headers/inline-scripts'
import { buildCopy } from './copy'
import { test } from './journey'
import { type Running, startServer } from './server'

/** What must not be known before an answer, each as a word that stands nowhere else. */
const KEYS = {
  feedbackRight: 'quorvaxfeedbackright',
  feedbackWrong: 'quorvaxfeedbackwrong',
  feedbackOther: 'quorvaxfeedbackother',
  explanation: 'quorvaxexplanation',
  model: 'quorvaxmodel',
  foundId: 'quorvax-found-id',
  foundName: 'quorvaxfoundname',
  foundPhrasing: 'quorvaxfoundphrasing',
  foundHint: 'quorvaxfoundhint',
  missedId: 'quorvax-missed-id',
  missedName: 'quorvaxmissedname',
  missedPhrasing: 'quorvaxmissedphrasing',
  missedHint: 'quorvaxmissedhint',
}
const DECK = `
id: keys
title: A deck with keys
summary: Say what a deck keeps to itself.
cards:
  - { id: card, level: beginner, front: What is a card?, back: Something to recall., concepts: [${KEYS.foundId}] }
questions:
  - id: question
    level: beginner
    stem: Which of these is it?
    concepts: [${KEYS.missedId}]
    explanation: Because of ${KEYS.explanation}.
    options:
      - { id: first, text: The first thing, correct: false, feedback: "No: ${KEYS.feedbackWrong}." }
      - { id: second, text: Another matter, correct: true, feedback: "Yes: ${KEYS.feedbackRight}." }
      - { id: third, text: Something else, correct: false, feedback: "No: ${KEYS.feedbackOther}." }
  - id: several
    level: intermediate
    stem: Which of these are two?
    select: several
    explanation: Both are.
    options:
      - { id: left, text: The left shoe, correct: true, feedback: One of the pair. }
      - { id: hat, text: The only hat, correct: false, feedback: There is one. }
      - { id: right, text: The right shoe, correct: true, feedback: The other of the pair. }
prompts:
  - id: prompt
    level: beginner
    task: Explain it.
    hint: Think of both sides.
    model: It is ${KEYS.model}.
    concepts:
      - { id: ${KEYS.foundId}, name: ${KEYS.foundName}, accept: [${KEYS.foundPhrasing}], hint: Try ${KEYS.foundHint}. }
      - { id: ${KEYS.missedId}, name: ${KEYS.missedName}, accept: [${KEYS.missedPhrasing}], hint: Try ${KEYS.missedHint}. }
`

const FOLDER = join('e2e', '.work', 'keys')
let server: Running

test.beforeAll(async () => {
  test.setTimeout(240_000)
  await buildCopy(FOLDER, { 'topic/keys.yaml': DECK })
  server = await startServer({ root: FOLDER, folder: join(FOLDER, 'data') })
})
test.afterAll(() => server?.stop())

/** A page is asked for as a document, as a payload for the browser's router, and ahead of time. */
const KINDS: Record<string, string>[] = [{}, { rsc: '1' }, { rsc: '1', 'next-router-prefetch': '1' }]

/** The names of the keys that stand in `text`. */
const keysIn = (text: string) =>
  Object.entries(KEYS).flatMap(([name, key]) => (text.toLowerCase().includes(key) ? [name] : []))

/** Everything that the server sends to the page, read on its way there; `take` returns what came since the last call. */
async function received(page: Page): Promise<{ take: () => string }> {
  let text = ''
  await page.route('**/*', async (route) => {
    const response = await route.fetch({ maxRedirects: 0 })
    const body = await response.text()
    // Added in one step: several answers may be under way at once.
    text += JSON.stringify(response.headers()) + body
    await route.fulfill({ response })
  })
  return {
    take: () => {
      const taken = text
      text = ''
      return taken
    },
  }
}

test('no key is in anything that was built to be sent', async () => {
  const build = join(FOLDER, '.next')
  const sent = /\.(html|rsc|meta|body|js|css|json)$/
  let files = 0
  for (const folder of ['static', join('server', 'app')]) {
    for (const entry of await readdir(join(build, folder), { recursive: true, withFileTypes: true })) {
      // The server's own code is not sent; it holds no content either, but source maps of it may lie beside it.
      if (!entry.isFile() || !sent.test(entry.name)) continue
      if (folder !== 'static' && entry.name.endsWith('.js')) continue
      const text = await readFile(join(entry.parentPath, entry.name), 'utf8')
      expect(keysIn(text), join(entry.parentPath, entry.name)).toEqual([])
      files += 1
    }
  }
  expect(files).toBeGreaterThan(10)
  const page = await readFile(join(build, 'server', 'app', 'decks', 'keys.html'), 'utf8')
  expect(page).toContain('Another matter')
  expect(page, 'which option is right').not.toMatch(/\bcorrect\b\\?"/)
})

test('no key is in any page, payload or answer of the server before an answer', async ({ request }) => {
  const { pages } = await readBuiltPages(join(FOLDER, '.next', 'server', 'app'))
  const paths = [
    ...pages.keys(),
    '/sign-in',
    '/sign-up',
    '/api/mine?deck=keys',
    '/review',
    '/search?q=quorvax',
    '/search?q=thing',
    '/search?kind=question',
    '/search?kind=prompt',
    '/nowhere',
  ]
  expect(paths).toContain('/decks/keys')
  for (const path of paths) {
    for (const headers of KINDS) {
      const answer = await request.get(server.url + path, { headers })
      expect(keysIn(await answer.text()), `${path} ${JSON.stringify(headers)}`).toEqual([])
    }
  }
})

test('an answer brings the keys of its own item and no others', async ({ page }) => {
  const sent = await received(page)
  await page.goto(`${server.url}/decks/keys`)
  await expect(page.getByRole('heading', { level: 1, name: 'A deck with keys' })).toBeVisible()
  await page.locator('#card').getByText('Reveal answer').click()
  await page.locator('#card').getByRole('button', { name: 'Good' }).click()
  const question = page.locator('#question')
  const prompt = page.locator('#prompt')
  await question.getByRole('button', { name: 'Check answer' }).click()
  // Nothing is chosen, so nothing is answered.
  await page.waitForTimeout(500)
  expect(keysIn(sent.take())).toEqual([])

  await question.getByLabel('The first thing').check()
  await question.getByRole('button', { name: 'Check answer' }).click()
  await expect(question.getByText('Incorrect')).toBeVisible()
  await expect(question.getByText(KEYS.explanation)).toBeVisible()
  expect(keysIn(sent.take())).toEqual(['feedbackWrong', 'explanation'])

  await prompt.getByLabel('Your explanation').fill(`It is a ${KEYS.foundPhrasing}, I think.`)
  await prompt.getByRole('button', { name: 'Check answer' }).click()
  await expect(prompt.getByText('You got 1/2 concepts')).toBeVisible()
  const told = keysIn(sent.take())
  expect(told).toEqual(expect.arrayContaining(['model', 'foundName', 'missedHint']))
  for (const kept of ['missedName', 'missedPhrasing', 'feedbackOther', 'feedbackRight', 'explanation'])
    expect(told).not.toContain(kept)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('a form without scripts that says nothing learns nothing', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${server.url}/decks/keys`)
  await page.locator('#question').getByRole('button', { name: 'Check answer' }).click()
  expect(keysIn(await page.content())).toEqual([])
  await page.locator('#question').getByLabel('The first thing').check()
  await page.locator('#question').getByRole('button', { name: 'Check answer' }).click()
  await expect(page.locator('#question').getByText(KEYS.explanation)).toBeVisible()
  expect(keysIn(await page.content())).toEqual(['feedbackWrong', 'explanation'])
  await context.close()
})

test('a question with several right options wants all of them and no other', async ({ page }) => {
  await page.goto(`${server.url}/decks/keys`)
  const question = page.getByRole('article', { name: 'Question 2', exact: true })
  await expect(question.getByRole('group', { name: /^Which of these are two\?/ })).toContainText(
    'Choose all that are right.',
  )
  const check = async (...options: string[]) => {
    for (const option of options) await question.getByRole('checkbox', { name: option }).check()
    await question.getByRole('button', { name: 'Check answer' }).click()
  }
  await check('The left shoe')
  await expect(question.getByText('Incorrect', { exact: true })).toBeVisible()
  await expect(question.getByText('One of the pair.')).toBeVisible()
  await question.getByRole('button', { name: 'Try again' }).click()
  await check('The left shoe', 'The only hat', 'The right shoe')
  await expect(question.getByText('Incorrect', { exact: true })).toBeVisible()
  await question.getByRole('button', { name: 'Try again' }).click()
  await check('The left shoe', 'The right shoe')
  await expect(question.getByText('Correct', { exact: true })).toBeVisible()
  await expect(question.getByText('Both are.')).toBeVisible()
})
