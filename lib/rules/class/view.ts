import { type Dashboard, type DashboardDeck, type DashboardPerson, itemsOf, standingIn } from './dashboard'

/** The figures of a deck's column group, in their order. */
export const COLUMNS = ['known', 'first', 'ever', 'concepts', 'due'] as const
export type Column = (typeof COLUMNS)[number]

/** What the columns of a deck are called, in a file and in a table. */
export const COLUMN_NAMES = {
  known: 'Cards known',
  first: 'Right at first',
  ever: 'Right ever',
  concepts: 'Concepts',
  due: 'In time',
} as const

export const SHOWS = ['everybody', 'not-started', 'unfinished', 'late'] as const
export type Show = (typeof SHOWS)[number]

/** Who is shown and in which order: what the address of the dashboard says. */
export type View = {
  sort: 'name' | 'active' | { deck: string; column: Column }
  down: boolean
  show: Show
  /** Limits `show` to one deck. */
  deck?: string
  /** Part of a name. */
  named: string
}

const PLAIN: View = { sort: 'name', down: false, show: 'everybody', named: '' }

/** Reads a view from the parameters of an address; whatever does not fit is as if it were not there. */
export function readView(params: Record<string, string | string[] | undefined>): View {
  const one = (name: string) => {
    const value = params[name]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  const sort = one('sort')
  const show = SHOWS.find((name) => name === one('show')) ?? PLAIN.show
  return {
    sort: readSort(sort.replace(/^-/, '')),
    down: sort.startsWith('-'),
    show,
    ...(show !== 'everybody' && one('deck') && { deck: one('deck') }),
    named: one('named').slice(0, 80),
  }
}

function readSort(text: string): View['sort'] {
  if (text === 'active') return 'active'
  const [deck, name] = text.split('.')
  const column = COLUMNS.find((known) => known === name)
  return deck && column ? { deck, column } : 'name'
}

/** The parameters of an address that shows this view; those that say nothing are left out. */
export function viewParams({ sort, down, show, deck, named }: View): Record<string, string> {
  const key = typeof sort === 'string' ? sort : `${sort.deck}.${sort.column}`
  return {
    ...((key !== 'name' || down) && { sort: `${down ? '-' : ''}${key}` }),
    ...(show !== 'everybody' && { show }),
    ...(deck && { deck }),
    ...(named && { named }),
  }
}

/** The view after the heading of a column was chosen: the same column turns round; figures begin with the least. */
export function sortedBy(view: View, sort: View['sort']): View {
  return { ...view, sort, down: isSortedBy(view, sort) ? !view.down : false }
}

export function isSortedBy({ sort }: View, other: View['sort']): boolean {
  if (typeof sort === 'string' || typeof other === 'string') return sort === other
  return sort.deck === other.deck && sort.column === other.column
}

/** A figure with its base; absent where the deck has nothing to count. */
export function figure(person: DashboardPerson, deck: DashboardDeck, column: Column) {
  const { known, rightFirst, rightEver, concepts, byDue } = standingIn(person, deck.id)
  const values = { known, first: rightFirst, ever: rightEver, concepts, due: byDue }
  const bases = {
    known: deck.cards,
    first: deck.questions,
    ever: deck.questions,
    concepts: deck.concepts,
    due: deck.dueAt === undefined ? 0 : itemsOf(deck),
  }
  return bases[column] > 0 ? { value: values[column], of: bases[column] } : undefined
}

/** The columns of a deck that have something to count. */
export const columnsOf = (deck: DashboardDeck): Column[] => {
  const nobody = { id: '', name: '', decks: {} }
  return COLUMNS.filter((column) => figure(nobody, deck, column) !== undefined)
}

/** The people of a dashboard that a view shows, in its order. Names break ties, so that a refresh moves nobody. */
export function arrange(dashboard: Dashboard, view: View): DashboardPerson[] {
  const decks = dashboard.decks.filter(({ id }) => view.deck === undefined || id === view.deck)
  const wanted = view.named.trim().toLocaleLowerCase()
  const shown = dashboard.people.filter(
    (person) =>
      person.name.toLocaleLowerCase().includes(wanted) && fits(person, decks, view.show, dashboard.at),
  )
  const { sort } = view
  const sortDeck = typeof sort === 'string' ? undefined : dashboard.decks.find(({ id }) => id === sort.deck)
  const key = (person: DashboardPerson): number => {
    if (typeof sort === 'string') return sort === 'active' ? (person.lastAt ?? 0) : 0
    return sortDeck ? (figure(person, sortDeck, sort.column)?.value ?? 0) : 0
  }
  // People come by name already.
  const sorted = shown
    .map((person, place) => ({ person, place, key: key(person) }))
    .sort((a, b) => (view.down ? b.key - a.key : a.key - b.key) || a.place - b.place)
    .map(({ person }) => person)
  return sort === 'name' && view.down ? sorted.reverse() : sorted
}

/** Whether a person belongs to what is shown, on the decks given. */
export function fits(
  person: DashboardPerson,
  decks: readonly DashboardDeck[],
  show: Show,
  at: number,
): boolean {
  const answered = (deck: DashboardDeck) => standingIn(person, deck.id).answered
  switch (show) {
    case 'everybody':
      return true
    case 'not-started':
      return decks.every((deck) => answered(deck) === 0)
    case 'unfinished':
      return decks.some((deck) => answered(deck) < itemsOf(deck))
    case 'late':
      return decks.some(
        (deck) =>
          deck.dueAt !== undefined && deck.dueAt < at && standingIn(person, deck.id).byDue < itemsOf(deck),
      )
  }
}
