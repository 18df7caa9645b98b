import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openDatabase } from './client'
import { isReady, KNOWN_MIGRATIONS, readiness } from './readiness'
import { meta } from './schema'
import { seed } from './seed'
import { DRIVERS, temporaryDatabase } from './testing'

describe.each(DRIVERS)('what a database on %s says of itself', (driver) => {
  it('is current after its migrations, and names its content once that is seeded', async () => {
    const { db, truth, cleanup } = await temporaryDatabase(driver)
    expect(await readiness(truth)).toEqual({ database: 'reachable', migrations: 'current' })
    await seed(db, [], 1)
    const state = await readiness(truth)
    expect(state).toMatchObject({ migrations: 'current', content: expect.stringMatching(/^[0-9a-f]{8,}$/) })
    expect(isReady(state)).toBe(true)
    await cleanup()
  })

  it('waits for migrations of newer code, and serves older code until it says that it must not', async () => {
    const { db, truth, cleanup } = await temporaryDatabase(driver)
    const [newer, older] = [KNOWN_MIGRATIONS + 1, KNOWN_MIGRATIONS - 1]
    expect(await readiness(truth, newer)).toMatchObject({ migrations: 'behind' })
    expect(await readiness(truth, older)).toMatchObject({ migrations: 'ahead' })
    expect(isReady(await readiness(truth, older))).toBe(true)
    await db
      .update(meta)
      .set({ value: String(KNOWN_MIGRATIONS) })
      .where(eq(meta.key, 'oldest-code'))
    const tooNew = await readiness(truth, older)
    expect(tooNew).toMatchObject({ migrations: 'too-new' })
    expect(isReady(tooNew)).toBe(false)
    await cleanup()
  })
})

it('is away when nobody answers at its address', async () => {
  const db = await openDatabase('http://127.0.0.1:9')
  expect(await readiness(db)).toEqual({ database: 'away' })
})

it('is behind when it has no tables at all', async () => {
  const db = await openDatabase(':memory:')
  expect(await readiness(db)).toEqual({ database: 'reachable', migrations: 'behind' })
})
