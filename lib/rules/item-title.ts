import type { ItemKind } from './item'

/** What the kinds are called on screen. */
export const KIND_WORDS: Record<ItemKind, string> = { card: 'Card', question: 'Question', prompt: 'Prompt' }

/** What an item is called on its deck's page, such as "Card 3". `position` counts from 0 within its kind. */
export const itemTitle = ({ kind, position }: { kind: ItemKind; position: number }): string =>
  `${KIND_WORDS[kind]} ${position + 1}`
