/**
 * An item is something to retrieve from memory. These are the shapes that rules mark: the body of one version,
 * exactly what is asked and answered, and nothing about where it stands in its deck.
 */
export const KINDS = ['card', 'question', 'prompt'] as const
export type ItemKind = (typeof KINDS)[number]

export const LEVELS = ['beginner', 'intermediate', 'advanced'] as const
export type Level = (typeof LEVELS)[number]

/** What a deck says of itself, whichever its items. */
export type DeckHead = {
  id: string
  topic: string
  title: string
  summary: string
  language: string
  direction: 'ltr' | 'rtl'
}

/** Something that a deck's facts were checked against; `url` is where it can be read. */
export type DeckSource = { title: string; url?: string | undefined }

/**
 * A picture that stands beside the deck; `source` is its path below `content/`, `digest` a hash of its bytes, so that
 * another picture under the same name makes another version of the item.
 */
export type Picture = { source: string; alt: string; digest: string }

type Body = { language: string; pictures: readonly Picture[] }

export type CardBody = Body & { kind: 'card'; front: string; back: string }

export type Option = { id: string; text: string; correct: boolean; feedback: string }

export type QuestionBody = Body & {
  kind: 'question'
  stem: string
  /** Whether all right options must be chosen, rather than a single one. */
  several: boolean
  options: readonly Option[]
  explanation: string
}

/** One separable idea of a prompt's model answer. `accept` are phrasings that earn it. */
export type Concept = { id: string; name: string; accept: readonly string[]; hint: string }

export type PromptBody = Body & {
  kind: 'prompt'
  task: string
  hint: string
  model: string
  concepts: readonly Concept[]
}

export type ItemBody = CardBody | QuestionBody | PromptBody
