import { z } from 'zod'
import { deckSchema } from './schema'

/**
 * The deck schema as JSON Schema text, for editors that complete and check as one types. Draft 7 is what their YAML
 * support understands in full.
 */
export function deckJsonSchema(): string {
  const schema = z.toJSONSchema(deckSchema, { io: 'input', target: 'draft-7', reused: 'inline' })
  return `${JSON.stringify({ ...schema, title: 'A deck of Recall & Review' }, null, 2)}\n`
}
