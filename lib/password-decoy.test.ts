import { beforeEach, expect, it, vi } from 'vitest'

const verified = vi.hoisted(() => [] as string[])
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return {
    ...real,
    verify: (kept: string, password: string) => {
      verified.push(kept)
      return real.verify(kept, password)
    },
  }
})
const { hashPassword, verifyPassword } = await import('./password')

beforeEach(() => {
  verified.length = 0
})

it('somebody without an account costs the same work as somebody with one', async () => {
  const kept = await hashPassword('a quiet engine')
  await verifyPassword(kept, 'a guess')
  await verifyPassword(undefined, 'a guess')
  expect(verified).toHaveLength(2)
  const parameters = verified.map((hash) => hash.split('$').slice(0, 4).join('$'))
  expect(parameters[0]).toBe(parameters[1])
})
