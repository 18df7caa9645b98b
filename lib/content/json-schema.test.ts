import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { jsonSchemas } from './json-schema'

it.each(Object.entries(jsonSchemas()))(
  'content/%s says what the schema says: run npm run content:schema',
  async (name, text) => {
    expect(await readFile(`content/${name}`, 'utf8')).toBe(text)
  },
)

it('what has a default may be left out, what has none may not', () => {
  const schema = JSON.parse(jsonSchemas()['deck.schema.json'] ?? '')
  expect(schema.required).toEqual(['id', 'title', 'summary'])
  expect(schema.properties.cards.items.required).toEqual(['id', 'level', 'front', 'back'])
  expect(schema.additionalProperties).toBe(false)
  const course = JSON.parse(jsonSchemas()['course.schema.json'] ?? '')
  expect(course.required).toEqual(['title', 'summary', 'audience', 'decks'])
  expect(course.properties.decks.items.required).toEqual(['id'])
})
