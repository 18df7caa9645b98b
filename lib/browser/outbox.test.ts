import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Reply, SentFact } from '@/lib/rules/review/sent'
import { Outbox } from './outbox'
import { openStore } from './outbox-store'
import type { Posted } from './post-facts'

const fact = (id: string, more: object = {}): SentFact => ({
  fact: 'attempt',
  id,
  learner: 'ada',
  item: 'deck/card',
  hash: 'v1',
  answer: { kind: 'card', grade: 'good' },
  context: 'review',
  answeredAt: 1,
  ...more,
})
const ok = (facts: readonly SentFact[]): Posted => ({
  came: 'replies',
  replies: facts.map(({ id }) => ({ id, ok: true })),
})

/** A server that can go away, and remembers what came. */
function server() {
  const told = { up: true, came: [] as string[], calls: 0, answer: ok }
  return Object.assign(told, {
    post: async (facts: readonly SentFact[]): Promise<Posted> => {
      told.calls += 1
      if (!told.up) return { came: 'lost' }
      const posted = told.answer(facts)
      if (posted.came === 'replies') told.came.push(...posted.replies.map(({ id }) => id))
      return posted
    },
  })
}

const opened: Outbox[] = []
const open = (post: (facts: readonly SentFact[]) => Promise<Posted>, more: object = {}, learner = 'ada') => {
  const outbox = new Outbox(learner, { post, ...more })
  opened.push(outbox)
  return outbox
}
const ids = async (outbox: Outbox) => (await outbox.unsent()).map(({ id }) => id)

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  for (const outbox of opened.splice(0)) outbox.close()
  vi.useRealTimers()
})

describe('an outbox', () => {
  it('sends facts in the order in which they were put, and keeps none that arrived', async () => {
    const there = server()
    const outbox = open(there.post)
    await Promise.all(['1', '2', '3'].map((id) => outbox.put(fact(id))))
    await vi.waitFor(() => expect(there.came).toEqual(['1', '2', '3']))
    await vi.waitFor(() => expect(outbox.state()).toMatchObject({ facts: 0, failing: false, lasting: true }))
    expect(await ids(outbox)).toEqual([])
  })

  it('keeps facts while there is no server, says so, and sends them by itself under the same ids', async () => {
    const there = server()
    there.up = false
    const outbox = open(there.post)
    await outbox.put(fact('1'))
    await outbox.put({ ...fact('2'), fact: 'note', text: 'mine', madeAt: 1 } as SentFact)
    await vi.waitFor(() => expect(outbox.state()).toMatchObject({ answers: 1, facts: 2, failing: true }))
    there.up = true
    await vi.waitFor(() => expect(there.came).toEqual(['1', '2']), 4000)
    expect(outbox.state()).toMatchObject({ facts: 0, failing: false })
  })

  it('outlives its tab: what was not sent is sent by the next', async () => {
    const there = server()
    there.up = false
    const first = open(there.post)
    await first.put(fact('1'))
    await vi.waitFor(() => expect(there.calls).toBe(1))
    first.close()
    there.up = true
    const second = open(there.post)
    expect(await ids(second)).toEqual(['1'])
    await second.send()
    expect(there.came).toEqual(['1'])
  })

  it('never sends what somebody else left in this browser', async () => {
    const there = server()
    there.up = false
    const hers = open(there.post)
    await hers.put(fact('1'))
    hers.close()
    there.up = true
    const his = open(there.post, {}, 'grace')
    await his.put(fact('2', { learner: 'grace' }))
    await vi.waitFor(() => expect(there.came).toEqual(['2']))
    expect(await ids(open(there.post))).toEqual(['1'])
  })

  it('drops what no item takes, says which, and sends the rest', async () => {
    const there = server()
    there.answer = (facts) => ({
      came: 'replies',
      replies: facts.map(({ id }) =>
        id === '1' ? { id, ok: false, reason: 'gone', message: 'It was removed.' } : { id, ok: true },
      ),
    })
    const outbox = open(there.post)
    const heard: [string, Reply][] = []
    outbox.onHeard(({ id }, reply) => heard.push([id, reply]))
    await outbox.put(fact('1'))
    await outbox.put(fact('2'))
    await vi.waitFor(() => expect(heard.map(([id]) => id)).toEqual(['1', '2']))
    expect(heard[0]?.[1]).toMatchObject({ ok: false, message: 'It was removed.' })
    expect(await ids(outbox)).toEqual([])
  })

  it('keeps what a busy server did not take, and what comes after it', async () => {
    const there = server()
    there.answer = (facts) => ({
      came: 'replies',
      replies: [{ id: facts[0]?.id ?? '', ok: false, reason: 'busy', message: 'Busy.' }],
    })
    const outbox = open(there.post)
    await outbox.put(fact('1'))
    await outbox.put(fact('2'))
    await vi.waitFor(() => expect(outbox.state().failing).toBe(true))
    expect(await ids(outbox)).toEqual(['1', '2'])
  })

  it.each([
    ['signed-out', { came: 'refused', reason: 'signed-out' } as Posted],
    [
      'other-learner',
      { came: 'replies', replies: [{ id: '1', ok: false, reason: 'other-learner', message: '' }] } as Posted,
    ],
  ])('stops and keeps everything when the learner is %s', async (stopped, posted) => {
    const there = server()
    there.answer = () => posted
    const outbox = open(there.post)
    await outbox.put(fact('1'))
    await vi.waitFor(() => expect(outbox.state()).toMatchObject({ stopped, facts: 1 }))
    expect(await ids(outbox)).toEqual(['1'])
    await new Promise((resolve) => setTimeout(resolve, 1600))
    expect(there.calls).toBe(1)
  })

  it('sends no more in one request than it takes', async () => {
    const sizes: number[] = []
    const outbox = open(async (facts) => {
      sizes.push(facts.length)
      return ok(facts)
    })
    const store = await openStore()
    for (let at = 0; at < 45; at += 1) await store.add(fact(`${at}`))
    await outbox.send()
    expect(sizes).toEqual([20, 20, 5])
    for (let at = 0; at < 3; at += 1)
      await store.add(fact(`long ${at}`, { answer: { kind: 'prompt', text: 'x'.repeat(40_000) } }))
    await outbox.send()
    expect(sizes.slice(3)).toEqual([1, 1, 1])
  })

  it('lets one tab send at a time, and tells the other what became of its facts', async () => {
    let turn = Promise.resolve()
    const alone = (work: () => Promise<void>) => {
      turn = turn.then(work)
      return turn
    }
    let going = 0
    const there = server()
    const post = async (facts: readonly SentFact[]) => {
      going += 1
      expect(going).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 5))
      going -= 1
      return there.post(facts)
    }
    const [one, other] = [open(post, { alone }), open(post, { alone })]
    const heard: string[] = []
    other.onHeard(({ id }) => heard.push(id))
    await Promise.all([one.put(fact('1')), other.put(fact('2')), one.put(fact('3'))])
    await vi.waitFor(() => expect(heard.sort()).toEqual(['1', '2', '3']))
    expect([...there.came].sort()).toEqual(['1', '2', '3'])
  })

  it('waits longer after every try that failed, up to a minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    const waits = vi.spyOn(globalThis, 'setTimeout')
    const memory: SentFact[] = [fact('1')]
    const outbox = open(async () => ({ came: 'lost' }), {
      store: async () => ({
        lasting: true,
        all: async () => memory,
        add: async () => {},
        remove: async () => {},
      }),
    })
    for (let failed = 0; failed < 9; failed += 1) await outbox.send()
    const asked = waits.mock.calls.map(([, wait]) => wait)
    expect(asked).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1000))
    vi.restoreAllMocks()
  })
})

it('says that nothing lasts where the browser keeps nothing, and sends all the same', async () => {
  // @ts-expect-error Firefox in a private window of old, or a policy.
  globalThis.indexedDB = undefined
  const there = server()
  there.up = false
  const outbox = open(there.post)
  await outbox.put(fact('1'))
  await vi.waitFor(() => expect(outbox.state()).toMatchObject({ lasting: false, facts: 1, failing: true }))
  there.up = true
  await outbox.send()
  expect(there.came).toEqual(['1'])
})

it('holds in the page itself what a full disk does not take', async () => {
  const store = await openStore()
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('The disk is full.', 'QuotaExceededError')
  })
  await store.add(fact('1'))
  add.mockRestore()
  expect(store.lasting).toBe(false)
  expect((await store.all('ada')).map(({ id }) => id)).toEqual(['1'])
  await store.remove(['1'])
  expect(await store.all('ada')).toEqual([])
})

it('leaves nothing of a learner who signs out, and everything of the others', async () => {
  const store = await openStore()
  await store.add(fact('1'))
  await store.add(fact('2', { learner: 'grace' }))
  await store.forget('ada')
  expect(await store.all('ada')).toEqual([])
  expect((await store.all('grace')).map(({ id }) => id)).toEqual(['2'])
})
