import { describe, expect, it } from 'vitest'
import { formObject } from './form'
import { formSchema, keptSchema, toSubmission } from './submission'

const NOW = Date.UTC(2026, 2, 2, 12, 0, 30)
const form = (...fields: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of [['item', 'deck/one'], ['hash', 'v1'], ...fields] as const)
    data.append(name, value)
  return formSchema.parse(formObject(data))
}
const id = (input: ReturnType<typeof form>, learner = 'ada', now = NOW) =>
  toSubmission(input, { id: learner }, now).id

describe('the answer in a form', () => {
  it.each([
    [[['grade', 'good']], { kind: 'card', grade: 'good' }],
    [[['text', 'one\r\ntwo']], { kind: 'prompt', text: 'one\ntwo' }],
    [[['text', '']], { kind: 'prompt', text: '' }],
    [[['chosen', 'a']], { kind: 'question', chosen: ['a'] }],
    [
      [
        ['chosen', 'a'],
        ['chosen', 'b'],
      ],
      { kind: 'question', chosen: ['a', 'b'] },
    ],
    [[], { kind: 'question', chosen: [] }],
  ] as [[string, string][], object][])('%j is %j', (fields, answer) =>
    expect(form(...fields).answer).toEqual(answer),
  )

  it('leaves out what is not known', () => {
    expect(toSubmission(form(['grade', 'good']), { id: 'ada' }, NOW)).toEqual({
      id: expect.any(String),
      itemId: 'deck/one',
      contentHash: 'v1',
      answer: { kind: 'card', grade: 'good' },
      context: 'deck',
      answeredAt: NOW,
    })
  })

  it('tells no hint opened, which an island knows, from not knowing', () => {
    const made = ['id', '0b6f2b1e-8a1f-4c62-9df0-2f7c0f3d8a11'] as [string, string]
    const hints = (...fields: [string, string][]) => toSubmission(form(...fields), { id: 'ada' }, NOW).hints
    expect(hints(['text', 'x'], made)).toEqual([])
    expect(hints(['text', 'x'], made, ['hints', 'hint'])).toEqual(['hint'])
    expect(hints(['text', 'x'])).toBeUndefined()
    // There is none to open.
    expect(hints(['grade', 'good'], made)).toBeUndefined()
  })

  it('keeps a day at most of the time an answer took', () => {
    expect(form(['durationMs', '999999999999']).durationMs).toBe(86_400_000)
  })

  it.each([
    ['grade', 'brilliant'],
    ['id', 'not-a-uuid'],
    ['answeredAt', 'yesterday'],
    ['durationMs', '-1'],
  ])('refuses a %s of "%s"', (name, value) => {
    const data = formObject(new FormData())
    expect(formSchema.safeParse({ ...data, item: 'deck/one', hash: 'v1', [name]: value }).success).toBe(false)
  })
})

describe('the id of an answer that brought none', () => {
  const answer = form(['chosen', 'a'])
  it('is the same for the same answer within a minute', () =>
    expect(id(answer)).toBe(id(answer, 'ada', NOW + 29_000)))
  it('is another for another minute, learner, answer or version', () => {
    const others = [
      id(answer, 'ada', NOW + 30_000),
      id(answer, 'bob'),
      id(form(['chosen', 'b'])),
      id({ ...answer, hash: 'v2' }),
    ]
    expect(new Set([id(answer), ...others]).size).toBe(5)
  })
  it('gives way to the id that the browser made', () => {
    const made = '0b6f2b1e-8a1f-4c62-9df0-2f7c0f3d8a11'
    expect(id(form(['chosen', 'a'], ['id', made]))).toBe(made)
  })
})

it('takes a kept answer as the form would have sent it', () => {
  const kept = { id: '0b6f2b1e-8a1f-4c62-9df0-2f7c0f3d8a11', item: 'deck/one', hash: 'v1', answeredAt: NOW }
  const answer = { kind: 'question', chosen: ['a'] }
  const parsed = keptSchema.parse({ ...kept, answer, learner: null, mark: 1 })
  expect(toSubmission(parsed, { id: 'ada' }, NOW)).toEqual(
    toSubmission(form(['chosen', 'a'], ['id', kept.id], ['answeredAt', String(NOW)]), { id: 'ada' }, NOW),
  )
})
