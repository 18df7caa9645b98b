import type { Root } from 'hast'
import { describe, expect, it } from 'vitest'
import type { MemoryNow, ShownVerdict } from './sent'
import { current, EMPTY, type Event, moved, reopens, type Session, stepsOver, undoable } from './session'
import type { ReviewItem, ReviewPage } from './wire'

const TEXT: Root = { type: 'root', children: [] }
const common = (name: string) => ({
  id: `deck/${name}`,
  name,
  hash: 'v1',
  deck: { id: 'deck', title: 'Deck', language: 'en', direction: 'ltr' as const },
  level: 'beginner' as const,
  why: 'due' as const,
  bookmarked: false,
  pictures: [],
})
const card = (name: string): ReviewItem => ({
  ...common(name),
  kind: 'card',
  front: TEXT,
  back: TEXT,
  minutes: { again: 1, hard: 6, good: 10, easy: 11520 },
})
const question = (name: string): ReviewItem => ({
  ...common(name),
  kind: 'question',
  stem: TEXT,
  several: false,
  options: [],
})
const page = (items: ReviewItem[], more: Partial<ReviewPage> = {}): ReviewPage => ({
  learner: { id: 'ada', name: 'Ada' },
  items,
  left: { due: items.length, learning: 0, fresh: 0 },
  seconds: { card: 10, question: 20, prompt: 60 },
  habits: { twoButtons: false, shortcuts: true },
  ...more,
})
const came = (items: ReviewItem[], more: Partial<Event & { is: 'came' }> = {}): Event => ({
  is: 'came',
  page: page(items),
  steps: 0,
  waiting: [],
  ...more,
})
const memory = (more: Partial<MemoryNow> = {}): MemoryNow => ({
  state: 'review',
  intervalDays: 4,
  dueAt: 5,
  lapses: 0,
  leech: false,
  ...more,
})
const verdict = (correct: boolean): ShownVerdict => ({
  kind: 'question',
  chosen: ['a'],
  correct,
  right: ['b'],
  feedback: [],
  explanation: TEXT,
})
const run = (...events: Event[]): Session => events.reduce(moved, EMPTY)
const show: Event = { is: 'shown' }
const grade = (attempt: string, word: 'forgot' | 'good' = 'good'): Event => ({
  is: 'graded',
  attempt,
  grade: word,
})
const check = (attempt: string): Event => ({ is: 'checked', attempt })
const names = ({ hand }: Session) => hand.map(({ name }) => name)

describe('a card', () => {
  it('gives way to the next as soon as it is graded', () => {
    const session = run(came([card('a'), card('b')]), show, grade('1'))
    expect(names(session)).toEqual(['b'])
    expect(session).toMatchObject({ phase: 'asked', left: 1 })
  })

  it('cannot be graded before it was shown, nor twice by a key held down', () => {
    const session = run(came([card('a'), card('b')]), grade('1'))
    expect(session.steps).toEqual([])
    expect(run(came([card('a'), card('b')]), show, grade('1'), grade('2')).steps).toHaveLength(1)
  })
})

describe('a question', () => {
  const answered = [came([question('q'), card('b')]), check('1')] as const

  it('shows its verdict, then gives way', () => {
    const session = run(...answered, {
      is: 'replied',
      attempt: '1',
      verdict: verdict(true),
      memory: memory(),
    })
    expect(session).toMatchObject({ phase: 'marked', memory: { intervalDays: 4 } })
    expect(session.steps).toMatchObject([{ kind: 'answered', recalled: true }])
    expect(names(moved(session, { is: 'next' }))).toEqual(['b'])
  })

  it('does not give way while it is being marked', () => {
    expect(names(run(...answered, { is: 'next' }))).toEqual(['q', 'b'])
  })

  it('is kept without a connection, and its verdict is told later', () => {
    const session = run(...answered, { is: 'kept' }, { is: 'next' })
    expect(names(session)).toEqual(['b'])
    const back = moved(session, { is: 'replied', attempt: '1', verdict: verdict(false), memory: memory() })
    expect(back.late).toMatchObject([{ item: { name: 'q' }, memory: { intervalDays: 4 } }])
    expect(back.phase).toBe('asked')
    // Nor told twice, when another tab says it again.
    expect(moved(back, { is: 'replied', attempt: '1', verdict: verdict(false) }).late).toHaveLength(1)
  })

  it('has a new interval when its learner says that it was right, and keeps its verdict', () => {
    const session = run(
      ...answered,
      { is: 'replied', attempt: '1', verdict: verdict(false), memory: memory({ intervalDays: 0 }) },
      { is: 'claimed' },
      { is: 'replied', attempt: '1', memory: memory({ intervalDays: 9 }) },
    )
    expect(session).toMatchObject({ claimed: true, phase: 'marked', memory: { intervalDays: 9 } })
    expect(session.verdict).toEqual(verdict(false))
  })

  it('keeps its verdict when a claim is not taken, and can be claimed again', () => {
    const replied: Event = { is: 'replied', attempt: '1', verdict: verdict(false), memory: memory() }
    const session = run(...answered, replied, { is: 'claimed' }, { is: 'claim-refused', attempt: '1' })
    expect(session).toMatchObject({ claimed: false, phase: 'marked', verdict: verdict(false) })
    const next = run(...answered, replied, { is: 'claimed' }, { is: 'next' })
    expect(moved(next, { is: 'claim-refused', attempt: '1' })).toEqual(next)
  })

  it('that no item takes says so and lets one go on', () => {
    const session = run(...answered, { is: 'refused', attempt: '1', message: 'It was changed.' })
    expect(session).toMatchObject({ phase: 'refused', refusal: 'It was changed.' })
    expect(names(moved(session, { is: 'next' }))).toEqual(['b'])
  })
})

describe('undo', () => {
  it('goes back as many cards as were graded', () => {
    const session = run(came([card('a'), card('b'), card('c')]), show, grade('1'), show, grade('2'))
    expect(undoable(session)).toMatchObject({ attempt: '2' })
    const once = moved(session, { is: 'undone' })
    expect(names(once)).toEqual(['b', 'c'])
    expect(once.phase).toBe('asked')
    const twice = moved(once, { is: 'undone' })
    expect(names(twice)).toEqual(['a', 'b', 'c'])
    expect(undoable(twice)).toBeUndefined()
    expect(moved(twice, { is: 'undone' })).toEqual(twice)
    expect(twice.left).toBe(3)
  })

  it('steps over a question whose key was shown, which stays answered', () => {
    const events = [came([card('a'), question('q'), card('c')]), show, grade('1'), check('2')]
    const marked = run(...events, { is: 'replied', attempt: '2', verdict: verdict(true) })
    for (const session of [marked, moved(marked, { is: 'next' })]) {
      expect(stepsOver(session)).toBe(true)
      const back = moved(session, { is: 'undone' })
      expect(names(back)).toEqual(['a', 'c'])
      expect(back.steps).toMatchObject([{ kind: 'answered', attempt: '2' }])
      expect(back.verdict).toBeUndefined()
    }
  })

  it('takes nothing back when there are only questions behind', () => {
    const session = run(came([question('q'), card('b')]), check('1'), { is: 'kept' }, { is: 'next' })
    expect(undoable(session)).toBeUndefined()
    expect(moved(session, { is: 'undone' })).toEqual(session)
  })

  it('brings back what was buried or suspended', () => {
    const session = run(came([card('a'), card('b')]), { is: 'put-away' })
    expect(names(session)).toEqual(['b'])
    expect(names(moved(session, { is: 'undone' }))).toEqual(['a', 'b'])
  })

  it('never opens a question again whose key was shown, though it was put away', () => {
    const session = run(
      came([question('q'), card('b')]),
      check('1'),
      { is: 'replied', attempt: '1', verdict: verdict(false) },
      { is: 'put-away' },
      show,
    )
    const step = undoable(session)
    expect(step).toMatchObject({ kind: 'put-away' })
    expect(step && reopens(session, step)).toBe(false)
    const back = moved(session, { is: 'undone' })
    expect(names(back)).toEqual(['b'])
    expect(back).toMatchObject({ phase: 'shown', left: session.left, steps: [{ kind: 'answered' }] })
    expect(undoable(back)).toBeUndefined()
    // One that was not answered comes back as it was.
    const unanswered = run(came([question('q'), card('b')]), { is: 'put-away' }, { is: 'undone' })
    expect(names(unanswered)).toEqual(['q', 'b'])
  })
})

describe('the queue as it comes', () => {
  it('replaces what follows the item before the learner, and never that', () => {
    const session = run(came([card('a'), card('b')]), show, came([card('c'), card('a'), card('d')]))
    expect(names(session)).toEqual(['a', 'c', 'd'])
    expect(session.phase).toBe('shown')
  })

  it('asks for nothing again that was answered since it was asked for, or waits to be sent', () => {
    const before = run(came([card('a'), card('b'), card('c')]))
    const answered = [show, grade('1'), show, grade('2')].reduce(moved, before)
    const session = moved(
      answered,
      came([card('a'), card('b'), card('d'), card('c'), card('e')], { waiting: ['deck/d'] }),
    )
    expect(names(session)).toEqual(['c', 'e'])
  })

  it('asks again for a card whose step is due, once the server knew its answer', () => {
    const session = run(
      came([card('a'), card('b')]),
      show,
      grade('1', 'forgot'),
      came([card('a')], { steps: 1 }),
    )
    expect(names(session)).toEqual(['b', 'a'])
  })

  it('goes on, after a reload, with the one that was before the learner', () => {
    expect(names(run(came([card('a'), card('b'), card('c')], { first: 'deck/b' })))).toEqual(['b', 'a', 'c'])
    expect(names(run(came([card('a')], { first: 'deck/gone' })))).toEqual(['a'])
  })

  it('counts what is left without what the server has not heard of', () => {
    const event = came([card('a'), card('b')], { waiting: ['deck/x'] }) as Event & { is: 'came' }
    const session = moved(EMPTY, {
      ...event,
      page: page([card('a')], { left: { due: 5, learning: 1, fresh: 4 } }),
    })
    expect(session.left).toBe(9)
  })

  it('knows the next learning step from the replies', () => {
    const session = run(came([card('a')]), show, grade('1', 'forgot'))
    const told = moved(session, {
      is: 'replied',
      attempt: '1',
      memory: memory({ intervalDays: 0, dueAt: 77 }),
    })
    expect(told.nextAt).toBe(77)
  })
})

describe('an item that keeps being forgotten', () => {
  const leech = memory({ leech: true, lapses: 8 })

  it('is offered once the item before the learner is done, and not in its middle', () => {
    const session = run(came([card('a'), card('b'), card('c')]), show, grade('1', 'forgot'))
    const told = moved(session, { is: 'replied', attempt: '1', memory: leech })
    expect(told.offering).toBe(false)
    const next = [show, grade('2')].reduce(moved, told)
    expect(next.offering).toBe(true)
    expect(next.leeches.map(({ item }) => item.name)).toEqual(['a'])
    expect(moved(next, { is: 'offer-taken' })).toMatchObject({ offering: false, leeches: [] })
  })

  it('is offered at the end when it was the last, though its reply comes after', () => {
    const session = run(came([card('a')]), show, grade('1', 'forgot'))
    const told = moved(session, { is: 'replied', attempt: '1', memory: leech })
    expect(told).toMatchObject({ offering: true, hand: [] })
    // The queue that is asked for at the end leaves the offer where it is, whatever it brings.
    expect(moved(told, came([], { steps: 1 })).offering).toBe(true)
    expect(moved(told, came([card('b')], { steps: 1 })).offering).toBe(true)
    // A queue that has nothing more is where an offer stands too that had waited for its item.
    expect(moved({ ...told, offering: false }, came([], { steps: 1 })).offering).toBe(true)
    expect(moved(told, { is: 'replied', attempt: '1', memory: memory() }).offering).toBe(false)
  })

  it('is not offered when its grade was taken back', () => {
    const session = run(came([card('a'), card('b')]), show, grade('1', 'forgot'))
    const back = moved(moved(session, { is: 'replied', attempt: '1', memory: leech }), { is: 'undone' })
    expect(back.leeches).toEqual([])
    expect(current(back)?.name).toBe('a')
  })
})

it('keeps a note and a bookmark with the item wherever it is', () => {
  const session = run(
    came([card('a'), card('b')]),
    { is: 'bookmarked', bookmarked: true },
    { is: 'noted', item: 'deck/a', text: 'mine' },
    show,
    grade('1'),
    { is: 'undone' },
  )
  expect(current(session)).toMatchObject({ bookmarked: true, note: 'mine' })
})
