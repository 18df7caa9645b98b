import Link from 'next/link'
import type { FormAction } from '@/components/form/use-action-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Meter } from '@/components/ui/meter'
import { Page, Section } from '@/components/ui/page'
import { routes } from '@/lib/routes'
import { type DashboardDeck, type DeckStanding, itemsOf } from '@/lib/rules/class/dashboard'
import { sayDate } from '@/lib/rules/dates'
import { Confirm } from './confirm'
import { ButtonForm } from './forms'

type Mine = {
  id: string
  name: string
  archived: boolean
  instructors: readonly string[]
  timeZone: string
  decks: readonly (DashboardDeck & { standing: DeckStanding })[]
}

/** A class as its learner sees it: what is to be studied by when, and where they stand. Nobody else is in it. */
export function MyClass({ mine, now, leave }: { mine: Mine; now: number; leave: FormAction }) {
  const { id, name, archived, instructors, decks, timeZone } = mine
  const taught = new Intl.ListFormat('en-GB').format(instructors)
  return (
    <Page title={name} lead={`Taught by ${taught}.${archived ? ' Archived: nobody can join any more.' : ''}`}>
      {decks.length === 0 ? (
        <EmptyState title="No deck is assigned yet">
          <p>What you are to study appears here once {taught} assigns it.</p>
        </EmptyState>
      ) : (
        <Section id="decks" title="Decks to study">
          <ul className="border-rule border-t">
            {decks.map((deck) => (
              <DeckLine key={deck.id} deck={deck} now={now} timeZone={timeZone} />
            ))}
          </ul>
        </Section>
      )}
      <Section id="seen" title="What is seen of you">
        <p className="max-w-measure">
          {taught} {instructors.length === 1 ? 'sees' : 'see'} your work on these decks, also from before you
          joined: every answer, when you gave it and on which day of yours, how long it took, and what it
          earned. Other learners see nothing of you.
        </p>
        <div className="mt-3">
          <Confirm label="Leave class">
            <p>From then on nothing of you is seen here. Your work stays yours.</p>
            <ButtonForm action={leave} hidden={{ class: id }} button="Leave class" variant="danger" />
          </Confirm>
        </div>
      </Section>
    </Page>
  )
}

function DeckLine({
  deck,
  now,
  timeZone,
}: {
  deck: DashboardDeck & { standing: DeckStanding }
  now: number
  timeZone: string
}) {
  const { standing, dueAt } = deck
  const of = itemsOf(deck)
  const facts = [
    deck.cards > 0 && `${standing.known} of ${deck.cards} cards known`,
    deck.questions > 0 &&
      `${standing.rightFirst} of ${deck.questions} questions right at first, ${standing.rightEver} ever`,
    deck.concepts > 0 && `${standing.concepts} of ${deck.concepts} concepts explained`,
  ].filter(Boolean)
  return (
    <li className="border-rule border-b py-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <Link
          href={routes.deck(deck.id)}
          className="min-w-0 break-words font-semibold text-lg hover:text-accent"
        >
          {deck.title}
        </Link>
        {dueAt !== undefined && (
          <span className={dueAt < now && standing.byDue < of ? 'text-due-ink' : 'text-ink-soft'}>
            {dueAt < now ? 'Was due' : 'Due'} {sayDate(dueAt, timeZone, now)}
          </span>
        )}
      </div>
      <p className="mt-2">
        {standing.answered} of {of} answered
        {dueAt !== undefined && dueAt < now && `, ${standing.byDue} of them in time`}
      </p>
      <Meter value={standing.answered} of={of} className="mt-1.5 max-w-measure" />
      {standing.answered > 0 && <p className="mt-2 text-ink-soft text-sm">{facts.join(' · ')}</p>}
    </li>
  )
}
