import { z } from 'zod'
import { LEVELS } from '@/lib/rules/item'

/**
 * The one truth of what a deck file may say. `npm run content:schema` writes it as JSON Schema beside the decks,
 * so descriptions here are what an author reads in the editor.
 */
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens')
  .max(64)
const text = z.string().trim().min(1, 'write something here').max(8000)
const line = z.string().trim().min(1, 'write something here').max(300)

export const pictureSchema = z.strictObject({
  file: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9._-]*\.(svg|png|jpe?g|webp|avif|gif)$/,
      'name a picture file that stands beside the deck',
    )
    .describe('A file beside the deck.'),
  alt: line.describe('What the picture shows, for somebody who cannot see it.'),
})

const common = {
  id: id.describe('Yours to choose, unique in the deck. Learners’ progress hangs on it: never change it.'),
  level: z.enum(LEVELS).describe('beginner, intermediate or advanced'),
  revision: z.int().min(1).default(1).describe('Raise it by one when the meaning changes.'),
  tags: z.array(line.max(40)).max(12).default([]),
  pictures: z.array(pictureSchema).max(6).default([]),
}
const namedConcepts = z
  .array(id)
  .max(12)
  .default([])
  .describe('Ids of concepts of this deck’s prompts that the item is about.')

export const cardSchema = z.strictObject({
  ...common,
  front: text.describe('What is asked. Markdown.'),
  back: text.describe('The answer, shown on request. Markdown.'),
  concepts: namedConcepts,
})

export const optionSchema = z.strictObject({
  id: id.describe('Unique among the options. An answer names it, so keep it.'),
  text: text.max(1000).describe('The option. Markdown.'),
  correct: z.boolean(),
  feedback: text.max(2000).describe('Shown to whoever chose it: why it is right, or why it is wrong.'),
})

export const questionSchema = z.strictObject({
  ...common,
  stem: text.describe('The question. Markdown.'),
  select: z
    .enum(['one', 'several'])
    .default('one')
    .describe('one: a single right option. several: all right ones must be chosen.'),
  options: z.array(optionSchema).min(2, 'give at least two options').max(9, 'give nine options at most'),
  explanation: text.describe('Why the right option is right. Markdown.'),
  concepts: namedConcepts,
})

export const conceptSchema = z.strictObject({
  id: id.describe('Unique in the deck.'),
  name: line.describe('The idea in a few words, shown once it has been covered.'),
  accept: z
    .array(line)
    .min(1, 'give at least one accepted phrasing')
    .max(60)
    .describe('Phrasings that earn the concept, as learners would write them.'),
  hint: line.describe('Shown when the concept was missed. It must not give the idea away.'),
})

export const promptSchema = z.strictObject({
  ...common,
  task: text.describe('What to explain. Markdown.'),
  hint: text.describe('Shown on request. Markdown.'),
  model: text.describe('A model answer, shown after an answer. Markdown.'),
  concepts: z.array(conceptSchema).min(1, 'name at least one concept').max(12),
})

export const sourceSchema = z.strictObject({
  title: line.describe('What was read: author or site, title, year.'),
  url: z.url({ protocol: /^https?$/, message: 'write an address that begins with https://' }).optional(),
})

export const deckSchema = z.strictObject({
  id: id.describe(
    'The deck’s address (/decks/<id>) and its identity: it may move to another file, the id may not change.',
  ),
  title: line.max(120),
  summary: line.describe('One sentence: what one will be able to do.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'use a language tag such as en or de')
    .default('en'),
  direction: z.enum(['ltr', 'rtl']).default('ltr'),
  licence: line
    .max(60)
    .optional()
    .describe('Under which terms the deck may be used, such as CC-BY-4.0. Shown at the foot of its page.'),
  sources: z
    .array(sourceSchema)
    .max(40)
    .default([])
    .describe('What its facts were checked against. Shown at the foot of its page.'),
  keepers: z
    .array(z.email('write an e-mail address').max(254))
    .max(12)
    .default([])
    .describe('E-mail addresses of those who answer reports of mistakes. Never shown to learners.'),
  cards: z.array(cardSchema).default([]),
  questions: z.array(questionSchema).default([]),
  prompts: z.array(promptSchema).default([]),
})

export type DeckFile = z.output<typeof deckSchema>
