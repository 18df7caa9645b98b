import { beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { asLearner } from './identity'

const request = vi.hoisted(() => ({ learner: undefined as unknown, address: '203.0.113.1' }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-recall-socket-address': request.address }),
}))
vi.mock('./guards', () => ({ currentLearner: async () => request.learner }))
const { learnerAction, publicAction } = await import('./action')

const schema = z.object({ name: z.string().min(1, 'Say a name.'), password: z.string() })
const form = (entries: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(entries)) data.set(name, value)
  return data
}

beforeEach(() => {
  request.learner = undefined
  request.address = '203.0.113.1'
})

it('runs for a learner only, who comes from the session', async () => {
  const act = vi.fn(async (input: { name: string }, learner: { id: string }) => ({
    ok: true as const,
    input,
    learner,
  }))
  const action = learnerAction(schema, act)
  expect(await action(undefined, { name: 'A', password: 'p' })).toMatchObject({
    ok: false,
    reason: 'signed-out',
  })
  expect(act).not.toHaveBeenCalled()
  request.learner = asLearner({ id: 'l1', sessionVersion: 1 })
  expect(await action(undefined, form({ name: 'A', password: 'p', learner: 'l2' }))).toMatchObject({
    ok: true,
    input: { name: 'A', password: 'p' },
    learner: { id: 'l1' },
  })
})

it('gives a refused form back with what was typed, and never a password', async () => {
  const action = publicAction(schema, async () => ({ ok: true as const }), { keep: ['name'] })
  expect(await action(undefined, form({ name: '', password: 'secret' }))).toEqual({
    ok: false,
    reason: 'invalid',
    message: 'Say a name.',
    fields: { name: 'Say a name.' },
    values: { name: '' },
  })
  const refusing = publicAction(schema, async () => ({ ok: false as const, message: 'No.' }), {
    keep: ['name'],
  })
  expect(await refusing(undefined, form({ name: 'A', password: 'secret' }))).toEqual({
    ok: false,
    message: 'No.',
    values: { name: 'A' },
  })
})

it('lets a classroom through and stops a flood, address by address', async () => {
  const action = publicAction(z.object({}), async () => ({ ok: true as const }))
  request.address = '203.0.113.2'
  const results = await Promise.all(Array.from({ length: 1000 }, () => action(undefined, {})))
  const passed = results.filter((result) => result.ok).length
  expect(passed).toBeGreaterThanOrEqual(600)
  expect(passed).toBeLessThan(1000)
  expect(results.at(-1)).toMatchObject({ ok: false, reason: 'busy' })
  request.address = '203.0.113.3'
  expect(await action(undefined, {})).toEqual({ ok: true })
})

it('counts whoever is signed in alone, however busy their network is', async () => {
  const action = publicAction(z.object({}), async () => ({ ok: true as const }))
  request.address = '203.0.113.4'
  for (let turn = 0; turn < 1000; turn += 1) await action(undefined, {})
  expect(await action(undefined, {})).toMatchObject({ reason: 'busy' })
  request.learner = asLearner({ id: 'calm', sessionVersion: 1 })
  expect(await action(undefined, {})).toEqual({ ok: true })
  request.learner = asLearner({ id: 'flood', sessionVersion: 1 })
  for (let turn = 0; turn < 300; turn += 1) await action(undefined, {})
  expect(await action(undefined, {})).toMatchObject({ reason: 'busy' })
})

it('takes nothing at all for a form that does not fit', async () => {
  const action = publicAction(schema, async () => ({ ok: true as const }))
  expect(await action(undefined, undefined as never)).toMatchObject({ ok: false, reason: 'invalid' })
})
