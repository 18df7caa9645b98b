import Link from 'next/link'
import { buttonClasses } from '@/components/ui/button-classes'
import { LevelMark } from '@/components/ui/level-mark'
import { Markdown } from '@/components/ui/markdown'
import type { PublicDeck } from '@/db/queries/decks'
import { renderMarkdown } from '@/lib/content/markdown'
import { routes } from '@/lib/routes'

/** The first card of a deck, to try on the spot: what the product is, shown rather than said. */
export async function Specimen({ deck }: { deck: PublicDeck }) {
  const card = deck.items.find((item) => item.kind === 'card')
  if (!card) return null
  const tongue = { lang: deck.language, dir: deck.direction }
  return (
    <aside aria-label="A card to try" className="self-start border-ink border-t-2 pt-4">
      <p className="flex items-center gap-4 text-sm">
        <span className="font-semibold text-ink-soft">Try one</span>
        <LevelMark level={card.level} />
      </p>
      <div {...tongue} className="reading mt-3 mb-4 text-item">
        <Markdown tree={await renderMarkdown(card.front)} />
      </div>
      <details className="group">
        <summary
          className={`${buttonClasses({ variant: 'quiet' })} list-none group-open:hidden [&::-webkit-details-marker]:hidden`}
        >
          Reveal answer
        </summary>
        <div {...tongue} className="reading unfold">
          <Markdown tree={await renderMarkdown(card.back)} />
        </div>
        <p className="mt-4">
          <Link href={routes.item(deck.id, card.name)} className="link inline-flex min-h-11 items-center">
            Grade it, and go on
          </Link>
        </p>
      </details>
    </aside>
  )
}
