import Link from 'next/link'
import type { FormAction } from '@/components/form/use-action-form'
import { routes } from '@/lib/routes'
import { localDay } from '@/lib/rules/local-day'
import { Confirm } from './confirm'
import { AssignForm, DueForm } from './forms'
import { DeckForms, RowForm } from './row-forms'

type Deck = { deckId: string; title: string; dueAt?: number; retired: boolean }

/** The decks of a class with their due dates, and a form for one more. */
export function AssignedDecks({
  classId,
  timeZone,
  assigned,
  available,
  assign,
  unassign,
}: {
  classId: string
  timeZone: string
  assigned: readonly Deck[]
  available: readonly { deckId: string; title: string }[]
  assign: FormAction
  unassign: FormAction
}) {
  return (
    <div className="grid gap-6">
      <p className="max-w-measure text-ink-soft">
        A deck is due at the end of the day you choose, by the clock in {timeZone.replaceAll('_', ' ')}. That
        is the time zone under Account.
      </p>
      <DeckForms unassign={unassign}>
        {assigned.length > 0 && (
          <ul className="border-rule border-t">
            {assigned.map(({ deckId, title, dueAt, retired }) => (
              <li
                key={deckId}
                className="grid gap-x-8 gap-y-2 border-rule border-b py-4 md:grid-cols-[minmax(0,1fr)_23rem]"
              >
                <div className="min-w-0">
                  <p className="font-semibold">
                    {retired ? (
                      title
                    ) : (
                      <Link href={routes.deck(deckId)} className="hover:text-accent">
                        {title}
                      </Link>
                    )}
                  </p>
                  {retired && (
                    <p className="text-ink-soft text-sm">This deck is gone: nobody can study it any more.</p>
                  )}
                  <Confirm label="Unassign">
                    <p>Its columns leave the dashboard. Everybody keeps their answers.</p>
                    <RowForm
                      name="unassign"
                      hidden={{ class: classId, deck: deckId }}
                      button="Unassign deck"
                    />
                  </Confirm>
                </div>
                <DueForm
                  action={assign}
                  hidden={{ class: classId, deck: deckId }}
                  due={dueAt === undefined ? '' : localDay(dueAt, timeZone, 0)}
                  timeZone={timeZone}
                />
              </li>
            ))}
          </ul>
        )}
      </DeckForms>
      <div>
        <h3 className="mb-3 font-semibold">Assign {assigned.length > 0 ? 'another deck' : 'a deck'}</h3>
        <AssignForm action={assign} hidden={{ class: classId }} decks={available} timeZone={timeZone} />
      </div>
    </div>
  )
}
