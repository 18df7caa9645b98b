import { DeckEntry } from '@/components/deck/deck-entry'
import { GoOn } from '@/components/deck/go-on'
import { ButtonLink } from '@/components/ui/button'
import { database } from '@/db/client'
import { listDecks } from '@/db/queries/decks'
import { routes } from '@/lib/routes'

const ways = [
  ['Recall', 'Say the answer to yourself, then see it, and grade how well you had it.'],
  ['Quiz', 'Choose, and read why the right option is right and yours is not.'],
  ['Explain', 'Write it in your own words. Each idea you covered is marked, and the others get a hint.'],
]

export default async function Home() {
  const decks = await listDecks(await database())
  return (
    <div className="mx-auto w-full max-w-wide px-5 pt-10 pb-24 sm:px-8 sm:pt-20">
      <h1 className="reading max-w-[18ch] font-semibold text-[clamp(2.5rem,7vw,4.25rem)] leading-[1.04] tracking-[-0.022em]">
        Know it when the page is closed
      </h1>
      <p className="reading mt-5 max-w-measure text-ink-soft text-lg sm:mt-7">
        Recall & Review asks before it tells. You retrieve an answer from memory, see at once how it holds,
        and every answer you gave is kept when you sign in.
      </p>
      {decks.length > 0 && <GoOn decks={decks} />}
      <dl className="mt-14 grid max-w-page gap-x-10 gap-y-6 sm:mt-20 lg:max-w-none lg:grid-cols-3">
        {ways.map(([name, words]) => (
          <div key={name} className="border-ink border-t-2 pt-3">
            <dt className="font-semibold text-lg">{name}</dt>
            <dd className="mt-1 text-ink-soft">{words}</dd>
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
