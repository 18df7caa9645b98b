import { NextRequest } from 'next/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { addDeck, addLearner, submit } from '@/db/fixtures'
import { recordAttempt } from '@/db/queries/attempts'
import { type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import type { Learner } from '@/lib/identity'
import type { ReviewPage } from '@/lib/rules/review/wire'

const request = vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one'
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
const { GET } = await import('./route')

let world: TemporaryDatabase
let ada: Learner
beforeAll(async () => {
  world = await temporaryDatabase('file')
  ;(globalThis as { recallDatabase?: unknown }).recallDatabase = Promise.resolve(world.db)
  await addDeck(world.db, 'deck', 3)
  ada = await addLearner(world.db, 'Ada')
  const now = Date.now()
  await recordAttempt(
    world.db,
    ada,
    submit('deck/card-1', { kind: 'card', grade: 'easy' }, { answeredAt: now }),
    now,
  )
})
afterAll(() => world.cleanup())
beforeEach(() => request.cookies.clear())

const ask = (query = '') => GET(new NextRequest(`http://localhost/api/review${query}`))

describe('GET /api/review', () => {
  it('is for who is signed in, and kept by nobody on the way', async () => {
    expect((await ask()).status).toBe(401)
    await startSession(ada)
    const response = await ask()
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const page: ReviewPage = await response.json()
    expect(page.learner).toEqual({ id: ada.id, name: 'Ada' })
    expect(page.items).toHaveLength(8)
  })

  it('leaves out what the browser holds', async () => {
    await startSession(ada)
    const held = '?holding=deck%2Fcard-2&holding=deck%2Fcard-3&after=deck%2Fcard-1'
    const page: ReviewPage = await (await ask(held)).json()
    expect(page.items).toHaveLength(6)
    expect(page.left.fresh).toBe(8)
  })

  it('gives a round of extra practice, and refuses one that there is not', async () => {
    await startSession(ada)
    const page: ReviewPage = await (await ask('?of=deck:deck')).json()
    expect(page.items.map(({ id, why }) => [id, why])).toEqual([['deck/card-1', 'practice']])
    for (const bad of [
      '?of=everything',
      '?of=deck:',
      '?of=level:expert',
      '?of=mistakes:x',
      `?holding=${'x'.repeat(300)}`,
    ])
      expect([bad, (await ask(bad)).status]).toEqual([bad, 400])
    const many = Array.from({ length: 201 }, (_, at) => `holding=${at}`).join('&')
    expect((await ask(`?${many}`)).status).toBe(400)
  })
})
