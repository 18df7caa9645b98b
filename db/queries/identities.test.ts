import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { learners } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asLearner } from '@/lib/identity'
import { addIdentity, findByIdentity, listIdentities, removeIdentity } from './identities'
import { createLearner } from './learners'

describe.each(DRIVERS)('ways in on %s', (driver) => {
  let home: TemporaryDatabase
  beforeEach(async () => {
    home = await temporaryDatabase(driver)
    for (const id of ['ada', 'ben']) {
      const proof = { provider: 'password', secret: 'hash' } as const
      const email = `${id}@example.org`
      await createLearner(home.db, { id, name: id, email, timeZone: 'UTC', identityId: `pw-${id}`, proof }, 1)
    }
  })
  afterEach(() => home.cleanup())

  const ada = asLearner({ id: 'ada', sessionVersion: 1 })
  const ben = asLearner({ id: 'ben', sessionVersion: 1 })
  const stale = asLearner({ id: 'ada', sessionVersion: 9 })
  const github = (id: string) => ({ id, provider: 'github' as const, subject: '77' })

  it('are added to one account alone', async () => {
    const { db } = home
    expect(await addIdentity(db, stale, github('g0'), 2)).toBe('signed-out')
    expect(await addIdentity(db, ada, github('g1'), 2)).toBe('added')
    expect(await addIdentity(db, ada, github('g2'), 3)).toBe('there')
    expect(await addIdentity(db, ben, github('g3'), 3)).toBe('of-another')
    expect(await findByIdentity(db, 'github', '77')).toEqual({
      id: 'ada',
      sessionVersion: 1,
      disabled: false,
    })
    expect(await findByIdentity(db, 'google', '77')).toBeUndefined()
    expect((await listIdentities(db, ada)).map(({ provider }) => provider)).toEqual(['password', 'github'])
    expect(await listIdentities(db, stale)).toEqual([])
  })

  it('are removed by their owner, but never the last one', async () => {
    const { db } = home
    expect(await removeIdentity(db, ada, 'pw-ada')).toBe(false)
    await addIdentity(db, ada, github('g1'), 2)
    expect(await removeIdentity(db, ben, 'g1')).toBe(false)
    expect(await removeIdentity(db, stale, 'g1')).toBe(false)
    const both = await Promise.all([removeIdentity(db, ada, 'pw-ada'), removeIdentity(db, ada, 'g1')])
    expect(both.filter(Boolean)).toHaveLength(1)
    expect(await listIdentities(db, ada)).toHaveLength(1)
  })

  it('stay when only a password would be left that nobody can type, for want of an email', async () => {
    const { db } = home
    await db.update(learners).set({ email: null }).where(eq(learners.id, 'ada'))
    await addIdentity(db, ada, github('g1'), 2)
    expect(await removeIdentity(db, ada, 'g1')).toBe(false)
    await addIdentity(db, ada, { id: 'o1', provider: 'oidc', subject: '5' }, 3)
    expect(await removeIdentity(db, ada, 'g1')).toBe(true)
    expect(await removeIdentity(db, ada, 'o1')).toBe(false)
    expect(await removeIdentity(db, ada, 'pw-ada')).toBe(true)
    expect((await listIdentities(db, ada)).map(({ id }) => id)).toEqual(['o1'])
  })

  it('say that an account was closed', async () => {
    const { db } = home
    await addIdentity(db, ada, github('g1'), 2)
    await db.update(learners).set({ disabledAt: 3 }).where(eq(learners.id, 'ada'))
    expect(await findByIdentity(db, 'github', '77')).toMatchObject({ disabled: true })
  })
})
