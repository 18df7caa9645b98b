import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { throttles } from '@/db/schema'
import { type TemporaryDatabase, temporaryDatabase } from '@/db/testing'

vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of this test alone, long enough'
})
const {
  countTaken,
  countTakenChange,
  LIMITS,
  mayChangeEmail,
  maySignUp,
  network,
  mayAskToVerify,
  resetAttempt,
  signInAttempt,
} = await import('./throttle')

let home: TemporaryDatabase
beforeEach(async () => {
  home = await temporaryDatabase()
})
afterEach(() => home.cleanup())

const fail = async (email: string, address: string, times: number, now = 0) => {
  let allowed = 0
  for (let n = 0; n < times; n += 1)
    if ((await signInAttempt(home.db, email, address, now)).allowed) allowed += 1
  return allowed
}

it('stops a guesser at one account from one place, and shuts the owner out nowhere else', async () => {
  expect(await fail('ada@example.org', '203.0.113.1', 40)).toBe(LIMITS.accountAndAddress.most)
  expect((await signInAttempt(home.db, 'ada@example.org', '198.51.100.1', 0)).allowed).toBe(true)
  expect((await signInAttempt(home.db, 'ben@example.org', '203.0.113.1', 0)).allowed).toBe(true)
  expect((await signInAttempt(home.db, 'ada@example.org', '203.0.113.1', 15 * 60_000)).allowed).toBe(true)
})

it('stops a guesser at one account from many places', async () => {
  let allowed = 0
  for (let n = 1; n <= 20; n += 1) allowed += await fail('ada@example.org', `203.0.113.${n}`, 10)
  expect(allowed).toBe(LIMITS.account.most)
})

it('stops somebody who tries one password on many accounts, and lets a classroom of 200 in', async () => {
  for (let n = 0; n < 200; n += 1) {
    const email = `learner-${n}@example.org`
    await fail(email, '203.0.113.1', 2)
    const attempt = await signInAttempt(home.db, email, '203.0.113.1', 0)
    expect(attempt.allowed).toBe(true)
    await attempt.succeeded()
  }
  let allowed = 0
  for (let n = 0; n < 300; n += 1) allowed += await fail(`other-${n}@example.org`, '203.0.113.1', 1)
  expect(allowed).toBe(LIMITS.address.most - 400)
})

it('forgets the failures of one place when its owner signs in', async () => {
  await fail('ada@example.org', '203.0.113.1', 9)
  await (await signInAttempt(home.db, 'ada@example.org', '203.0.113.1', 0)).succeeded()
  expect(await fail('ada@example.org', '203.0.113.1', 20)).toBe(10)
})

it('lets a classroom sign up, and few find out which emails are taken', async () => {
  for (let n = 0; n < 200; n += 1) expect(await maySignUp(home.db, '203.0.113.1', 0)).toBe(true)
  for (let n = 0; n < LIMITS.takenAddress.most; n += 1)
    expect(await countTaken(home.db, '203.0.113.1', 0)).toBe(true)
  expect(await maySignUp(home.db, '203.0.113.1', 0)).toBe(false)
  expect(await maySignUp(home.db, '203.0.113.2', 0)).toBe(true)
})

it('tells a learner about few taken emails, wherever they ask from, and few to one network', async () => {
  const ask = (who: string, address: string) => countTakenChange(home.db, who, address, 0)
  for (let n = 0; n < LIMITS.takenLearner.most; n += 1) expect(await ask('eve', `203.0.113.${n}`)).toBe(true)
  expect(await mayChangeEmail(home.db, 'eve', '198.51.100.1', 0)).toBe(false)
  expect(await ask('eve', '198.51.100.1')).toBe(false)
  expect(await mayChangeEmail(home.db, 'ada', '198.51.100.2', 0)).toBe(true)
  for (let n = 0; n < LIMITS.takenAddress.most; n += 1) await ask(`eve-${n}`, '198.51.100.2')
  expect(await mayChangeEmail(home.db, 'ada', '198.51.100.2', 0)).toBe(false)
  expect(await mayChangeEmail(home.db, 'ada', '198.51.100.2', 60 * 60_000)).toBe(true)
})

it('writes few mails to one email, and says nothing about it', async () => {
  const asked = []
  for (let n = 0; n < 5; n += 1) asked.push(await resetAttempt(home.db, 'ada@example.org', '203.0.113.1', 0))
  expect(asked.map(({ allowed }) => allowed)).toEqual([true, true, true, true, true])
  expect(asked.map(({ mayWrite }) => mayWrite)).toEqual([true, true, true, false, false])
})

it('sends few links to verify an address, whoever asks, and few for one learner', async () => {
  const ask = (learner: string, email: string) => mayAskToVerify(home.db, learner, email, 0)
  for (let n = 0; n < LIMITS.verifyMail.most; n += 1)
    expect(await ask(`eve-${n}`, 'ada@example.org')).toBe(true)
  expect(await ask('eve-9', 'ada@example.org')).toBe(false)
  const asked = []
  for (let n = 0; n < 8; n += 1) asked.push(await ask('eve', `${n}@example.org`))
  expect(asked.filter(Boolean)).toHaveLength(LIMITS.verifyLearner.most)
})

it('takes the addresses of one household for one', () => {
  expect(network('2001:db8:1:2:3:4:5:6')).toBe(network('2001:db8:1:2::1'))
  expect(network('2001:db8:1:3::1')).not.toBe(network('2001:db8:1:2::1'))
  expect(network('::ffff:203.0.113.1')).toBe(network('203.0.113.1'))
  expect(network('unknown')).toBe('unknown')
})

it('keeps neither email nor address', async () => {
  await fail('ada@example.org', '203.0.113.1', 1)
  const rows = await home.db.select({ key: throttles.key }).from(throttles)
  expect(rows).toHaveLength(3)
  expect(JSON.stringify(rows)).not.toMatch(/ada|203/)
})
