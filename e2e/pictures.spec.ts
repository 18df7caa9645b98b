import { join } from 'node:path'
import { expect } from '@playwright/test'
import { buildCopy } from './copy'
import { test } from './journey'
import { startServer } from './server'

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">
<style>path { fill: teal }</style><path d="M0 0h40v20H0z"/></svg>`
const DECK = `
id: kettles
title: Kettles
summary: Tell kettles apart by their looks.
cards:
  - id: spout
    level: beginner
    front: What is this?
    back: A spout.
    pictures: [{ file: spout.svg, alt: A spout seen from the side }]
`
const FOLDER = join('e2e', '.work', 'pictures')

test('a picture stands in its item with its words, and by its own address it can do nothing but draw', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  await buildCopy(FOLDER, { 'physics/kettles.yaml': DECK, 'physics/spout.svg': PICTURE })
  const server = await startServer({ root: FOLDER, folder: join(FOLDER, 'data') })
  try {
    const page = await (await browser.newContext({ baseURL: server.url })).newPage()
    await page.goto('/decks/kettles')
    const picture = page.getByRole('img', { name: 'A spout seen from the side' })
    await picture.scrollIntoViewIfNeeded()
    await expect(picture).toHaveJSProperty('complete', true)
    expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(40)

    const address = (await picture.getAttribute('src')) ?? ''
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(200)
    expect(await answer?.text()).toBe(PICTURE)
    expect(await answer?.allHeaders()).toMatchObject({
      'content-type': 'image/svg+xml',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    })
    expect((await page.request.get('/content/physics/kettles.yaml')).status()).toBe(404)
    expect((await page.request.get('/content/physics/none.svg')).status()).toBe(404)
  } finally {
    await server.stop()
  }
})
