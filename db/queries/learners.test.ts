import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { learners } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asLearner } from '@/lib/identity'
import {
  changeEmail,
  changeName,
  createLearner,
  endAllSessions,
  findForSignIn,
  findProfile,
  isEmailTaken,
  type NewLearner,
} from './learners'
import { findResetToken, keepResetToken } from './passwords'

const newLearner = (id: string, more: Partial<NewLearner> = {}): NewLearner => ({
  id,
  name: id,
  email: `${id}@example.org`,
  timeZone: 'Europe/Berlin',
  identityId: `identity-${id}`,
  proof: { provider: 'password', secret: `hash-${id}` },
  ...more,
})

describe.each(DRIVERS)('accounts on %s', (driver) => {
  let home: TemporaryDatabase
  beforeEach(async () => {
    home = await temporaryDatabase(driver)
    await createLearner(home.db, newLearner('ada'), 1000)
  })
  afterEach(() => home.cleanup())

  const ada = asLearner({ id: 'ada', sessionVersion: 1 })
  const stale = asLearner({ id: 'ada', sessionVersion: 0 })

  it('are made with their first way in, or not at all', async () => {
    const { db } = home
    expect(await createLearner(db, newLearner('eve', { email: 'ada@example.org' }), 1)).toBe('email-taken')
    const github = { provider: 'github', subject: '77' } as const
    expect(await createLearner(db, newLearner('ben', { email: undefined, proof: github }), 1)).toBe('created')
    expect(await createLearner(db, newLearner('cem', { email: undefined, proof: github }), 1)).toBe(
      'identity-taken',
    )
    const rows = await home.truth.select({ id: learners.id }).from(learners).orderBy(learners.id)
    expect(rows.map(({ id }) => id)).toEqual(['ada', 'ben'])
  })

  it('are found for signing in by email, with what proves their owner', async () => {
    const { db } = home
    expect(await findForSignIn(db, 'ada@example.org')).toMatchObject({
      id: 'ada',
      sessionVersion: 1,
      secret: 'hash-ada',
      disabled: false,
    })
    expect(await findForSignIn(db, 'nobody@example.org')).toBeUndefined()
    const google = { provider: 'google', subject: '5' } as const
    await createLearner(db, newLearner('gil', { proof: google }), 1)
    expect((await findForSignIn(db, 'gil@example.org'))?.secret).toBeUndefined()
    expect(await isEmailTaken(db, 'gil@example.org')).toBe(true)
    expect(await isEmailTaken(db, 'nobody@example.org')).toBe(false)
  })

  it('are seen and changed by their owner, under a session that counts', async () => {
    const { db } = home
    expect(await findProfile(db, ada)).toMatchObject({
      name: 'ada',
      timeZone: 'Europe/Berlin',
      createdAt: 1000,
    })
    expect(await findProfile(db, stale)).toBeUndefined()
    expect(await changeName(db, stale, 'Eve')).toBe(false)
    expect(await changeName(db, ada, 'Ada L.')).toBe(true)
    expect(await findProfile(db, ada)).toMatchObject({ name: 'Ada L.', timeZone: 'Europe/Berlin' })
  })

  it('change their email to a free one, which is not verified yet', async () => {
    const { db } = home
    await createLearner(db, newLearner('ben', { emailVerifiedAt: 7 }), 1)
    const ben = asLearner({ id: 'ben', sessionVersion: 1 })
    expect(await changeEmail(db, ben, 'ada@example.org')).toBe('email-taken')
    expect(await changeEmail(db, ben, 'ben@example.org')).toBe('changed')
    expect((await findProfile(db, ben))?.emailVerifiedAt).toBe(7)
    expect(await changeEmail(db, ben, 'new@example.org')).toBe('changed')
    expect(await findProfile(db, ben)).toMatchObject({ email: 'new@example.org', emailVerifiedAt: undefined })
    expect(await changeEmail(db, stale, 'x@example.org')).toBe('signed-out')
  })

  it('leave no reset link alive that was sent to an email they gave up', async () => {
    const { db } = home
    await createLearner(db, newLearner('ben'), 1)
    for (const id of ['ada', 'ben'])
      await keepResetToken(db, { tokenHash: `link-${id}`, learnerId: id, expiresAt: 900 }, 1)
    expect(await changeEmail(db, stale, 'new@example.org')).toBe('signed-out')
    expect(await changeEmail(db, ada, 'ben@example.org')).toBe('email-taken')
    expect(await findResetToken(db, 'link-ada', 2)).toBeDefined()
    expect(await changeEmail(db, ada, 'new@example.org')).toBe('changed')
    expect(await findResetToken(db, 'link-ada', 2)).toBeUndefined()
    expect(await findResetToken(db, 'link-ben', 2)).toBeDefined()
  })

  it('end all their sessions at once', async () => {
    const { db } = home
    expect(await endAllSessions(db, ada)).toBe(2)
    expect(await findProfile(db, ada)).toBeUndefined()
    expect(await endAllSessions(db, ada)).toBeUndefined()
    expect(await findProfile(db, asLearner({ id: 'ada', sessionVersion: 2 }))).toBeDefined()
  })
})
