import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addLearner } from '@/db/fixtures'
import { learners, verifyTokens } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asLearner, type Learner } from '@/lib/identity'
import { changeEmail } from './learners'
import { findUnverified, findVerifyToken, keepVerifyToken, noteClaim, redeemVerifyToken } from './verifying'

describe.each(DRIVERS)('an address on %s', (driver) => {
  let world: TemporaryDatabase
  let ada: Learner
  beforeEach(async () => {
    world = await temporaryDatabase(driver)
    ada = await addLearner(world.db, 'Ada')
    await changeEmail(world.db, ada, 'ada@example.org')
    await keepVerifyToken(world.db, link('t1'), 1)
  })
  afterEach(() => world.cleanup())

  const link = (tokenHash: string, email = 'ada@example.org') => ({
    tokenHash,
    learnerId: ada.id,
    email,
    expiresAt: 100,
  })
  const verifiedAt = async () =>
    (await world.truth.select({ at: learners.emailVerifiedAt }).from(learners))[0]?.at
  const links = async () =>
    (await world.truth.select({ hash: verifyTokens.tokenHash }).from(verifyTokens)).map(({ hash }) => hash)

  it('is verified by its link once, and other links to it are dead', async () => {
    await keepVerifyToken(world.db, link('t2'), 1)
    expect(await findUnverified(world.db, ada)).toEqual({ name: 'Ada', email: 'ada@example.org' })
    expect(await findVerifyToken(world.db, 't1', 2)).toEqual({ name: 'Ada', email: 'ada@example.org' })
    const both = await Promise.all([
      redeemVerifyToken(world.db, 't1', 2),
      redeemVerifyToken(world.db, 't2', 2),
    ])
    expect(both.filter(Boolean)).toHaveLength(1)
    expect(await verifiedAt()).toBe(2)
    expect(await links()).toEqual([])
    expect(await findUnverified(world.db, ada)).toBeUndefined()
  })

  it('is verified by no link that ran out, went to another address, or is of a closed account', async () => {
    expect(await redeemVerifyToken(world.db, 't1', 100)).toBe(false)
    expect(await redeemVerifyToken(world.db, 'nobody has this', 2)).toBe(false)
    await keepVerifyToken(world.db, link('t3'), 1)
    await changeEmail(world.db, ada, 'new@example.org')
    expect(await findVerifyToken(world.db, 't3', 2)).toBeUndefined()
    expect(await redeemVerifyToken(world.db, 't3', 2)).toBe(false)
    await keepVerifyToken(world.db, link('t4', 'new@example.org'), 1)
    await world.truth.update(learners).set({ disabledAt: 1 }).where(eq(learners.id, ada.id))
    expect(await redeemVerifyToken(world.db, 't4', 2)).toBe(false)
    expect(await verifiedAt()).toBeNull()
  })

  it('is verified by a service that vouches for it, and for no other', async () => {
    await noteClaim(world.db, ada.id, 'somebody@example.org', 5)
    expect(await verifiedAt()).toBeNull()
    await noteClaim(world.db, ada.id, 'ada@example.org', 5)
    await noteClaim(world.db, ada.id, 'ada@example.org', 6)
    expect(await verifiedAt()).toBe(5)
  })

  it('is asked for by nobody under a session that does not count', async () => {
    expect(await findUnverified(world.db, asLearner({ id: ada.id, sessionVersion: 2 }))).toBeUndefined()
  })
})
