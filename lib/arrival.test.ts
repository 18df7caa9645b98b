import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addLearner } from '@/db/fixtures'
import { findByIdentity } from '@/db/queries/identities'
import { createLearner } from '@/db/queries/learners'
import { setDisabled } from '@/db/queries/operator'
import { learners } from '@/db/schema'
import { type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { type Arrival, addService, readClaims, readGitHub, welcome } from './arrival'
import { asLearner } from './identity'

describe('what an issuer says of somebody', () => {
  const issuer = 'https://id.example'

  it('counts together with the issuer, and the email only when it is verified', () => {
    const told = { sub: '7', name: 'Ada', email: 'Ada@Example.org', email_verified: true }
    expect(readClaims('oidc', issuer, told)).toEqual({
      service: 'oidc',
      subject: 'https://id.example 7',
      name: 'Ada',
      email: 'ada@example.org',
    })
    for (const verified of [false, 'true', 1, undefined])
      expect(readClaims('oidc', issuer, { ...told, email_verified: verified })?.email).toBeUndefined()
    expect(readClaims('google', issuer, told)?.subject).toBe('7')
  })

  it('is refused when it names nobody, and survives nonsense', () => {
    for (const told of [undefined, {}, { sub: '' }, { sub: 7 }, { sub: 'x'.repeat(300) }])
      expect(readClaims('oidc', issuer, told)).toBeUndefined()
    const odd = { sub: '7', name: 7, preferred_username: ' \u202e ', email: 'nobody', email_verified: true }
    expect(readClaims('oidc', issuer, odd)).toMatchObject({ name: 'Learner', email: undefined })
    expect(readClaims('oidc', issuer, { sub: '7', name: 'x'.repeat(200) })?.name).toHaveLength(80)
  })

  it('of a GitHub user has the primary email, when it is verified', () => {
    const email = (address: string, primary: boolean, verified: boolean) => ({
      email: address,
      primary,
      verified,
    })
    const user = { id: 5, login: 'ada', name: null, email: 'public@example.org' }
    const emails = [email('other@example.org', false, true), email('ada@example.org', true, true)]
    expect(readGitHub({ ...user, emails })).toEqual({
      service: 'github',
      subject: '5',
      name: 'ada',
      email: 'ada@example.org',
    })
    for (const not of [undefined, 'no', [], [email('ada@example.org', true, false)]])
      expect(readGitHub({ ...user, emails: not })).toMatchObject({ subject: '5', email: undefined })
    expect(readGitHub({ message: 'Bad credentials' })).toBeUndefined()
  })
})

describe('somebody who arrives from another service', () => {
  let home: TemporaryDatabase
  beforeEach(async () => {
    home = await temporaryDatabase()
  })
  afterEach(() => home.cleanup())

  const ada: Arrival = { service: 'github', subject: '5', name: 'Ada', email: 'ada@example.org' }
  const come = (arrival: Arrival) => welcome(home.db, arrival, 'Asia/Tokyo', 1000)
  const owner = () => {
    const proof = { provider: 'password', secret: 'hash' } as const
    const account = {
      id: 'owner',
      name: 'Owner',
      email: 'ada@example.org',
      timeZone: 'UTC',
      identityId: 'i',
      proof,
    }
    return createLearner(home.db, account, 1)
  }

  it('gets one account, however often and however much at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => come(ada)))
    const ids = new Set(outcomes.map((outcome) => 'signIn' in outcome && outcome.signIn.id))
    expect(ids.size).toBe(1)
    expect(await home.db.$count(learners)).toBe(1)
    const [row] = await home.db.select({ email: learners.email, zone: learners.timeZone }).from(learners)
    expect(row).toEqual({ email: 'ada@example.org', zone: 'Asia/Tokyo' })
  })

  it('is not let into the account that has their email', async () => {
    await owner()
    expect(await come(ada)).toEqual({ refused: 'known-email' })
    expect(await findByIdentity(home.db, 'github', '5')).toBeUndefined()
    expect(await come({ ...ada, email: undefined })).toHaveProperty('signIn')
  })

  it('is not let into a closed account', async () => {
    await come(ada)
    await setDisabled(home.db, 'ada@example.org', 2000)
    expect(await come(ada)).toEqual({ refused: 'closed' })
  })

  it('comes into the account that they added the service to', async () => {
    const learner = await addLearner(home.db)
    expect(await addService(home.db, learner, ada, 1)).toBe('added')
    expect(await come(ada)).toEqual({ signIn: { id: learner.id, sessionVersion: 1 } })
  })

  it('has the address verified that their account has, and no other', async () => {
    const verified = async () =>
      (await home.db.select({ at: learners.emailVerifiedAt }).from(learners))[0]?.at ?? undefined
    await owner()
    const learner = asLearner({ id: 'owner', sessionVersion: 1 })
    await addService(home.db, learner, { ...ada, email: 'other@example.org' }, 5)
    await come({ ...ada, email: undefined })
    expect(await verified()).toBeUndefined()
    await come(ada)
    expect(await verified()).toBe(1000)
  })

  it('does not have an address verified by a service that belongs to another account', async () => {
    await owner()
    const other = await addLearner(home.db, 'Other')
    await addService(home.db, other, ada, 5)
    expect(await addService(home.db, asLearner({ id: 'owner', sessionVersion: 1 }), ada, 5)).toBe(
      'of-another',
    )
    const rows = await home.db.select({ at: learners.emailVerifiedAt }).from(learners)
    expect(rows).toEqual([{ at: null }, { at: null }])
  })
})
