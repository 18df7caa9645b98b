import { beforeEach, expect, it, vi } from 'vitest'
import { type KeptAnswer, keep, keptAnswers } from '@/lib/browser/kept-answers'
import { KEPT_PER_CALL } from '@/lib/rules/answer'
import type { KeepAction } from './results'
import { sendKept } from './send-kept'

const stored = new Map<string, string>()
const given = (id: string, text = 'x'): KeptAnswer => ({
  id,
  item: 'deck/one',
  hash: 'h',
  answer: { kind: 'prompt', text },
  answeredAt: 0,
  learner: null,
})
const store = (answers: KeptAnswer[]) => answers.forEach(keep)
const all: KeepAction = async (_, { answers }) => ({
  ok: true as const,
  kept: answers.map(({ id }) => id),
  refused: [],
})

beforeEach(() => {
  stored.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  })
})

it('sends everything in portions that one call takes, and forgets what was taken', async () => {
  const answers = Array.from({ length: 2 * KEPT_PER_CALL + 1 }, (_, index) => given(`a${index}`))
  store(answers)
  const action = vi.fn(all)
  expect(await sendKept(action, 'ada', answers)).toMatchObject({ kept: answers.length, refused: 0, left: [] })
  expect(action.mock.calls.map(([, { answers }]) => answers.length)).toEqual([
    KEPT_PER_CALL,
    KEPT_PER_CALL,
    1,
  ])
  expect(keptAnswers(null)).toEqual([])
})

it('sends long explanations in smaller portions', async () => {
  const answers = Array.from({ length: 40 }, (_, index) => given(`a${index}`, 'x'.repeat(4000)))
  const action = vi.fn(all)
  expect((await sendKept(action, 'ada', answers)).kept).toBe(40)
  for (const [, some] of action.mock.calls) expect(JSON.stringify(some).length).toBeLessThan(64_000)
})

it('forgets what was refused for good, and keeps what was not tried', async () => {
  const answers = [given('a'), given('b'), given('c')]
  store(answers)
  const action = vi
    .fn()
    .mockResolvedValueOnce({ ok: true, kept: ['a'], refused: [{ id: 'b', message: 'gone' }] })
    .mockResolvedValueOnce({ ok: false, message: 'busy' })
  expect(await sendKept(action, 'ada', answers)).toEqual({
    kept: 1,
    refused: 1,
    left: [given('c')],
    message: 'busy',
  })
  expect(keptAnswers(null)).toEqual([given('c')])
})

it('keeps everything when there is no reply, and stops when nothing moves', async () => {
  const answers = [given('a')]
  store(answers)
  expect(await sendKept(vi.fn().mockRejectedValue(new Error('offline')), 'ada', answers)).toMatchObject({
    left: answers,
  })
  expect(await sendKept(async () => ({ ok: true, kept: [], refused: [] }), 'ada', answers)).toMatchObject({
    left: answers,
    message: expect.any(String),
  })
  expect(keptAnswers(null)).toEqual(answers)
})

it('sends them as whoever is asked, and keeps them all when the session is another by now', async () => {
  const answers = [given('a'), given('b')]
  store(answers)
  const action = vi.fn<KeepAction>(async () => ({
    ok: false,
    reason: 'other-learner',
    message: 'Somebody else is signed in.',
  }))
  expect(await sendKept(action, 'ada', answers)).toEqual({
    kept: 0,
    refused: 0,
    left: answers,
    reason: 'other-learner',
    message: 'Somebody else is signed in.',
  })
  expect(action.mock.calls[0]?.[1].answers.map(({ learner }) => learner)).toEqual(['ada', 'ada'])
  expect(keptAnswers(null)).toEqual(answers)
})
