import Link from 'next/link'
import { memo, type ReactNode } from 'react'
import { Meter } from '@/components/ui/meter'
import { Table } from '@/components/ui/table'
import { routes } from '@/lib/routes'
import type { Dashboard, DashboardDeck, DashboardPerson } from '@/lib/rules/class/dashboard'
import {
  COLUMN_NAMES,
  columnsOf,
  figure,
  isSortedBy,
  sortedBy,
  type View,
  viewParams,
} from '@/lib/rules/class/view'
import { sayAgo, shortDate } from '@/lib/rules/dates'

const head = 'border-rule border-b bg-paper px-3 py-2 align-bottom font-semibold text-ink-soft text-sm'
const first = 'sticky start-0 z-10 ps-0'

/**
 * One row a learner, one group of columns a deck. Head and first column stay in sight; a heading sorts by itself, and
 * once more turns the order round. On a phone a list stands in its place.
 */
export function PeopleTable({
  dashboard,
  people,
  view,
}: {
  dashboard: Dashboard
  people: readonly DashboardPerson[]
  view: View
}) {
  const { decks, timeZone, at } = dashboard
  const sort = (by: View['sort'], label: ReactNode) => (
    <Link
      href={routes.class(dashboard.id, viewParams(sortedBy(view, by)))}
      scroll={false}
      className="inline-flex min-h-6 items-center gap-1 hover:text-accent"
    >
      {label}
      {isSortedBy(view, by) && <span aria-hidden="true">{view.down ? '↓' : '↑'}</span>}
    </Link>
  )
  const ariaSort = (by: View['sort']) =>
    isSortedBy(view, by) ? (view.down ? 'descending' : 'ascending') : undefined
  return (
    <Table caption="How each learner is doing" className="hidden md:block print:block">
      <thead className="sticky top-0 z-20">
        <tr>
          <th scope="col" rowSpan={2} aria-sort={ariaSort('name')} className={`${head} ${first} text-start`}>
            {sort('name', 'Name')}
          </th>
          <th
            scope="col"
            rowSpan={2}
            aria-sort={ariaSort('active')}
            className={`${head} whitespace-nowrap text-end`}
          >
            {sort('active', 'Last active')}
          </th>
          {decks.map((deck) => (
            <th
              key={deck.id}
              scope="colgroup"
              colSpan={Math.max(1, columnsOf(deck).length)}
              className="border-rule border-s bg-paper px-3 pt-2 text-start align-bottom font-semibold text-sm"
            >
              <span className="block max-w-[28rem] break-words">{deck.title}</span>
              {deck.dueAt !== undefined && (
                <span className="font-normal text-ink-soft">Due {shortDate(deck.dueAt, timeZone, at)}</span>
              )}
            </th>
          ))}
        </tr>
        <tr>
          {decks.flatMap((deck) =>
            columnsOf(deck).length === 0
              ? [
                  <td key={deck.id} className={`${head} border-s font-normal`}>
                    No items
                  </td>,
                ]
              : columnsOf(deck).map((column, place) => {
                  const by = { deck: deck.id, column }
                  return (
                    <th
                      key={`${deck.id}.${column}`}
                      scope="col"
                      aria-sort={ariaSort(by)}
                      className={`${head} whitespace-nowrap text-end ${place === 0 ? 'border-s' : ''}`}
                    >
                      {sort(by, COLUMN_NAMES[column])}
                    </th>
                  )
                }),
          )}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row
            key={person.id}
            classId={dashboard.id}
            person={person}
            decks={decks}
            active={person.lastAt === undefined ? '' : sayAgo(person.lastAt, timeZone, at)}
          />
        ))}
      </tbody>
    </Table>
  )
}

/** Drawn again only when something of it changed: a refresh of two hundred rows usually changes one. */
const Row = memo(function Row({
  classId,
  person,
  decks,
  active,
}: {
  classId: string
  person: DashboardPerson
  decks: readonly DashboardDeck[]
  active: string
}) {
  return (
    <tr>
      <th scope="row" className={`border-rule border-b bg-paper py-2 pe-3 text-start font-medium ${first}`}>
        <Link
          href={routes.classLearner(classId, person.id)}
          className="block max-w-[16rem] break-words leading-snug hover:text-accent"
        >
          {person.name}
        </Link>
      </th>
      <td className="whitespace-nowrap border-rule border-b px-3 py-2 text-end text-ink-soft text-sm">
        {active || 'not yet'}
      </td>
      {decks.flatMap((deck) =>
        columnsOf(deck).length === 0
          ? [<td key={deck.id} className="border-rule border-s border-b" />]
          : columnsOf(deck).map((column, place) => {
              const { value, of } = figure(person, deck, column) ?? { value: 0, of: 0 }
              return (
                <td
                  key={`${deck.id}.${column}`}
                  className={`whitespace-nowrap border-rule border-b px-3 py-2 text-end ${place === 0 ? 'border-s' : ''}`}
                >
                  {value}
                  <span className="text-ink-faint text-sm">/{of}</span>
                  <Meter value={value} of={of} className="ms-auto mt-1 w-14" />
                </td>
              )
            }),
      )}
    </tr>
  )
})
