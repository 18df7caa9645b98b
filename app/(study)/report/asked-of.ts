import type { ItemBody } from '@/lib/rules/item'

/** The Markdown of what an item asks: no key of it. */
export const askedOf = (body: ItemBody): string =>
  body.kind === 'card' ? body.front : body.kind === 'question' ? body.stem : body.task
