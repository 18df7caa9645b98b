import { z } from 'zod'
import { deckSchema } from './schema'

/**
 * The one truth of what a topic's `course.yaml` may say. `npm run content:schema` writes it as JSON Schema beside the
 * deck's.
 */
const { id, title, language, direction } = deckSchema.shape
const line = z.string().trim().min(1, 'write something here').max(300)

export const courseSchema = z.strictObject({
  title: title.describe('What the course is called.'),
  summary: line.describe('One sentence: what one will be able to do at its end.'),
  audience: line.describe('For whom it is, and what they should know before.'),
  language,
  direction,
  decks: z
    .array(
      z.strictObject({
        id: id.describe('A deck of this topic.'),
        buildsOn: z
          .array(id)
          .max(12)
          .default([])
          .describe('Decks of this course, further up in the list, that it takes for known.'),
      }),
    )
    .min(1, 'name at least one deck')
    .max(60)
    .describe('The decks of the topic, in the order in which to take them.'),
})
