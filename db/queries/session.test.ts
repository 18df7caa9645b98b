import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { classes, learners, memberships } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asLearner } from '@/lib/identity'
import { isInstructorOf } from './instructors'
import { hasCurrentSession, whileCurrent } from './session'

describe.each(DRIVERS)('a session on %s', (driver) => {
  let home: TemporaryDatabase
  beforeEach(async () => {
    home = await temporaryDatabase(driver)
    const { db } = home
    await db.insert(learners).values([
      { id: 'ada', name: 'Ada', sessionVersion: 2, createdAt: 1 },
      { id: 'ben', name: 'Ben', createdAt: 1 },
      { id: 'off', name: 'Off', createdAt: 1, disabledAt: 5 },
    ])
    await db.insert(classes).values([
      { id: 'one', name: 'One', code: 'ONE', createdAt: 1 },
      { id: 'two', name: 'Two', code: 'TWO', createdAt: 1 },
    ])
    await db.insert(memberships).values([
      { classId: 'one', learnerId: 'ada', role: 'instructor', joinedAt: 1 },
      { classId: 'two', learnerId: 'ada', role: 'learner', joinedAt: 1 },
      { classId: 'one', learnerId: 'ben', role: 'learner', joinedAt: 1 },
      { classId: 'one', learnerId: 'off', role: 'instructor', joinedAt: 1 },
    ])
  })
  afterEach(() => home.cleanup())

  const ada = asLearner({ id: 'ada', sessionVersion: 2 })
  const stale = asLearner({ id: 'ada', sessionVersion: 1 })
  const off = asLearner({ id: 'off', sessionVersion: 1 })
  const gone = asLearner({ id: 'gone', sessionVersion: 1 })

  it('counts while its version is the learner’s and the account is open', async () => {
    expect(await hasCurrentSession(home.db, ada)).toBe(true)
    for (const learner of [stale, off, gone]) expect(await hasCurrentSession(home.db, learner)).toBe(false)
  })

  it('makes an instructor of nobody but a current instructor of that class', async () => {
    const { db } = home
    expect(await isInstructorOf(db, ada, 'one')).toBe(true)
    expect(await isInstructorOf(db, ada, 'two')).toBe(false)
    expect(await isInstructorOf(db, ada, 'none')).toBe(false)
    expect(await isInstructorOf(db, asLearner({ id: 'ben', sessionVersion: 1 }), 'one')).toBe(false)
    expect(await isInstructorOf(db, stale, 'one')).toBe(false)
    expect(await isInstructorOf(db, off, 'one')).toBe(false)
  })

  it('holds back an update made under a stale session', async () => {
    const { db } = home
    const rename = (learner: typeof ada) =>
      db.update(learners).set({ name: 'New' }).where(whileCurrent(db, learner)).returning({ id: learners.id })
    expect(await rename(stale)).toEqual([])
    expect(await rename(off)).toEqual([])
    expect((await rename(ada)).length).toBe(3)
  })
})
