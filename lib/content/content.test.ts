import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { checkFile } from './check-file'
import { loadDecks } from './load'

it('the example of content/README.md is a deck in order', async () => {
  const text = await readFile('content/README.md', 'utf8')
  const example = text.match(/```yaml\n(# yaml-language-server[\s\S]*?)\n```/)?.[1]
  const { findings, deck } = await checkFile(new TextEncoder().encode(example), {
    name: 'content/README.md',
    folder: 'content',
    topic: 'example',
    texts: true,
  })
  expect(findings).toEqual([])
  expect(deck?.items.map(({ kind }) => kind)).toEqual(['card', 'question', 'prompt'])
})

it('the decks that come with the product are in order, without a warning', async () => {
  const { decks, findings } = await loadDecks('content')
  expect(findings).toEqual([])
  expect(decks.length).toBeGreaterThan(0)
})
