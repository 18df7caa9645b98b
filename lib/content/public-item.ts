import type { ItemBody, Level, Picture } from '@/lib/rules/item'

type Common = {
  /** `<deck>/<name>`. */
  id: string
  /** The author's id: the anchor on the page. */
  name: string
  /** The content hash: an answer names the version that was seen. */
  hash: string
  level: Level
  tags: readonly string[]
  /** A language tag, for `lang` and for code and formulas that are read aloud. */
  language: string
  pictures: readonly Picture[]
}

export type PublicCard = Common & { kind: 'card'; front: string; back: string }

export type PublicOption = { id: string; text: string }

export type PublicQuestion = Common & {
  kind: 'question'
  stem: string
  several: boolean
  options: readonly PublicOption[]
}

export type PublicPrompt = Common & {
  kind: 'prompt'
  task: string
  hint: string
  /** How many concepts there are to find; which ones is a key. */
  total: number
}

export type PublicItem = PublicCard | PublicQuestion | PublicPrompt

/**
 * What may be shown before an answer: no right option, feedback, explanation, concept or model answer. Every field is
 * named here one by one, so that a field added to a body stays on the server until somebody adds it on purpose.
 * A card's back is content: revealing it is the exercise.
 */
export function publicItem(
  row: { id: string; name: string; contentHash: string; level: Level; tags: readonly string[] },
  body: ItemBody,
): PublicItem {
  const common = {
    id: row.id,
    name: row.name,
    hash: row.contentHash,
    level: row.level,
    tags: row.tags,
    language: body.language,
    pictures: body.pictures,
  }
  switch (body.kind) {
    case 'card':
      return { ...common, kind: body.kind, front: body.front, back: body.back }
    case 'question': {
      const options = body.options.map(({ id, text }) => ({ id, text }))
      return { ...common, kind: body.kind, stem: body.stem, several: body.several, options }
    }
    case 'prompt':
      return { ...common, kind: body.kind, task: body.task, hint: body.hint, total: body.concepts.length }
  }
}
