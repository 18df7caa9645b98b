import { randomUUID } from 'node:crypto'
import { asLearner, type Learner } from '@/lib/identity'
import type { ItemBody } from '@/lib/rules/item'
import type { Db } from './client'
import type { Submission } from './queries/attempts'
import { decks, items, itemVersions, learners } from './schema'

/** Small worlds for contract tests: a learner, a deck of three kinds, and an answer to each. */
const base = { language: 'en', pictures: [] }

export const BODIES = {
  card: { ...base, kind: 'card', front: 'Front', back: 'Back' },
  question: {
    ...base,
    kind: 'question',
    stem: 'Which?',
    several: false,
    options: ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      text: `Option ${id}`,
      correct: id === 'b',
      feedback: `About ${id}`,
    })),
    explanation: 'Because.',
  },
  prompt: {
    ...base,
    kind: 'prompt',
    task: 'Explain photosynthesis.',
    hint: 'Think of light.',
    model: 'Plants turn light into sugar and release oxygen.',
    concepts: [
      { id: 'sugar', name: 'Sugar is made', accept: ['light into sugar'], hint: 'What do they make?' },
      { id: 'oxygen', name: 'Oxygen is set free', accept: ['release oxygen'], hint: 'What leaves the leaf?' },
    ],
  },
} as const satisfies Record<string, ItemBody>

export async function addLearner(db: Db, name = 'Learner', timeZone = 'UTC'): Promise<Learner> {
  const id = randomUUID()
  await db.insert(learners).values({ id, name, timeZone, createdAt: 0 })
  return asLearner({ id, sessionVersion: 1 })
}

/** Adds a deck with `count` items of each kind, named card-1, question-1, prompt-1 and so on, at version "v1". */
export async function addDeck(db: Db, deckId = 'deck', count = 1): Promise<void> {
  await db.insert(decks).values({
    id: deckId,
    topic: 'topic',
    title: 'A deck',
    summary: 'You can.',
    language: 'en',
    direction: 'ltr',
  })
  for (const kind of ['card', 'question', 'prompt'] as const)
    for (let position = 0; position < count; position += 1) {
      const name = `${kind}-${position + 1}`
      const version = { contentHash: 'v1', revision: 1 }
      await db.insert(items).values({
        ...version,
        id: `${deckId}/${name}`,
        deckId,
        name,
        kind,
        position,
        level: 'beginner',
        tags: [],
        concepts: [],
      })
      await db
        .insert(itemVersions)
        .values({ ...version, itemId: `${deckId}/${name}`, body: BODIES[kind], seededAt: 0 })
    }
}

/** An answer to one of those items, with an id of its own, given at `answeredAt`. */
export const submit = (
  itemId: string,
  answer: Submission['answer'],
  more: Partial<Submission> = {},
): Submission => ({
  id: randomUUID(),
  itemId,
  contentHash: 'v1',
  answer,
  context: 'deck',
  answeredAt: Date.UTC(2026, 2, 2, 12),
  ...more,
})
