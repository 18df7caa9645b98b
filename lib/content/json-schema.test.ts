import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { deckJsonSchema } from './json-schema'

it('content/deck.schema.json says what the schema says: run npm run content:schema', async () => {
  expect(await readFile('content/deck.schema.json', 'utf8')).toBe(deckJsonSchema())
})

it('what has a default may be left out, what has none may not', () => {
  const schema = JSON.parse(deckJsonSchema())
  expect(schema.required).toEqual(['id', 'title', 'summary'])
  expect(schema.properties.cards.items.required).toEqual(['id', 'level', 'front', 'back'])
  expect(schema.additionalProperties).toBe(false)
})
