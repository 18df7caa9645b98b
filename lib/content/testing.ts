import type { LoadedDeck } from './deck'
import { type DeckFile, deckSchema } from './schema'
import { toDeck } from './to-items'

/** A whole small deck as an author writes it: one item of each kind, a question with two right options besides. */
export const SAMPLE_YAML = `id: kettles
title: Kettles
summary: Say how a kettle boils water.
cards:
  - id: boiling
    level: beginner
    front: At what temperature does water boil at sea level?
    back: At **100 °C**.
    concepts: [pressure]
questions:
  - id: whistle
    level: intermediate
    stem: Why does a kettle whistle?
    options:
      - id: steam
        text: Steam is pressed through a narrow gap.
        correct: true
        feedback: The gap makes the flow of steam unsteady, and that is sound.
      - id: metal
        text: The metal expands.
        correct: false
        feedback: It does, but silently.
    explanation: A narrow gap turns a flow into a tone.
  - id: faster
    level: advanced
    stem: What makes it boil sooner?
    select: several
    options:
      - id: lid
        text: A lid.
        correct: true
        feedback: It keeps the warmth in.
      - id: less
        text: Less water.
        correct: true
        feedback: There is less to warm.
      - id: salt
        text: A pinch of salt.
        correct: false
        feedback: It raises the boiling point, by very little.
    explanation: Keep warmth in, or have less to warm.
prompts:
  - id: mountain
    level: advanced
    task: Explain why water boils at a lower temperature on a mountain.
    hint: Think of what presses on the water.
    model: The air presses less on the water, so its steam gets out at a lower temperature.
    concepts:
      - id: pressure
        name: Lower air pressure
        accept: [lower air pressure, the air presses less]
        hint: What is there less of, high up?
      - id: vapour
        name: Vapour pressure is reached sooner
        accept: [vapour pressure, steam gets out]
        hint: What must the steam win against?
`

/** A deck for tests: the given fields of a deck file, with a title and a summary when none are given. */
export function testDeck(
  file: Pick<DeckFile, 'id'> & Partial<Record<keyof DeckFile, unknown>>,
  topic = 'testing',
): LoadedDeck {
  const parsed = deckSchema.parse({ title: 'A deck', summary: 'Try things.', ...file })
  return toDeck(parsed, topic, new Map(), JSON.stringify(file))
}
