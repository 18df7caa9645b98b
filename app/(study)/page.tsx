import { DeckEntry } from '@/components/deck/deck-entry'
import { GoOn } from '@/components/deck/go-on'
import { Notices } from '@/components/notice/notices'
import { Today } from '@/components/review/today'
import { ButtonLink } from '@/components/ui/button'
import { database } from '@/db/client'
import { findDeck, listDecks } from '@/db/queries/decks'
import { routes } from '@/lib/routes'
import { putAwayNotice } from './actions'
import { Specimen } from './specimen'

const ways = [
  ['Recall', 'Say the answer to yourself, then see it, and grade how well you had it.'],
  ['Quiz', 'Choose, and read why the right option is right and yours is not.'],
  [
    'Explain',
    'Write it in your own words. Each idea you covered is marked, each one you missed gets a hint.',
  ],
]

export default async function Home() {
  const db = await database()
  const decks = await listDecks(db)
  const first = decks[0] && (await findDeck(db, decks[0].id))
  return (
    <div className="mx-auto w-full max-w-wide px-5 pt-10 pb-24 sm:px-8 sm:pt-16">
      <div className="grid gap-x-20 gap-y-14 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div>
          <h1 className="reading max-w-[16ch] font-semibold text-[clamp(2.375rem,6.4vw,4rem)] leading-[1.05] tracking-[-0.02em]">
            Know it when the page is closed
          </h1>
          <p className="reading mt-5 max-w-measure text-ink-soft text-lg sm:mt-7">
            Recall & Review is a set of decks that ask before they tell. You answer from memory and see at
            once how it holds. With an account every answer is kept.
          </p>
          <Notices putAway={putAwayNotice} />
          <Today />
          {decks.length > 0 && <GoOn decks={decks} />}
        </div>
        {first && <Specimen deck={first} />}
      </div>
      <dl className="mt-16 grid max-w-page gap-y-4 border-ink border-t-2 pt-6 sm:mt-20 sm:grid-cols-[8rem_1fr]">
        {ways.map(([name, words]) => (
          <div key={name} className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
            <dt className="font-semibold">{name}</dt>
            <dd className="text-ink-soft">{words}</dd>
          </div>
        ))}
      </dl>
      {decks.length > 1 && (
        <section aria-labelledby="_decks_title" className="mt-16 max-w-page">
          <h2 id="_decks_title" className="border-ink border-b-2 pb-2 font-semibold text-xl">
            Decks
          </h2>
          {decks.slice(0, 6).map((deck) => (
            <DeckEntry key={deck.id} deck={deck} />
          ))}
          <p className="mt-6">
            <ButtonLink href={routes.decks()} variant="quiet">
              All {decks.length} decks
            </ButtonLink>
          </p>
        </section>
      )}
    </div>
  )
}
