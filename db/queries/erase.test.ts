import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDeck, addLearner, submit } from '@/db/fixtures'
import {
  attempts,
  classes,
  deckPlans,
  dials,
  identities,
  judgements,
  learners,
  memberships,
  notes,
  notices,
  reports,
  resetTokens,
  rollups,
  shelvings,
  snapshots,
  studyDays,
  verifyTokens,
} from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asLearner, type Learner } from '@/lib/identity'
import { recordAttempt } from './attempts'
import { setDeckPlan } from './deck-plans'
import { setDials } from './dials'
import { eraseLearner, listSoleClasses } from './erase'
import { exportAccount, exportAttempts } from './export'
import { recordFact } from './facts'

const OWN = {
  attempts,
  deckPlans,
  dials,
  identities,
  judgements,
  memberships,
  notes,
  notices,
  reports,
  resetTokens,
  rollups,
  shelvings,
  snapshots,
  studyDays,
  verifyTokens,
}
const NOW = Date.UTC(2026, 2, 3)

describe.each(DRIVERS)('what is kept about a learner on %s', (driver) => {
  let home: TemporaryDatabase
  let ada: Learner
  let ben: Learner

  beforeEach(async () => {
    home = await temporaryDatabase(driver)
    const { db } = home
    await addDeck(db, 'deck', 3)
    ada = await addLearner(db, 'Ada')
    ben = await addLearner(db, 'Ben')
    await db.insert(classes).values({ id: 'c', name: 'Biology', code: 'C', createdAt: 1 })
    for (const learner of [ada, ben]) {
      const learnerId = learner.id
      await db.insert(identities).values({
        id: `pw-${learnerId}`,
        learnerId,
        provider: 'password',
        subject: learnerId,
        secret: '$argon2id$kept',
        createdAt: 1,
      })
      await db.insert(resetTokens).values({ tokenHash: `t-${learnerId}`, learnerId, expiresAt: 9 })
      await db.insert(memberships).values({ classId: 'c', learnerId, role: 'learner', joinedAt: 1 })
      for (const card of ['card-1', 'card-2', 'card-3'])
        await recordAttempt(db, learner, submit(`deck/${card}`, { kind: 'card', grade: 'good' }), NOW)
      await setDials(db, learner, { retention: 0.85 }, NOW)
      await setDeckPlan(db, learner, 'deck', { examDay: '2026-12-24' })
      const itemId = 'deck/card-1'
      const [attempt] = await home.truth
        .select({ id: attempts.id })
        .from(attempts)
        .where(and(eq(attempts.learnerId, learnerId), eq(attempts.itemId, itemId)))
      await recordFact(
        db,
        learner,
        {
          fact: 'judgement',
          id: `j-${learnerId}`,
          itemId,
          attemptId: attempt?.id ?? '',
          judgement: 'withdrawn',
          madeAt: NOW,
        },
        NOW,
      )
      const shelved = { id: `s-${learnerId}`, itemId, shelving: 'suspended', madeAt: NOW } as const
      await recordFact(db, learner, { fact: 'shelving', ...shelved }, NOW)
      const email = `${learnerId}@example.org`
      await db.insert(verifyTokens).values({ tokenHash: `v-${learnerId}`, learnerId, email, expiresAt: 9 })
      const about = { itemId, deckId: 'deck', contentHash: 'v1', madeAt: NOW }
      await db
        .insert(reports)
        .values({ id: `r-${learnerId}`, learnerId, ...about, text: 'The back is wrong', state: 'open' })
      const deck = { title: 'A deck', language: 'en', direction: 'ltr' } as const
      await db.insert(notices).values({
        learnerId,
        kind: 'report-answered',
        subject: `r-${learnerId}`,
        data: { deck, kind: 'card', state: 'fixed' },
        madeAt: NOW,
      })
      await db.insert(notes).values({ learnerId, itemId, text: 'In my own words', editedAt: NOW })
    }
  })
  afterEach(() => home.cleanup())

  const rowsOf = async (learner: Learner) =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(OWN).map(async ([name, table]) => [
          name,
          await home.truth.$count(table, eq(table.learnerId, learner.id)),
        ]),
      ),
    )

  it('is erased whole, and nothing of anybody else', async () => {
    const before = await rowsOf(ben)
    expect(Object.values(before)).not.toContain(0)
    expect(await rowsOf(ada)).toEqual(before)
    expect(await eraseLearner(home.db, ada)).toBe(true)
    expect(Object.values(await rowsOf(ada)).every((count) => count === 0)).toBe(true)
    expect(await rowsOf(ben)).toEqual(before)
    expect(await home.truth.$count(learners)).toBe(1)
  })

  it('is every table that names a learner', async () => {
    const named = Object.values(await import('@/db/schema')).filter((table) => 'learnerId' in table)
    expect(named.length).toBe(Object.keys(OWN).length)
  })

  it('stays while they are the only instructor of a class', async () => {
    const { db } = home
    const lead = async (learner: Learner, role: 'instructor' | 'learner') =>
      db.update(memberships).set({ role }).where(eq(memberships.learnerId, learner.id))
    await lead(ada, 'instructor')
    expect(await listSoleClasses(db, ada)).toEqual([{ id: 'c', name: 'Biology' }])
    expect(await eraseLearner(db, ada)).toBe(false)
    await lead(ben, 'instructor')
    expect(await listSoleClasses(db, ada)).toEqual([])
    const both = await Promise.all([eraseLearner(db, ada), eraseLearner(db, ben)])
    expect(both.filter(Boolean)).toHaveLength(1)
  })

  it('stays under a session that does not count any more', async () => {
    const stale = asLearner({ id: ada.id, sessionVersion: 7 })
    expect(await eraseLearner(home.db, stale)).toBe(false)
    expect(await exportAccount(home.db, stale)).toBeUndefined()
    expect(await exportAttempts(home.db, stale, { itemId: '', id: '' }, 10)).toEqual([])
  })

  it('is exported without secrets, attempt by attempt', async () => {
    const { db } = home
    const account = await exportAccount(db, ada)
    expect(account).toMatchObject({
      profile: { id: ada.id, name: 'Ada', newADay: 20, shortcuts: 1 },
      identities: [{ provider: 'password' }],
      memberships: [{ classId: 'c', className: 'Biology', role: 'learner' }],
      dials: [{ retention: 0.9 }, { retention: 0.85 }],
      deckPlans: [{ deckId: 'deck', examDay: '2026-12-24' }],
      judgements: [{ judgement: 'withdrawn' }],
      shelvings: [{ shelving: 'suspended' }],
      notes: [{ text: 'In my own words' }],
      studyDays: [{ localDay: '2026-03-02', deckId: 'deck' }],
      reports: [{ itemId: 'deck/card-1', text: 'The back is wrong', state: 'open' }],
      notices: [{ kind: 'report-answered', data: { state: 'fixed' } }],
    })
    expect([account?.snapshots.length, account?.rollups.length]).toEqual([3, 1])
    expect(JSON.stringify(account)).not.toMatch(/argon2|sessionVersion|tokenHash/)
    const first = await exportAttempts(db, ada, { itemId: '', id: '' }, 2)
    const last = first.at(-1)
    const rest = await exportAttempts(db, ada, last ?? { itemId: '', id: '' }, 2)
    expect([...first, ...rest].map(({ itemId }) => itemId)).toEqual([
      'deck/card-1',
      'deck/card-2',
      'deck/card-3',
    ])
    expect([...first, ...rest].every(({ learnerId }) => learnerId === ada.id)).toBe(true)
  })
})
