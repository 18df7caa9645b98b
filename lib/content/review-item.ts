import type { DeckHead, ItemBody, Level } from '@/lib/rules/item'
import type { Rating } from '@/lib/rules/memory/memory'
import type { ReviewItem, Why } from '@/lib/rules/review/wire'
import { renderMarkdown } from './markdown'
import { publicItem } from './public-item'

export type ReviewRow = {
  id: string
  name: string
  contentHash: string
  level: Level
  body: ItemBody
  deck: Pick<DeckHead, 'id' | 'title' | 'language' | 'direction'>
  bookmarked: boolean
  note?: string | undefined
}

/**
 * An item as the review session shows it, its Markdown as sanitised trees, and nothing of its key.
 * @param minutes until it would be asked again, by rating: worked out for a card alone
 */
export async function reviewItem(
  { deck, bookmarked, note, ...row }: ReviewRow,
  why: Why,
  minutes: () => Record<Rating, number>,
): Promise<ReviewItem> {
  const shown = publicItem({ ...row, tags: [] }, row.body)
  const common = {
    id: shown.id,
    name: shown.name,
    hash: shown.hash,
    deck,
    level: shown.level,
    why,
    bookmarked,
    ...(note && { note }),
    pictures: shown.pictures.map(({ source, alt }) => ({ source, alt })),
  }
  switch (shown.kind) {
    case 'card': {
      const [front, back] = await Promise.all([renderMarkdown(shown.front), renderMarkdown(shown.back)])
      return { ...common, kind: shown.kind, front, back, minutes: minutes() }
    }
    case 'question': {
      const options = shown.options.map(async ({ id, text }) => ({
        id,
        text: await renderMarkdown(text, { inline: true }),
      }))
      const stem = await renderMarkdown(shown.stem)
      return {
        ...common,
        kind: shown.kind,
        stem,
        several: shown.several,
        options: await Promise.all(options),
      }
    }
    case 'prompt': {
      const [task, hint] = await Promise.all([renderMarkdown(shown.task), renderMarkdown(shown.hint)])
      return { ...common, kind: shown.kind, task, hint, total: shown.total }
    }
  }
}
