import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS } from '../item'
import { DEFAULT_DIALS } from '../memory/dials'
import { type Fresh, type Known, orderQueue, type QueueFacts } from './queue'
import { shareConcept } from './spacing'

const NOW = Date.UTC(2026, 2, 2, 12)
const TODAY = '2026-03-02'
const MINUTE = 60_000

const known = (id: string, more: Partial<Known> = {}): Known => ({
  id,
  deckId: 'deck',
  kind: 'card',
  concepts: [],
  state: 'review',
  stability: 10,
  reviewedDay: '2026-02-20',
  askAt: NOW - MINUTE,
  revised: false,
  ...more,
})
const fresh = (id: string, more: Partial<Fresh> = {}): Fresh => ({
  id,
  deckId: 'deck',
  kind: 'card',
  concepts: [],
  ...more,
})
const facts = (more: Partial<QueueFacts> = {}): QueueFacts => ({
  known: [],
  fresh: [],
  limits: { newADay: 20, reviewsADay: 200, newOfDeck: new Map() },
  done: { added: 0, addedOfDeck: new Map(), reviews: 0 },
  dials: { ...DEFAULT_DIALS, timeZone: 'UTC', dayStartHour: 4 },
  seed: 'ada',
  today: TODAY,
  ...more,
})
const ids = (more: Partial<QueueFacts>) => orderQueue(facts(more), NOW).order.map(({ id }) => id)
const many = <T>(count: number, make: (number: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at))

describe('what comes first', () => {
  it('is what is being forgotten fastest, relative to what is wanted', () => {
    const items = [
      known('just due', { stability: 10 }),
      known('nearly lost', { stability: 0.5 }),
      known('fading', { stability: 3 }),
    ]
    expect(ids({ known: items })).toEqual(['nearly lost', 'fading', 'just due'])
  })

  it('is a step of learning whose minute has come, and never one whose minute has not', () => {
    const items = [
      known('due', { stability: 0.1 }),
      known('step', { state: 'learning', reviewedDay: TODAY, askAt: NOW }),
      known('early', { state: 'relearning', reviewedDay: TODAY, askAt: NOW + 1 }),
    ]
    const queue = orderQueue(facts({ known: items }), NOW)
    expect(queue.order.map(({ id, why }) => [id, why])).toEqual([
      ['step', 'learning'],
      ['due', 'due'],
    ])
    expect(queue.nextAt).toBe(NOW + 1)
  })

  it('is what an author revised, before it is due and saying why, once a day', () => {
    const later = { askAt: NOW + 9 * 86_400_000, revised: true }
    const items = [known('due'), known('revised', later), known('today', { ...later, reviewedDay: TODAY })]
    expect(orderQueue(facts({ known: items }), NOW).order).toMatchObject([
      { id: 'revised', why: 'revised' },
      { id: 'due', why: 'due' },
    ])
  })
})

describe('limits', () => {
  it('leave what is beyond them for another day, by urgency, and count what was done', () => {
    const items = many(50, (at) => known(`${at}`, { stability: at + 1 }))
    const done = { added: 0, addedOfDeck: new Map(), reviews: 7 }
    const queue = orderQueue(
      facts({ known: items, done, limits: { newADay: 20, reviewsADay: 10, newOfDeck: new Map() } }),
      NOW,
    )
    expect(queue.left).toEqual({ due: 3, learning: 0, fresh: 0 })
    expect(queue.order.map(({ id }) => id).sort()).toEqual(['0', '1', '2'])
  })

  it('hold new items in all and of each deck', () => {
    const items = many(40, (at) => fresh(`${at}`, { deckId: at < 20 ? 'a' : 'b' }))
    const limits = { newADay: 10, reviewsADay: 200, newOfDeck: new Map([['a', 3]]) }
    const ofDeck = (deck: string, added = new Map<string, number>()) => {
      const done = { added: added.get('a') ?? 0, addedOfDeck: added, reviews: 0 }
      return orderQueue(facts({ fresh: items, limits, done }), NOW).order.filter(
        ({ deckId }) => deckId === deck,
      ).length
    }
    expect([ofDeck('a'), ofDeck('b')]).toEqual([3, 7])
    expect([ofDeck('a', new Map([['a', 2]])), ofDeck('b', new Map([['a', 2]]))]).toEqual([1, 7])
  })

  it('of a plan after a break hold reviews down and let nothing new come, until it is done', () => {
    const limits = { newADay: 20, reviewsADay: 200, catchUpADay: 12, newOfDeck: new Map() }
    const some = [fresh('new')]
    const left = (count: number, reviews: number) =>
      orderQueue(
        facts({
          known: many(count, (at) => known(`${at}`)),
          fresh: some,
          limits,
          done: { added: 0, addedOfDeck: new Map(), reviews },
        }),
        NOW,
      ).left
    expect(left(50, 0)).toMatchObject({ due: 12, fresh: 0 })
    expect(left(45, 5)).toMatchObject({ due: 7, fresh: 0 })
    expect(left(12, 0)).toMatchObject({ due: 12, fresh: 1 })
  })
})

it('spreads new items among the reviews, also when part of the day is done', () => {
  const queue = (reviewsDone: number, added: number) =>
    orderQueue(
      facts({
        known: many(40 - reviewsDone, (at) => known(`k${at}`)),
        fresh: many(10 - added, (at) => fresh(`n${at}`)),
        done: { added, addedOfDeck: new Map([['deck', added]]), reviews: reviewsDone },
        limits: { newADay: 10, reviewsADay: 200, newOfDeck: new Map() },
      }),
      NOW,
    ).order.map(({ why }) => why)
  for (const whys of [queue(0, 0), queue(20, 5)]) {
    const places = whys.flatMap((why, at) => (why === 'new' ? [at] : []))
    const gaps = places.slice(1).map((at, index) => at - (places[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(6)
  }
})

it('mixes decks and kinds that are as urgent as each other', () => {
  const items = many(60, (at) => known(`${at}`, { deckId: `deck-${at % 3}`, kind: KINDS[at % 2] ?? 'card' }))
  const { order } = orderQueue(facts({ known: items }), NOW)
  const alike = order.filter((item, at) => item.deckId === order[at - 1]?.deckId)
  expect(alike.length).toBeLessThan(6)
})

const anyKnown = fc.record({
  deckId: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constantFrom(...KINDS),
  concepts: fc.subarray(['x', 'y', 'z']),
  state: fc.constantFrom('learning', 'review', 'relearning'),
  stability: fc.double({ min: 0.05, max: 400, noNaN: true }),
  reviewedDay: fc.constantFrom('2026-01-01', '2026-02-28', TODAY),
  askAt: fc.integer({ min: -5, max: 5 }).map((minutes) => NOW + minutes * MINUTE),
  revised: fc.boolean(),
})
const anyFacts = fc
  .record({
    known: fc.array(anyKnown, { maxLength: 40 }),
    fresh: fc.array(
      fc.record({
        deckId: fc.constantFrom('a', 'b', 'c'),
        kind: fc.constantFrom(...KINDS),
        concepts: fc.subarray(['x', 'y', 'z']),
      }),
      { maxLength: 30 },
    ),
    newADay: fc.nat(25),
    reviewsADay: fc.nat(60),
    ofA: fc.nat(10),
    added: fc.nat(5),
    reviews: fc.nat(30),
  })
  .map((any) =>
    facts({
      known: any.known.map((item, at) => ({ ...item, id: `k${at}` }) as Known),
      fresh: any.fresh.map((item, at) => ({ ...item, id: `n${at}` })),
      limits: {
        newADay: any.newADay,
        reviewsADay: any.reviewsADay,
        newOfDeck: new Map([['a', any.ofA]]),
      },
      done: { added: any.added, addedOfDeck: new Map([['a', any.added]]), reviews: any.reviews },
    }),
  )

describe('whatever the facts', () => {
  it('asks each item once, none before its time, none beyond a limit, and says how many', () => {
    fc.assert(
      fc.property(anyFacts, (some) => {
        const { order, left } = orderQueue(some, NOW)
        expect(new Set(order.map(({ id }) => id)).size).toBe(order.length)
        const byId = new Map(some.known.map((item) => [item.id, item]))
        for (const { id, why } of order) {
          const item = byId.get(id)
          if (why === 'new') expect(item).toBeUndefined()
          else if (why === 'revised') expect(item?.revised).toBe(true)
          else expect(item?.askAt).toBeLessThanOrEqual(NOW)
        }
        const count = (...whys: string[]) => order.filter(({ why }) => whys.includes(why)).length
        expect(left).toEqual({
          due: count('due', 'revised'),
          learning: count('learning'),
          fresh: count('new'),
        })
        const { limits, done } = some
        expect(left.due).toBeLessThanOrEqual(Math.max(limits.reviewsADay - done.reviews, 0))
        expect(left.fresh).toBeLessThanOrEqual(Math.max(limits.newADay - done.added, 0))
        const ofA = order.filter(({ why, deckId }) => why === 'new' && deckId === 'a').length
        expect(ofA).toBeLessThanOrEqual(Math.max((limits.newOfDeck.get('a') ?? 0) - done.added, 0))
      }),
    )
  })

  it('lets two of one concept follow each other only when nothing else is left', () => {
    fc.assert(
      fc.property(anyFacts, (some) => {
        const order = orderQueue(some, NOW).order.map((item) => ({ ...item, group: 0 }))
        order.forEach((item, at) => {
          const before = order[at - 1]
          if (!before || !shareConcept(before, item)) return
          expect(order.slice(at).every((other) => shareConcept(before, other))).toBe(true)
        })
      }),
    )
  })

  it('gives the same order for the same facts in any order, and another one to another learner', () => {
    fc.assert(
      fc.property(anyFacts, (some) => {
        const turned = { ...some, known: [...some.known].reverse() }
        const steps = (queue: ReturnType<typeof orderQueue>) =>
          queue.order.filter(({ why }) => why !== 'learning')
        // Steps due at the same moment have no order of their own.
        const distinct = new Set(some.known.map(({ askAt }) => askAt)).size === some.known.length
        if (distinct) expect(orderQueue(turned, NOW)).toEqual(orderQueue(some, NOW))
        else expect(new Set(steps(orderQueue(turned, NOW)))).toEqual(new Set(steps(orderQueue(some, NOW))))
      }),
    )
    const items = many(30, (at) => known(`${at}`))
    expect(ids({ known: items, seed: 'ben' })).not.toEqual(ids({ known: items }))
    expect(ids({ known: items, today: '2026-03-03' })).not.toEqual(ids({ known: items }))
  })

  it('goes on where it was when the first was answered', () => {
    const items = many(40, (at) => known(`k${at}`, { deckId: `deck-${at % 4}` }))
    const news = many(10, (at) => fresh(`n${at}`, { deckId: `deck-${at % 4}` }))
    const done = { added: 0, addedOfDeck: new Map<string, number>(), reviews: 0 }
    let [known_, fresh_] = [items, news]
    let before = orderQueue(facts({ known: known_, fresh: fresh_, done }), NOW).order
    for (let answered = 0; answered < 30; answered += 1) {
      const [first, ...rest] = before
      if (!first) throw new Error('There was more to ask.')
      known_ = known_.filter(({ id }) => id !== first.id)
      fresh_ = fresh_.filter(({ id }) => id !== first.id)
      if (first.why === 'new') {
        done.added += 1
        done.addedOfDeck.set(first.deckId, (done.addedOfDeck.get(first.deckId) ?? 0) + 1)
      } else done.reviews += 1
      before = orderQueue(facts({ known: known_, fresh: fresh_, done, previous: first }), NOW).order
      expect(before.map(({ id }) => id)).toEqual(rest.map(({ id }) => id))
    }
  })
})
