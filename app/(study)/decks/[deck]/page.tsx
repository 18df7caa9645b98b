import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DeckEnd } from '@/components/deck/deck-end'
import { DeckIndex } from '@/components/deck/deck-index'
import { DeckOrigin } from '@/components/deck/deck-origin'
import { DeckPart } from '@/components/deck/deck-part'
import { RevealAll } from '@/components/deck/reveal-all'
import { Score } from '@/components/question/score'
import { database } from '@/db/client'
import { findDeck, listDeckIds } from '@/db/queries/decks'
import { routes } from '@/lib/routes'
import { answerItem } from './actions'
import { DeckItem } from './deck-item'
import { partsOf } from './parts'

/** One static page per deck, the same for everybody; what is the learner's own arrives after it. */
export const dynamicParams = false

export async function generateStaticParams() {
  return (await listDeckIds(await database())).map((deck) => ({ deck }))
}

type Props = { params: Promise<{ deck: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const deck = await findDeck(await database(), (await params).deck)
  if (!deck) return {}
  const { title, summary: description } = deck
  return { title, description, openGraph: { type: 'article', title, description } }
}

export default async function DeckPage({ params }: Props) {
  const deck = await findDeck(await database(), (await params).deck)
  if (!deck) notFound()
  const tongue = { lang: deck.language, dir: deck.direction }
  const parts = partsOf(deck.items)
  return (
    <div className="mx-auto w-full max-w-page px-5 pt-6 pb-24 sm:px-8 sm:pt-10 lg:grid lg:max-w-wide lg:grid-cols-[11rem_minmax(0,43rem)] lg:gap-x-16">
      <header className="mb-6 lg:col-start-2 lg:mb-10">
        <p className="-my-2 text-sm print:hidden">
          <Link href={routes.decks()} className="link inline-flex min-h-11 items-center">
            Decks
          </Link>
          {deck.course && (
            <>
              <span aria-hidden="true" className="mx-2 text-ink-faint">
                /
              </span>
              <Link
                href={routes.course(deck.course.id)}
                lang={deck.course.language}
                dir={deck.course.direction}
                className="link inline-flex min-h-11 items-center"
              >
                {deck.course.title}
              </Link>
            </>
          )}
        </p>
        <h1 {...tongue} className="reading mt-2 font-semibold text-3xl tracking-[-0.012em]">
          {deck.title}
        </h1>
        <p {...tongue} className="reading mt-3 max-w-measure text-ink-soft text-lg">
          {deck.summary}
        </p>
      </header>
      <DeckIndex
        parts={parts.map(({ id, title, items }) => ({ id, title, names: items.map(({ name }) => name) }))}
      />
      <div className="min-w-0 lg:col-start-2">
        {parts.map(({ id, kind, title, items }) => (
          <DeckPart
            key={id}
            id={id}
            title={title}
            aside={kind === 'card' && <RevealAll />}
            end={kind === 'question' && <Score names={items.map(({ name }) => name)} />}
          >
            {items.map((item, index) => (
              <DeckItem key={item.id} item={item} number={index + 1} tongue={tongue} action={answerItem} />
            ))}
          </DeckPart>
        ))}
        <DeckEnd deck={deck.id} total={deck.items.length} />
        <DeckOrigin licence={deck.licence} sources={deck.sources} tongue={tongue} />
      </div>
    </div>
  )
}
