import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addDeck, addLearner } from '@/db/fixtures'
import * as tables from '@/db/schema'
import { type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import type { Learner } from '@/lib/identity'
import type { Reply } from '@/lib/rules/review/sent'

const request = vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one'
  process.env.APP_URL = 'http://localhost:3000'
  return { cookies: new Map<string, string>() }
})
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    getAll: () => [...request.cookies].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string) => request.cookies.set(name, value),
  }),
}))
const { startSession } = await import('@/lib/auth')
const { POST } = await import('./route')

let world: TemporaryDatabase
let ada: Learner
beforeEach(async () => {
  world = await temporaryDatabase()
  ;(globalThis as { recallDatabase?: unknown }).recallDatabase = Promise.resolve(world.db)
  await addDeck(world.db, 'deck', 2)
  ada = await addLearner(world.db, 'Ada')
  request.cookies.clear()
  await startSession(ada)
})
afterEach(() => world.cleanup())

const OURS = { 'content-type': 'application/json', origin: 'http://localhost:3000', host: 'localhost:3000' }
const post = (body: unknown, headers: Record<string, string> = OURS) =>
  POST(
    new Request('http://localhost:3000/api/attempts', {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )
const send = async (...facts: object[]): Promise<Reply[]> => {
  const response = await post({ facts })
  expect(response.status).toBe(200)
  return (await response.json()).replies
}

const NOW = Date.now()
const attempt = (item: string, answer: object, more: object = {}) => ({
  fact: 'attempt',
  id: randomUUID(),
  learner: ada.id,
  item,
  hash: 'v1',
  answer,
  context: 'review',
  answeredAt: NOW,
  ...more,
})
const graded = (grade = 'good', more: object = {}) => attempt('deck/card-1', { kind: 'card', grade }, more)
const chosen = (id: string, more: object = {}) =>
  attempt('deck/question-1', { kind: 'question', chosen: [id] }, more)
const judged = (of: { id: string; item: string }, judgement: string, more: object = {}) => ({
  fact: 'judgement',
  id: randomUUID(),
  learner: ada.id,
  item: of.item,
  attempt: of.id,
  judgement,
  madeAt: NOW,
  ...more,
})
/** Later ones a little later, as people are. */
let moments = 0
const shelved = (shelving: string, item = 'deck/card-1') => ({
  fact: 'shelving',
  id: randomUUID(),
  learner: ada.id,
  item,
  shelving,
  madeAt: NOW - 1000 + moments++,
})
const note = (text: string, madeAt = NOW, item = 'deck/card-1') => ({
  fact: 'note',
  id: randomUUID(),
  learner: ada.id,
  item,
  text,
  madeAt,
})

const reported = (text: unknown, more: object = {}) => ({
  fact: 'report',
  id: randomUUID(),
  learner: ada.id,
  item: 'deck/card-1',
  hash: 'v1',
  text,
  madeAt: NOW,
  ...more,
})

const stored = () => world.db.select().from(tables.attempts)

describe('an answer', () => {
  it('is stored with all that came with it, and its memory comes back', async () => {
    const fact = graded('good', { certainty: 'sure', durationMs: 4200, studySession: randomUUID() })
    const [reply] = await send(fact)
    expect(reply).toMatchObject({
      id: fact.id,
      ok: true,
      memory: { state: 'learning', intervalDays: 0, leech: false },
    })
    expect(reply).not.toHaveProperty('verdict')
    expect(await stored()).toMatchObject([
      { id: fact.id, learnerId: ada.id, context: 'review', certainty: 'sure', durationMs: 4200 },
    ])
  })

  it('to a question brings the keys of that question alone, as trees', async () => {
    const [reply] = await send(chosen('a', { order: ['d', 'b', 'a', 'c'] }))
    expect(reply).toMatchObject({
      ok: true,
      verdict: {
        kind: 'question',
        correct: false,
        chosen: ['a'],
        right: ['b'],
        explanation: { type: 'root' },
      },
    })
    const text = JSON.stringify(reply)
    expect(text).toContain('About a')
    expect(text).not.toMatch(/About [bcd]/)
    expect(await stored()).toMatchObject([{ optionOrder: ['d', 'b', 'a', 'c'] }])
  })

  it('to a prompt names what was covered, hints at what was not, and gives the model answer', async () => {
    const text = 'It turns light into sugar.'
    const [reply] = await send(attempt('deck/prompt-1', { kind: 'prompt', text }, { hints: ['hint'] }))
    expect(reply).toMatchObject({
      verdict: { kind: 'prompt', covered: [{ id: 'sugar' }], missed: [{ id: 'oxygen' }], total: 2 },
    })
    expect(JSON.stringify(reply)).not.toContain('Oxygen is set free')
  })

  it('sent twice is one, and is answered with what is stored', async () => {
    const fact = chosen('b')
    const [first] = await send(fact)
    const [second] = await send({ ...fact, answer: { kind: 'question', chosen: ['a'] } })
    expect(second).toEqual(first)
    expect(await stored()).toHaveLength(1)
  })

  it('cannot pass for graded work', async () => {
    const [reply] = await send(graded('good', { context: 'graded' }))
    expect(reply).toMatchObject({ ok: false, reason: 'invalid' })
    expect(await stored()).toEqual([])
  })

  it('given as extra practice is kept, and moves no memory', async () => {
    const [reply] = await send(graded('good', { context: 'extra' }))
    expect(reply).toMatchObject({ ok: true })
    expect(reply).not.toHaveProperty('memory')
    expect(await stored()).toMatchObject([{ context: 'extra' }])
  })

  it('to what is not there is refused for good, and does not hold up the rest', async () => {
    const [gone, broken, good] = await send(
      graded('good', { hash: 'v0' }),
      { id: 'x', fact: 'nonsense' },
      graded(),
    )
    expect(gone).toMatchObject({ ok: false, reason: 'gone' })
    expect(broken).toMatchObject({ id: 'x', ok: false, reason: 'invalid' })
    expect(good).toMatchObject({ ok: true })
  })
})

describe('afterwards', () => {
  it('a grade is taken back, and only a grade', async () => {
    const [card, question] = [graded('forgot'), chosen('a')]
    await send(card, question)
    const replies = await send(judged(card, 'withdrawn'), judged(question, 'withdrawn'))
    expect(replies).toMatchObject([{ ok: true }, { ok: false, reason: 'invalid' }])
    expect(replies[0]).not.toHaveProperty('memory')
  })

  it('an answer is claimed to be right, but no grade', async () => {
    const [card, question] = [graded('forgot'), chosen('a')]
    const before = await send(card, question)
    const replies = await send(judged(question, 'claimed'), judged(card, 'claimed'))
    expect(replies).toMatchObject([
      { ok: true, memory: { state: 'learning' } },
      { ok: false, reason: 'invalid' },
    ])
    const due = (reply: Reply | undefined) => (reply?.ok && reply.memory?.dueAt) || 0
    expect(due(replies[0])).toBeGreaterThan(due(before[1]))
    // What a class sees stays.
    const marks = (await stored()).filter(({ kind }) => kind === 'question').map(({ mark }) => mark)
    expect(marks).toEqual([0])
  })

  it('an item is put away and taken up again', async () => {
    const suspended = async () =>
      (await world.db.select().from(tables.snapshots)).map(({ suspended, bookmarked }) => [
        suspended,
        bookmarked,
      ])
    await send(graded(), shelved('suspended'), shelved('bookmarked'))
    expect(await suspended()).toEqual([[1, 1]])
    await send(shelved('resumed'), shelved('unmarked'))
    expect(await suspended()).toEqual([[0, 0]])
  })

  it('of two devices’ words on an item the later ones stay, whichever arrive last', async () => {
    await send(note('second', NOW - 1000))
    await send(note('first', NOW - 2000))
    const texts = async () => (await world.db.select().from(tables.notes)).map(({ text }) => text)
    expect(await texts()).toEqual(['second'])
    // A clock that runs ahead does not freeze the note.
    await send(note('from a fast clock', NOW + 86_400_000))
    await send(note('', Date.now() + 1))
    expect(await texts()).toEqual([''])
    expect(await send(note('x', NOW, 'deck/nothing'))).toMatchObject([{ ok: false, reason: 'gone' }])
  })
})

describe('a report of a mistake', () => {
  const reports = () => world.db.select().from(tables.reports)

  it('is kept as it was typed, once however often it is sent, and moves nothing', async () => {
    const fact = reported(' The **back** is <b>wrong</b>\r\nand [so](javascript:alert(1)) is this\u0000 ')
    expect(await send(fact, fact)).toEqual([
      { id: fact.id, ok: true },
      { id: fact.id, ok: true },
    ])
    expect(await reports()).toMatchObject([
      {
        learnerId: ada.id,
        text: 'The **back** is <b>wrong</b>\nand [so](javascript:alert(1)) is this',
        state: 'open',
      },
    ])
    expect(await world.db.select().from(tables.snapshots)).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \r\n\t '],
    ['characters that do not show', '\u0000\u0007'],
    ['2,001 characters', 'x'.repeat(2001)],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['no text', { toString: 'x' }],
  ])('of %s is refused for good', async (_, text) => {
    expect(await send(reported(text))).toMatchObject([{ ok: false, reason: 'invalid' }])
    expect(await reports()).toEqual([])
  })

  it('may have 2,000 characters, each line end being one', async () => {
    expect(await send(reported(`${'x\r\n'.repeat(999)}xx`))).toMatchObject([{ ok: true }])
  })

  it('of what was never served is refused for good, and what follows is taken', async () => {
    const replies = await send(reported('x', { hash: 'v9' }), reported('x', { item: 'no/such' }), graded())
    expect(replies).toMatchObject([{ reason: 'gone' }, { reason: 'gone' }, { ok: true }])
  })

  it('is one of thirty an hour; what was answered after one too many is taken all the same', async () => {
    for (let round = 0; round < 3; round += 1)
      await send(...Array.from({ length: 10 }, (_, at) => reported(`${round} ${at}`)))
    const replies = await send(reported('One too many'), graded())
    expect(replies).toMatchObject([{ ok: false, reason: 'invalid' }, { ok: true }])
    expect(await reports()).toHaveLength(1)
  })

  it('is nobody else’s', async () => {
    const ben = await addLearner(world.db, 'Ben')
    expect(await send(reported('x', { learner: ben.id }))).toMatchObject([{ reason: 'other-learner' }])
    expect(await reports()).toEqual([])
  })
})

describe('who may', () => {
  it('nobody does anything signed out, or in a session that has ended', async () => {
    const cookies = [...request.cookies]
    request.cookies.clear()
    expect((await post({ facts: [graded()] })).status).toBe(401)
    request.cookies = new Map(cookies)
    await world.db.update(tables.learners).set({ sessionVersion: 2 })
    expect(await send(graded(), note('mine'))).toMatchObject([{ ok: false, reason: 'signed-out' }])
    expect(await stored()).toEqual([])
  })

  it('nobody sends as somebody else, and what follows is not tried', async () => {
    const ben = await addLearner(world.db, 'Ben')
    const replies = await send(graded('good', { learner: ben.id }), graded())
    expect(replies).toMatchObject([{ ok: false, reason: 'other-learner' }])
    expect(await stored()).toEqual([])
  })

  it('nobody judges somebody else’s answer', async () => {
    const card = graded('forgot')
    await send(card)
    const ben = await addLearner(world.db, 'Ben')
    request.cookies.clear()
    await startSession(ben)
    expect(await send(judged(card, 'withdrawn', { learner: ben.id }))).toMatchObject([
      { ok: false, reason: 'invalid' },
    ])
    expect(await world.db.select().from(tables.judgements)).toEqual([])
  })

  it.each([
    ['another site', { ...OURS, origin: 'https://evil.example' }],
    ['a form', { ...OURS, 'content-type': 'text/plain' }],
    ['no page at all', { 'content-type': 'application/json', host: 'localhost:3000' }],
  ])('what comes from %s finds nothing here', async (_, headers) => {
    expect((await post({ facts: [graded()] }, headers)).status).toBe(404)
    expect(await stored()).toEqual([])
  })

  it('a request that is none of ours, or too long, is refused whole', async () => {
    for (const body of ['no json', {}, { facts: 'x' }, { facts: Array.from({ length: 21 }, () => graded()) }])
      expect((await post(body)).status).toBe(400)
    expect(await stored()).toEqual([])
  })

  it('a flood is held up', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 140 }, async () => (await post({ facts: [] })).status),
    )
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(120)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(5)
  })
})
