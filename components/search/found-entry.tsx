import Link from 'next/link'
import { LevelMark } from '@/components/ui/level-mark'
import type { Found } from '@/db/types'
import { routes } from '@/lib/routes'
import { hasMatch } from '@/lib/rules/search/marked'
import { type SearchView, searchParams } from '@/lib/rules/search/view'
import { FOUND_WORDS } from './kind-words'
import { Marked } from './marked'

/** One thing that was found: what it is, its text with the match marked, where it leads, and its tags to narrow by. */
export function FoundEntry({ found, view }: { found: Found; view: SearchView }) {
  const { deck, kind, level, tags } = found
  const tongue = { lang: deck.language, dir: deck.direction }
  return (
    <li className="relative border-rule border-b py-5 hover:bg-sheet/60">
      <p className="flex flex-wrap items-center gap-x-4 text-ink-faint text-sm">
        <span className="font-semibold">{FOUND_WORDS[kind]}</span>
        {level && <LevelMark level={level} />}
        {kind !== 'deck' && (
          <span>
            in <bdi {...tongue}>{deck.title}</bdi>
          </span>
        )}
      </p>
      <h2 {...tongue} className="reading mt-1 font-semibold text-lg">
        <Link
          href={found.name ? routes.item(deck.id, found.name) : routes.deck(deck.id)}
          prefetch={false}
          className="after:absolute after:inset-0 hover:text-accent"
        >
          <Marked text={kind === 'deck' ? found.title : found.asked || deck.title} />
        </Link>
      </h2>
      {kind === 'deck' ? (
        <p {...tongue} className="reading mt-1 max-w-measure text-ink-soft">
          <Marked text={found.asked} />
        </p>
      ) : (
        // What was not matched is left to be recalled.
        hasMatch(found.told) && (
          <p {...tongue} className="reading mt-1 max-w-measure text-ink-soft">
            <Marked text={found.told} />
          </p>
        )
      )}
      {tags.length > 0 && (
        <ul aria-label="Tags" className="relative mt-1 flex w-fit flex-wrap gap-x-4 text-sm">
          {tags.map((tag) => (
            <li key={tag}>
              <Link
                href={routes.search(searchParams({ ...view, tag, page: 1 }))}
                prefetch={false}
                className="link inline-flex min-h-11 items-center"
              >
                {tag}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
