import { encode } from 'next-auth/jwt'
import { beforeEach, describe, expect, it, vi } from 'vitest'

vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of this test alone, long enough'
  process.env.APP_URL = 'http://localhost:3000'
})
const jar = vi.hoisted(() => new Map<string, { name: string; value: string; maxAge?: number }>())
vi.mock('next/headers', () => ({
  cookies: async () => ({
    getAll: () => [...jar.values()],
    set: (name: string, value: string, options: { maxAge?: number }) =>
      jar.set(name, { name, value, ...options }),
  }),
}))
const { decodeSession, endSession, joinChunks, readSession, renewSession, startSession } = await import(
  './auth'
)

const NAME = 'authjs.session-token'
const sealed = (
  token: object,
  { secret = process.env.AUTH_SECRET as string, salt = NAME, maxAge = 60 } = {},
) => encode({ token: token as Record<string, string>, secret, salt, maxAge })

beforeEach(() => jar.clear())

describe('a session', () => {
  it('is what the cookie that started it proves', async () => {
    await startSession({ id: 'l1', sessionVersion: 3 })
    expect(await readSession()).toMatchObject({ learnerId: 'l1', sessionVersion: 3 })
  })

  it('ends with every piece of its cookie', async () => {
    await startSession({ id: 'l1', sessionVersion: 1 })
    jar.set(`${NAME}.1`, { name: `${NAME}.1`, value: 'rest' })
    jar.set('theme', { name: 'theme', value: 'dark' })
    await endSession()
    expect([...jar.values()].filter(({ maxAge }) => maxAge === 0).map(({ name }) => name)).toEqual([
      NAME,
      `${NAME}.1`,
    ])
    expect(await readSession()).toBeUndefined()
  })

  it('is not proven by another secret, another cookie, other claims, time gone by or noise', async () => {
    expect(await decodeSession(await sealed({ sub: 'l1', sv: 1 }))).toBeDefined()
    expect(
      await decodeSession(await sealed({ sub: 'l1', sv: 1 }, { secret: 'some other secret, just as long' })),
    ).toBeUndefined()
    expect(
      await decodeSession(await sealed({ sub: 'l1', sv: 1 }, { salt: 'authjs.callback-url' })),
    ).toBeUndefined()
    expect(await decodeSession(await sealed({ sub: 'l1' }))).toBeUndefined()
    expect(await decodeSession(await sealed({ sub: 'l1', sv: '1' }))).toBeUndefined()
    expect(await decodeSession(await sealed({ sub: 'l1', sv: 1 }, { maxAge: -60 }))).toBeUndefined()
    expect(await decodeSession('noise')).toBeUndefined()
  })

  it('is remembered no longer than it lasts', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    try {
      const token = await sealed({ sub: 'l1', sv: 1 }, { maxAge: 10 })
      expect(await decodeSession(token)).toBeDefined()
      vi.advanceTimersByTime(30_000)
      expect(await decodeSession(token)).toBeUndefined()
    } finally {
      vi.useRealTimers()
    }
  })

  it('is read from a cookie in pieces, in their order', async () => {
    const token = await sealed({ sub: 'l1', sv: 1 })
    const piece = (n: number, value: string) => ({ name: `${NAME}.${n}`, value })
    const cut = [piece(10, token.slice(60)), piece(2, token.slice(30, 60)), piece(0, token.slice(0, 30))]
    expect(joinChunks([...cut, { name: `${NAME}.x`, value: 'noise' }], NAME)).toBe(token)
  })

  it('gets a new cookie after a day, and none before', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    try {
      await startSession({ id: 'l1', sessionVersion: 1 })
      const first = jar.get(NAME)?.value
      vi.advanceTimersByTime(23 * 3600_000)
      await renewSession()
      expect(jar.get(NAME)?.value).toBe(first)
      vi.advanceTimersByTime(2 * 3600_000)
      await renewSession()
      expect(jar.get(NAME)?.value).not.toBe(first)
    } finally {
      vi.useRealTimers()
    }
  })
})
