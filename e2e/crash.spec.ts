import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, expect } from '@playwright/test'
import { storedAndFolded, storedIds } from './database'
import { DECK, TWO_OF_THREE, WRONG } from './deck'
import { type ItemForm, itemForm, postForm } from './forms'
import { freePort } from './free-port'
import { test } from './journey'
import { signUp } from './people'
import { startServer } from './server'

test.setTimeout(120_000)

const ANSWERS = [
  ['what-is-mlops/stands-for', { grade: 'good' }],
  ['what-is-mlops/stands-for', { grade: 'forgot' }],
  ['what-is-mlops/main-goal', { chosen: 'highest-accuracy' }],
  ['what-is-mlops/main-goal', { chosen: 'deploy-and-maintain' }],
  ['what-is-mlops/what-and-why', { text: TWO_OF_THREE }],
  ['what-is-mlops/what-and-why', { text: WRONG }],
] as const

test('a server killed in a burst of answers has every one it acknowledged, once, and all sums are right', async ({
  browser,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'recall-crash-'))
  const file = join(folder, 'recall.db')
  const port = await freePort()
  let server = await startServer({ folder, port })
  const contexts: BrowserContext[] = []
  try {
    for (let n = 0; n < 3; n += 1) {
      const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false })
      contexts.push(context)
      await signUp(await context.newPage())
    }
    const request = contexts[0]?.request
    if (!request) throw new Error('There is no learner.')
    const forms = new Map<string, ItemForm>()
    for (const [item] of ANSWERS) forms.set(item, await itemForm(request, item))

    const acknowledged: string[] = []
    let alive = true
    // Each learner answers from two places at once, so that writes to one item meet.
    const writers = [...contexts, ...contexts].map(async (context, place) => {
      for (let n = place; alive; n += 1) {
        const [item, answer] = ANSWERS[n % ANSWERS.length] ?? ANSWERS[0]
        const id = randomUUID()
        const reply = await postForm(context.request, forms.get(item) ?? [], { ...answer, id }).catch(
          () => undefined,
        )
        if (reply?.status() === 200) acknowledged.push(id)
      }
    })
    await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(80)
    await server.stop('SIGKILL')
    alive = false
    await Promise.all(writers)

    server = await startServer({ folder, port })
    const stored = await storedIds(file)
    expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([])
    const { stored: sums, folded } = await storedAndFolded(file)
    expect(sums).toEqual(folded)
    expect(sums.snapshots).toHaveLength(9)
    // And it goes on.
    const page = await contexts[0]?.newPage()
    await page?.goto(DECK)
    const after = await postForm(request, forms.get('what-is-mlops/stands-for') ?? [], { grade: 'easy' })
    expect(after.status()).toBe(200)
    expect(await storedIds(file)).toHaveLength(stored.length + 1)
    expect((await server.stop()).code).toBe(0)
  } finally {
    await Promise.all(contexts.map((context) => context.close()))
    await server.stop('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
})
