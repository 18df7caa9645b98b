import { type Dashboard, itemsOf } from './dashboard'
import { COLUMN_NAMES, columnsOf, figure } from './view'

/** What a cell of a table in a file holds; empty when absent. */
export type Cell = string | number | undefined

/**
 * The dashboard's table as rows: a heading that carries each column's base, then one row a learner. An unknown
 * moment is an empty cell; moments are ISO 8601 in UTC.
 */
export function tableRows({ people, decks }: Dashboard): Cell[][] {
  const heading = decks.flatMap((deck) => [
    `${deck.title}: answered (of ${itemsOf(deck)})`,
    ...columnsOf(deck).map(
      (column) =>
        `${deck.title}: ${COLUMN_NAMES[column].toLowerCase()} (of ${figure(NOBODY, deck, column)?.of ?? 0})`,
    ),
  ])
  return [
    ['Learner', 'Last active', ...heading],
    ...people.map((person) => [
      person.name,
      person.lastAt === undefined ? undefined : new Date(person.lastAt).toISOString(),
      ...decks.flatMap((deck) => [
        person.decks[deck.id]?.answered ?? 0,
        ...columnsOf(deck).map((column) => figure(person, deck, column)?.value ?? 0),
      ]),
    ]),
  ]
}

const NOBODY = { id: '', name: '', decks: {} }
