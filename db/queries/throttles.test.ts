import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { throttles } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { forgive, giveBack, isSpent, takeTurn } from './throttles'

describe.each(DRIVERS)('counted turns on %s', (driver) => {
  let home: TemporaryDatabase
  beforeEach(async () => {
    home = await temporaryDatabase(driver)
  })
  afterEach(() => home.cleanup())

  const limit = (key: string, most = 3) => ({ key, most, windowMs: 1000 })

  it('let exactly so many through, however many come at once', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => takeTurn(home.db, [limit('a')], 0)))
    expect(results.filter(Boolean)).toHaveLength(3)
    expect(await takeTurn(home.db, [limit('b')], 0)).toBe(true)
  })

  it('start anew when the window is over, whatever was tried meanwhile', async () => {
    for (let n = 0; n < 5; n += 1) await takeTurn(home.db, [limit('a')], n * 100)
    expect(await takeTurn(home.db, [limit('a')], 999)).toBe(false)
    expect(await takeTurn(home.db, [limit('a')], 1000)).toBe(true)
    expect(await home.truth.select({ count: throttles.count }).from(throttles)).toEqual([{ count: 1 }])
  })

  it('refuse when any one key is spent', async () => {
    await takeTurn(home.db, [limit('a', 1)], 0)
    expect(await takeTurn(home.db, [limit('b'), limit('a', 1)], 0)).toBe(false)
  })

  it('are given back and forgiven', async () => {
    const { db } = home
    for (let n = 0; n < 3; n += 1) await takeTurn(db, [limit('a')], 0)
    expect(await isSpent(db, limit('a'), 0)).toBe(true)
    await giveBack(db, ['a'])
    expect(await isSpent(db, limit('a'), 0)).toBe(false)
    expect([await takeTurn(db, [limit('a')], 0), await takeTurn(db, [limit('a')], 0)]).toEqual([true, false])
    await forgive(db, ['a'])
    await giveBack(db, ['a'])
    expect(await takeTurn(db, [limit('a', 1)], 0)).toBe(true)
    expect(await isSpent(db, limit('a', 1), 1000)).toBe(false)
  })
})
