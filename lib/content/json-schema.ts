import { z } from 'zod'
import { courseSchema } from './course-schema'
import { deckSchema } from './schema'

/**
 * The schemas as JSON Schema texts, by their files' names beside the decks, for editors that complete and check as one
 * types. Draft 7 is what their YAML support understands in full.
 */
export const jsonSchemas = (): Record<string, string> => ({
  'deck.schema.json': textOf(deckSchema, 'A deck of Recall & Review'),
  'course.schema.json': textOf(courseSchema, 'A course of Recall & Review'),
})

function textOf(schema: z.ZodType, title: string): string {
  const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', reused: 'inline' })
  return `${JSON.stringify({ ...json, title }, null, 2)}\n`
}
