import Link from 'next/link'
import { Picture } from '@/components/chart/picture'
import { Table, TableCell, TableHead, TableRowHead } from '@/components/ui/table'
import { routes } from '@/lib/routes'
import { MASTERIES, MASTERY_WORDS, type Mastery } from '@/lib/rules/memory/mastery'
import type { ConceptMastery } from '@/lib/rules/progress/concepts'
import { deckMastery, type MemoryCell } from '@/lib/rules/progress/memory-cells'
import { several } from '@/lib/rules/progress/say'
import { type ProgressView, progressParams } from '@/lib/rules/progress/view'

type Deck = { id: string; title: string; items: number }

/** The mastery of each deck that was begun, and of the concepts of the one looked at. */
export function MasteryOf({
  view,
  decks,
  cells,
  concepts,
}: {
  view: ProgressView
  decks: readonly Deck[]
  cells: readonly MemoryCell[]
  concepts?: { concepts: readonly ConceptMastery[]; unseen: number }
}) {
  const rows = decks.map((deck) => ({
    deck,
    ...deckMastery(
      cells.filter(({ deckId }) => deckId === deck.id),
      deck.items,
    ),
  }))
  const sum = (mastery: Mastery) => rows.reduce((total, { items }) => total + items[mastery], 0)
  const all = rows.reduce((total, { deck }) => total + deck.items, 0)
  const says = `${sum('mastered')} of ${several(all, 'item')} are mastered, ${sum('proficient')} proficient, ${sum('familiar')} familiar.`
  return (
    <Picture
      id="mastery"
      heading="Mastery by deck and concept"
      says={says}
      note="Computed from your memory now, so it can be lost. Mastered asks for answers in a review, where decks are mixed. A deck is where three quarters of its items are."
    >
      <Table caption="Mastery by deck" tall className="mt-5">
        <thead>
          <tr>
            <TableHead first>Deck</TableHead>
            <TableHead className="max-sm:hidden">Now</TableHead>
            <TableHead className="min-w-32">Items</TableHead>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ deck, mastery, items }) => (
            <tr key={deck.id}>
              <TableRowHead className="min-w-32 font-normal">
                {deck.id === view.deck ? (
                  deck.title
                ) : (
                  <Link
                    href={`${routes.progress(progressParams({ ...view, deck: deck.id }))}#mastery`}
                    prefetch={false}
                    className="link"
                  >
                    {deck.title}
                  </Link>
                )}
              </TableRowHead>
              <TableCell className="max-sm:hidden">{MASTERY_WORDS[mastery]}</TableCell>
              <TableCell>
                <span className="text-sm sm:hidden">{MASTERY_WORDS[mastery]}</span>
                <Shade items={items} of={deck.items} />
              </TableCell>
            </tr>
          ))}
        </tbody>
      </Table>
      {concepts ? (
        <Concepts {...concepts} />
      ) : (
        <p className="mt-3 text-ink-soft text-sm">Choose a deck to see its concepts.</p>
      )}
    </Picture>
  )
}

const shades: Record<Mastery, string> = {
  'not-started': 'fill-rule',
  attempted: 'fill-heat-one',
  familiar: 'fill-heat-two',
  proficient: 'fill-heat-three',
  mastered: 'fill-heat-four',
}

/** A bar from mastered on the left to not started; the words beneath it say the same. */
function Shade({ items, of }: { items: Record<Mastery, number>; of: number }) {
  const shown = [...MASTERIES].reverse().filter((mastery) => items[mastery] > 0)
  let at = 0
  return (
    <>
      <svg
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="mt-1.5 block h-2.5 w-full"
      >
        {shown.map((mastery) => {
          const width = (100 * items[mastery]) / Math.max(of, 1)
          at += width
          return <rect key={mastery} x={at - width} width={width} height="8" className={shades[mastery]} />
        })}
      </svg>
      <span className="mt-1 block text-ink-faint text-sm">
        {shown.map((mastery) => `${items[mastery]} ${MASTERY_WORDS[mastery].toLowerCase()}`).join(', ')}
      </span>
    </>
  )
}

function Concepts({ concepts, unseen }: { concepts: readonly ConceptMastery[]; unseen: number }) {
  const more =
    unseen > 0 &&
    `${several(unseen, 'concept')} ${unseen === 1 ? 'is' : 'are'} named once you have answered an item about ${unseen === 1 ? 'it' : 'them'}.`
  return (
    <>
      {concepts.length > 0 && (
        <Table caption="Mastery by concept" tall className="mt-6">
          <thead>
            <tr>
              <TableHead first>Concept</TableHead>
              <TableHead>Now</TableHead>
              <TableHead numeric>Items answered</TableHead>
            </tr>
          </thead>
          <tbody>
            {concepts.map(({ name, mastery, items, answered }) => (
              <tr key={name}>
                <TableRowHead className="min-w-32 font-normal">{name}</TableRowHead>
                <TableCell>{MASTERY_WORDS[mastery]}</TableCell>
                <TableCell numeric>
                  {answered} of {items}
                </TableCell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {more && <p className="mt-3 text-ink-soft text-sm">{more}</p>}
    </>
  )
}
