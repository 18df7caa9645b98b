'use client'

import type { Root } from 'hast'
import { Pictures } from '@/components/deck/pictures'
import type { Tongue } from '@/components/deck/use-answer'
import { Markdown } from '@/components/ui/markdown'
import type { ReviewItem } from '@/lib/rules/review/wire'

/** The language and direction of an item's own words. */
export const tongueOf = ({ deck }: ReviewItem): Tongue => ({ lang: deck.language, dir: deck.direction })

/** What an item asks, at the size of an item, with its pictures. */
export function Asked({ item, text }: { item: ReviewItem; text: Root }) {
  return (
    <div {...tongueOf(item)} className="reading text-item">
      <Markdown tree={text} />
      <Pictures pictures={item.pictures} />
    </div>
  )
}
