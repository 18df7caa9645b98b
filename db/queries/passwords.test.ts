import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { identities, learners, resetTokens } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asLearner } from '@/lib/identity'
import { createLearner } from './learners'
import {
  findForReset,
  findPasswordHash,
  findResetToken,
  keepResetToken,
  redeemResetToken,
  setPassword,
} from './passwords'

describe.each(DRIVERS)('passwords on %s', (driver) => {
  let home: TemporaryDatabase
  beforeEach(async () => {
    home = await temporaryDatabase(driver)
    for (const id of ['ada', 'ben'])
      await createLearner(
        home.db,
        {
          id,
          name: id,
          email: `${id}@example.org`,
          timeZone: 'UTC',
          identityId: `first-${id}`,
          proof:
            id === 'ada' ? { provider: 'password', secret: 'old' } : { provider: 'github', subject: '1' },
        },
        1,
      )
  })
  afterEach(() => home.cleanup())

  const ada = asLearner({ id: 'ada', sessionVersion: 1 })
  const ben = asLearner({ id: 'ben', sessionVersion: 1 })
  const hash = async (id: string) => {
    const rows = await home.truth
      .select({ secret: identities.secret })
      .from(identities)
      .where(eq(identities.subject, id))
    return rows[0]?.secret
  }
  const version = async (id: string) => {
    const rows = await home.truth
      .select({ version: learners.sessionVersion })
      .from(learners)
      .where(eq(learners.id, id))
    return rows[0]?.version
  }
  const links = async () =>
    (await home.truth.select({ hash: resetTokens.tokenHash }).from(resetTokens)).map((row) => row.hash)

  it('change once for one confirmation, end other sessions and make links dead', async () => {
    const { db } = home
    await keepResetToken(db, { tokenHash: 't1', learnerId: 'ada', expiresAt: 100 }, 1)
    await keepResetToken(db, { tokenHash: 't2', learnerId: 'ben', expiresAt: 100 }, 1)
    expect(await findPasswordHash(db, ada)).toBe('old')
    expect(await setPassword(db, ada, { secret: 'new', was: 'old', identityId: 'x' }, 2)).toBe(2)
    expect(await hash('ada')).toBe('new')
    expect(await links()).toEqual(['t2'])
    expect(await findPasswordHash(db, ada)).toBeUndefined()
    // The same session again, and a newer session with the password of before.
    expect(await setPassword(db, ada, { secret: 'evil', was: 'new', identityId: 'x' }, 3)).toBeUndefined()
    const now = asLearner({ id: 'ada', sessionVersion: 2 })
    expect(await setPassword(db, now, { secret: 'evil', was: 'old', identityId: 'x' }, 3)).toBeUndefined()
    expect([await hash('ada'), await version('ada'), await version('ben')]).toEqual(['new', 2, 1])
  })

  it('come to an account that has none, and are not overwritten that way', async () => {
    const { db } = home
    expect(await setPassword(db, ben, { secret: 'mine', was: undefined, identityId: 'second' }, 2)).toBe(2)
    expect(await hash('ben')).toBe('mine')
    const again = asLearner({ id: 'ben', sessionVersion: 2 })
    expect(
      await setPassword(db, again, { secret: 'evil', was: undefined, identityId: 'third' }, 2),
    ).toBeUndefined()
    expect(
      await setPassword(db, ada, { secret: 'evil', was: undefined, identityId: 'third' }, 2),
    ).toBeUndefined()
    expect([await hash('ben'), await hash('ada'), await version('ada')]).toEqual(['mine', 'old', 1])
  })

  it('are set by a link once, within its time, ending every session', async () => {
    const { db } = home
    const password = { secret: 'reset', identityId: 'x' }
    for (const tokenHash of ['t1', 't2'])
      await keepResetToken(db, { tokenHash, learnerId: 'ada', expiresAt: 100 }, 1)
    expect(await findResetToken(db, 't1', 99)).toEqual({ name: 'ada', email: 'ada@example.org' })
    expect(await findResetToken(db, 't1', 100)).toBeUndefined()
    expect(await redeemResetToken(db, 't1', password, 100)).toBe(false)
    expect(await redeemResetToken(db, 'unknown', password, 50)).toBe(false)
    expect([await hash('ada'), await version('ada')]).toEqual(['old', 1])
    const raced = await Promise.all(Array.from({ length: 5 }, () => redeemResetToken(db, 't1', password, 50)))
    expect(raced.filter(Boolean)).toHaveLength(1)
    expect([await hash('ada'), await version('ada'), await links()]).toEqual(['reset', 2, []])
    expect(await redeemResetToken(db, 't2', { ...password, secret: 'evil' }, 50)).toBe(false)
  })

  it('are set by a link where there was none', async () => {
    const { db } = home
    await keepResetToken(db, { tokenHash: 't', learnerId: 'ben', expiresAt: 100 }, 1)
    expect(await redeemResetToken(db, 't', { secret: 'mine', identityId: 'second' }, 50)).toBe(true)
    expect(await hash('ben')).toBe('mine')
  })

  it('are not set by a link of an account that was closed, and none is made for it', async () => {
    const { db } = home
    expect(await findForReset(db, 'ada@example.org')).toEqual({ id: 'ada', name: 'ada' })
    await keepResetToken(db, { tokenHash: 't', learnerId: 'ada', expiresAt: 100 }, 1)
    await db.update(learners).set({ disabledAt: 5 }).where(eq(learners.id, 'ada'))
    expect(await findForReset(db, 'ada@example.org')).toBeUndefined()
    expect(await findResetToken(db, 't', 50)).toBeUndefined()
    expect(await redeemResetToken(db, 't', { secret: 'evil', identityId: 'x' }, 50)).toBe(false)
    expect(await hash('ada')).toBe('old')
  })

  it('forget links that have run out', async () => {
    await keepResetToken(home.db, { tokenHash: 'old', learnerId: 'ada', expiresAt: 100 }, 1)
    await keepResetToken(home.db, { tokenHash: 'new', learnerId: 'ada', expiresAt: 900 }, 100)
    expect(await links()).toEqual(['new'])
  })
})
