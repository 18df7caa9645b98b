import Link from 'next/link'
import { database } from '@/db/client'
import { listDecks } from '@/db/queries/decks'
import { listMetTags } from '@/db/queries/practice'
import type { Learner } from '@/lib/identity'
import { routes } from '@/lib/routes'
import { LEVELS } from '@/lib/rules/item'

const linkClasses = 'link inline-flex min-h-11 items-center'

type Props = { of: string | undefined; learner: Learner }

/** Ways into extra practice, which never moves the schedule. */
export async function ExtraWays({ of, learner }: Props) {
  const db = await database()
  const [decks, tags] = await Promise.all([listDecks(db), listMetTags(db, learner)])
  const ways = [
    { of: 'mistakes', words: 'Only my mistakes' },
    { of: 'bookmarks', words: 'What I bookmarked' },
    { of: 'due-soon', words: 'What is due soon' },
  ]
  return (
    <section aria-labelledby="_ways" className="mt-10 border-rule border-t pt-5 text-ink">
      <h3 id="_ways" className="font-semibold">
        Extra practice
      </h3>
      <p className="text-ink-soft text-sm">As much as you like: it leaves your schedule as it is.</p>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {ways
          .filter((way) => way.of !== of)
          .map((way) => (
            <li key={way.of}>
              <Link href={routes.review(way.of)} prefetch={false} className={linkClasses}>
                {way.words}
              </Link>
            </li>
          ))}
        {LEVELS.map((level) => (
          <li key={level}>
            <Link href={routes.review(`level:${level}`)} prefetch={false} className={linkClasses}>
              {level[0]?.toUpperCase()}
              {level.slice(1)}
            </Link>
          </li>
        ))}
      </ul>
      <details className="mt-1">
        <summary className={linkClasses}>One deck</summary>
        <ul>
          {decks.map(({ id, title, language, direction }) => (
            <li key={id}>
              <Link
                href={routes.review(`deck:${id}`)}
                prefetch={false}
                lang={language}
                dir={direction}
                className={linkClasses}
              >
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </details>
      {tags.length > 0 && (
        <details className="mt-1">
          <summary className={linkClasses}>One tag</summary>
          <ul className="flex flex-wrap gap-x-6">
            {tags.map((tag) => (
              <li key={tag}>
                <Link href={routes.review(`tag:${tag}`)} prefetch={false} className={linkClasses}>
                  {tag}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
