import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dashboard, DashboardPerson, DeckStanding } from './dashboard'
import { NOTHING_DONE } from './dashboard'
import { notices } from './notices'
import { arrange, COLUMNS, columnsOf, readView, SHOWS, sortedBy, type View, viewParams } from './view'

const NOW = Date.UTC(2026, 11, 3, 12)
const DAY = 86_400_000
const person = (name: string, deck?: Partial<DeckStanding>, lastAt?: number): DashboardPerson => ({
  id: name.toLowerCase(),
  name,
  ...(lastAt && { lastAt }),
  decks: deck ? { kettles: { ...NOTHING_DONE, ...deck } } : {},
})
const dashboard = (people: DashboardPerson[], dueAt?: number): Dashboard => ({
  id: 'class',
  name: 'Evening course',
  archived: false,
  at: NOW,
  timeZone: 'UTC',
  decks: [
    {
      id: 'kettles',
      title: 'Kettles',
      ...(dueAt && { dueAt }),
      cards: 2,
      questions: 1,
      prompts: 0,
      concepts: 0,
    },
  ],
  people,
  missed: [],
})
const view = (more: Partial<View> = {}): View => ({ ...readView({}), ...more })
const names = (one: Dashboard, more: Partial<View>) => arrange(one, view(more)).map(({ name }) => name)

describe('the view that an address says', () => {
  it('is read back from its own parameters', () => {
    const views = fc.record({
      sort: fc.oneof(
        fc.constantFrom('name' as const, 'active' as const),
        fc.record({ deck: fc.constantFrom('kettles', 'what-is-mlops'), column: fc.constantFrom(...COLUMNS) }),
      ),
      down: fc.boolean(),
      show: fc.constantFrom(...SHOWS),
      named: fc.constantFrom('', 'ad', 'Ä b'),
    })
    fc.assert(
      fc.property(views, (one) => {
        expect(readView(viewParams(one))).toEqual(one)
      }),
    )
    expect(viewParams(view())).toEqual({})
  })

  it.each([
    [{ sort: 'kettles.password', show: 'secrets' }],
    [{ sort: '..', deck: 'x' }],
    [{ sort: '', show: '' }],
  ])('takes %o for nothing', (params) => expect(readView(params)).toEqual(view()))

  it('takes the first of a parameter sent twice', () =>
    expect(readView({ sort: ['-active', 'name'] })).toMatchObject({ sort: 'active', down: true }))
})

describe('people in a view', () => {
  const people = [
    person('Ada', { known: 2, answered: 3, byDue: 3 }, NOW),
    person('Bo', { known: 1, answered: 1 }, NOW - DAY),
    person('Cy', { known: 1, answered: 2, byDue: 2 }, NOW - 2 * DAY),
    person('Di'),
  ]
  const all = dashboard(people, NOW - DAY)

  it.each<[Partial<View>, string[]]>([
    [{}, ['Ada', 'Bo', 'Cy', 'Di']],
    [{ down: true }, ['Di', 'Cy', 'Bo', 'Ada']],
    [{ sort: 'active' }, ['Di', 'Cy', 'Bo', 'Ada']],
    [{ sort: { deck: 'kettles', column: 'known' } }, ['Di', 'Bo', 'Cy', 'Ada']],
    [{ sort: { deck: 'kettles', column: 'known' }, down: true }, ['Ada', 'Bo', 'Cy', 'Di']],
    [{ sort: { deck: 'gone', column: 'known' } }, ['Ada', 'Bo', 'Cy', 'Di']],
    [{ show: 'not-started' }, ['Di']],
    [{ show: 'unfinished' }, ['Bo', 'Cy', 'Di']],
    [{ show: 'late' }, ['Bo', 'Cy', 'Di']],
    [{ named: 'A' }, ['Ada']],
    [{ show: 'late', deck: 'gone' }, []],
  ])('%o are %o', (more, expected) => expect(names(all, more)).toEqual(expected))

  it('is nobody late before the due date, or without one', () => {
    expect(names(dashboard(people, NOW + DAY), { show: 'late' })).toEqual([])
    expect(names(dashboard(people), { show: 'late' })).toEqual([])
  })

  it('has columns only where there is something to count', () => {
    const [deck] = all.decks
    expect(deck && columnsOf(deck)).toEqual(['known', 'first', 'ever', 'due'])
    const [undated] = dashboard(people).decks
    expect(undated && columnsOf(undated)).toEqual(['known', 'first', 'ever'])
  })

  it('turns round when the same heading is chosen again', () => {
    const once = sortedBy(view(), 'active')
    expect([once.down, sortedBy(once, 'active').down, sortedBy(once, 'name').down]).toEqual([
      false,
      true,
      false,
    ])
  })
})

describe('what to know today', () => {
  it('says nothing without people, and nothing when all is well', () => {
    expect(notices(dashboard([]))).toEqual([])
    expect(notices(dashboard([person('Ada', { answered: 3, byDue: 3 })], NOW - DAY))).toEqual([])
  })

  it('says who is late once it was due, and who has not started before', () => {
    const people = [person('Ada', { answered: 3, byDue: 3 }), person('Bo'), person('Cy')]
    expect(notices(dashboard(people, NOW - DAY))).toEqual([
      {
        text: '2 of 3 did not answer everything in Kettles in time.',
        evidence: 'It was due on Wednesday, 2 December; 2 have not started.',
        see: { view: { show: 'late', deck: 'kettles' } },
      },
    ])
    expect(notices(dashboard(people, NOW + DAY))[0]).toMatchObject({
      text: '2 of 3 have not started Kettles.',
      evidence: 'It is due on Friday, 4 December.',
    })
    expect(notices(dashboard([person('Bo'), person('Cy')], NOW - DAY))[0]?.text).toBe(
      'None of 2 answered everything in Kettles in time.',
    )
    expect(notices(dashboard([person('Bo'), person('Cy')]))[0]?.text).toBe('None of 2 has started Kettles.')
    expect(notices(dashboard([person('Bo'), person('Cy', { answered: 1 })]))[0]?.text).toBe(
      '1 of 2 has not started Kettles.',
    )
  })

  it('names the item missed most, when enough have tried it', () => {
    const missed = {
      id: 'kettles/whistle',
      deckId: 'kettles',
      name: 'whistle',
      kind: 'question' as const,
      asked: 'Why does a kettle whistle?',
      answers: [],
    }
    const people = [person('Ada', { answered: 3, byDue: 3 })]
    const base = dashboard(people)
    const with_ = (tried: number, facility: number) =>
      notices({
        ...base,
        missed: [{ ...missed, tried, missed: Math.round(tried * (1 - facility)), facility }],
      })
    expect(with_(2, 0)).toEqual([])
    expect(with_(10, 0.6)).toEqual([])
    expect(with_(10, 0.3)).toMatchObject([
      {
        text: 'Most missed: Why does a kettle whistle?',
        evidence: '7 of 10 missed it at the first attempt.',
      },
    ])
  })
})
