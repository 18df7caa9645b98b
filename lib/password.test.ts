import { describe, expect, it } from 'vitest'
import { hashPassword, passwordFault, verifyPassword } from './password'

describe('a password', () => {
  it('is kept as argon2id with its parameters, and verified', async () => {
    const kept = await hashPassword('correct horse')
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/)
    expect(await verifyPassword(kept, 'correct horse')).toBe(true)
    expect(await verifyPassword(kept, 'correct horse ')).toBe(false)
    expect(await hashPassword('correct horse')).not.toBe(kept)
  })

  it('is the same however its letters are put together', async () => {
    expect(await verifyPassword(await hashPassword('na\u00efve secret'), 'nai\u0308ve secret')).toBe(true)
  })

  it('is false for nobody, even the decoy’s own', async () => {
    expect(await verifyPassword(undefined, 'nobody has this password')).toBe(false)
  })

  it('takes as many at once as come, all with their own result', async () => {
    const kept = await hashPassword('one of many')
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        verifyPassword(n % 3 ? kept : undefined, n % 2 ? 'one of many' : 'wrong one'),
      ),
    )
    expect(results).toEqual(Array.from({ length: 12 }, (_, n) => n % 3 !== 0 && n % 2 === 1))
  })

  it('goes on after one that could not be verified', async () => {
    await expect(verifyPassword('no hash at all', 'x')).rejects.toThrow()
    await expect(verifyPassword('no hash at all', 'x')).rejects.toThrow()
    await expect(verifyPassword('no hash at all', 'x')).rejects.toThrow()
    expect(await verifyPassword(await hashPassword('still here'), 'still here')).toBe(true)
  })

  it.each(['password', 'Password123', '12345678', 'aaaaaaaa', 'Q1W2E3R4'])('is not %s', (password) =>
    expect(passwordFault(password)).toBeDefined(),
  )

  it('is not the name or the email of its owner', () => {
    const about = ['Ada Lovelace', 'countess@example.org']
    for (const own of ['ada lovelace', 'Countess@example.org', 'countess'])
      expect(passwordFault(own, about)).toBeDefined()
    expect(passwordFault('a quiet engine', about)).toBeUndefined()
  })
})
