import type { PublicItem } from '@/lib/content/public-item'
import type { ItemKind } from '@/lib/rules/item'

const PARTS: { kind: ItemKind; title: string }[] = [
  { kind: 'card', title: 'Recall' },
  { kind: 'question', title: 'Quiz' },
  { kind: 'prompt', title: 'Explain' },
]

/**
 * The three parts of a deck's page, without those that have no items. A part's anchor starts with an underscore,
 * which no author's id can, so that the two never meet.
 */
export function partsOf(items: readonly PublicItem[]) {
  return PARTS.map(({ kind, title }) => ({
    id: `_${title.toLowerCase()}`,
    kind,
    title,
    items: items.filter((item) => item.kind === kind),
  })).filter((part) => part.items.length > 0)
}
