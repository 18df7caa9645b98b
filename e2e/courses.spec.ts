import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { SAMPLE_YAML } from '@/lib/content/testing'
import { expectFits, expectOrder, findings } from './access'
import { complaintsOf } from './console'
import { buildCopy } from './copy'
import { grade, item, learnerKnown, openDeck } from './deck'
import { signUp } from './people'
import { type Running, startServer } from './server'

const COURSE = `title: Heat
summary: Boil anything.
audience: whoever drinks tea.
decks:
  - id: water
  - id: steam
    buildsOn: [water]
`
const deck = (id: string, title: string, more = '') => `
id: ${id}
title: ${title}
summary: Say what ${id} is.
${more}
cards:
  - { id: one, level: beginner, front: What is ${id}?, back: This. }
`
const FOLDER = join('e2e', '.work', 'courses')
let server: Running

test.beforeAll(async () => {
  test.setTimeout(240_000)
  await buildCopy(FOLDER, {
    'heat/course.yaml': COURSE,
    'heat/steam.yaml': deck('steam', 'All about steam'),
    'heat/water.yaml': deck(
      'water',
      'All about water',
      'licence: CC-BY-4.0\nsources: [{ title: A book about water, url: "https://example.org/water" }]\nkeepers: [Keeper@Example.org]',
    ),
    'other/kettles.yaml': SAMPLE_YAML,
  })
  server = await startServer({ root: FOLDER, folder: join(FOLDER, 'data') })
})
test.afterAll(() => server?.stop())

test('a course shows its order, guides from deck to deck by what was answered, and locks nothing', async ({
  browser,
}) => {
  test.slow()
  const page = await (await browser.newContext({ baseURL: server.url })).newPage()
  const complaints = complaintsOf(page)
  await page.goto('/decks')
  const headings = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect(headings).toHaveText(['Heat', 'Other'])
  await page.getByRole('link', { name: 'Heat', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Heat' })).toBeVisible()
  await expect(page.getByText('For whoever drinks tea.')).toBeVisible()
  const steps = page.getByRole('list').getByRole('article')
  await expect(steps).toHaveText([/All about water/, /All about steam.*Builds on All about water/])
  await expect(page.getByRole('link', { name: 'Open the deck' })).toHaveAttribute('href', '/decks/water')

  await signUp(page, undefined, '/courses/heat')
  await page.getByRole('link', { name: 'Open the deck' }).click()
  await expect(page).toHaveURL(/\/decks\/water$/)
  await learnerKnown(page)
  await grade(item(page, 'Card 1'), 'Good')
  await expect(page.getByText('1 of 1 answered.')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Heat' }).click()
  await expect(page.getByText('1 of 2 answered, 1 of 2 decks finished')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open the deck' })).toHaveAttribute('href', '/decks/steam')
  await openDeck(page, '/decks/steam')
  await grade(item(page, 'Card 1'), 'Good')
  await expect(page.getByText('1 of 1 answered.')).toBeVisible()
  await page.goto('/courses/heat')
  await expect(page.getByText('Every deck is finished')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: 'Review' })).toHaveAttribute(
    'href',
    '/review',
  )
  expect(complaints).toEqual([])
  await page.context().close()
})

test('a deck says at its foot what it rests on, and never who keeps it', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage()
  await page.goto('/decks/water')
  const source = page.getByRole('link', { name: 'A book about water' })
  await expect(source).toHaveAttribute('href', 'https://example.org/water')
  await expect(source).toHaveAttribute('rel', 'noopener noreferrer')
  await expect(page.getByText('Licence: CC-BY-4.0')).toBeVisible()
  expect(await page.content()).not.toMatch(/keeper@example/i)
  for (const path of ['/', '/decks', '/courses/heat', '/search?q=keeper', '/search?q=water'])
    expect(await (await page.request.get(path)).text()).not.toMatch(/keeper@example/i)
  expect((await page.request.get('/courses/nowhere')).status()).toBe(404)
  await page.context().close()
})

test('a course can be read by everybody, without scripts too', async ({ browser }) => {
  test.slow()
  const page = await (await browser.newContext({ baseURL: server.url })).newPage()
  await page.goto('/courses/heat')
  await expectOrder(page)
  expect(await findings(page)).toEqual([])
  await expectFits(page)
  await page.context().close()
  const plain = await (await browser.newContext({ baseURL: server.url, javaScriptEnabled: false })).newPage()
  await plain.goto('/courses/heat')
  await expect(plain.getByRole('link', { name: 'Open the deck' })).toHaveAttribute('href', '/decks/water')
  await plain.context().close()
})
