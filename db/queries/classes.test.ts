import { eq, inArray } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '@/db/client'
import { addDeck, addLearner } from '@/db/fixtures'
import { assignments, classes, decks, learners, memberships } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asInstructor, asLearner, type Instructor, type Learner } from '@/lib/identity'
import { assignDeck, unassignDeck } from './assignments'
import { readClassSettings } from './class-settings'
import { archiveClass, createClass, deleteClass, listClasses, renameClass, replaceCode } from './classes'
import { eraseLearner, listSoleClasses } from './erase'
import { isInstructorOf } from './instructors'
import { findInvitation, joinClass, leaveClass } from './joining'
import { demote, handOver, promote, removeLearner } from './members'
import { readMyClass } from './my-class'

const NOW = Date.UTC(2026, 2, 2)

describe.each(DRIVERS)('classes on %s', (driver) => {
  let world: TemporaryDatabase
  let teacher: Learner
  let learner: Learner
  let outsider: Learner
  let classId: string
  let instructor: Instructor
  const as = (who: Learner): Instructor => asInstructor({ learner: who, classId })
  const codeNow = async () =>
    (await world.truth.select({ code: classes.code }).from(classes).where(eq(classes.id, classId)))[0]
      ?.code ?? ''
  const join = async (who: Learner) => joinClass(world.db, who, await codeNow(), NOW)
  const roles = async () =>
    Object.fromEntries((await world.truth.select().from(memberships)).map((row) => [row.learnerId, row.role]))

  beforeEach(async () => {
    world = await temporaryDatabase(driver)
    teacher = await addLearner(world.db, 'Grace', 'Europe/Berlin')
    learner = await addLearner(world.db, 'Ada')
    outsider = await addLearner(world.db, 'Outsider')
    classId = (await createClass(world.db, teacher, 'Evening course', NOW)) ?? ''
    instructor = as(teacher)
    await addDeck(world.db, 'deck')
  })
  afterEach(() => world.cleanup())

  it('is taught by who made it, and has a code of eight signs', async () => {
    expect(await isInstructorOf(world.db, teacher, classId)).toBe(true)
    expect(await codeNow()).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
    expect(await listClasses(world.db, teacher)).toEqual([
      { id: classId, name: 'Evening course', role: 'instructor', archived: false, learners: 0, decks: 0 },
    ])
    expect(await listClasses(world.db, outsider)).toEqual([])
  })

  it('says what joining shows, and is joined once, however often', async () => {
    await assignDeck(world.db, instructor, 'deck', undefined, NOW)
    const code = await codeNow()
    expect(await findInvitation(world.db, code, undefined)).toEqual({
      classId,
      name: 'Evening course',
      instructors: ['Grace'],
      decks: ['A deck'],
      member: false,
    })
    const joined = await Promise.all([join(learner), join(learner), join(learner)])
    expect(joined).toEqual([classId, classId, classId])
    expect(await findInvitation(world.db, code, learner)).toMatchObject({ member: true })
    expect(await listClasses(world.db, learner)).toMatchObject([{ role: 'learner', learners: 1, decks: 1 }])
    const stale = asLearner({ id: learner.id, sessionVersion: 0 })
    expect(await findInvitation(world.db, code, stale)).toMatchObject({ member: false })
  })

  it('promises and counts no deck that nobody can study any more', async () => {
    await addDeck(world.db, 'retired')
    for (const deck of ['deck', 'retired']) await assignDeck(world.db, instructor, deck, undefined, NOW)
    await world.db.update(decks).set({ retiredAt: NOW }).where(eq(decks.id, 'retired'))
    expect(await findInvitation(world.db, await codeNow(), undefined)).toMatchObject({ decks: ['A deck'] })
    expect(await listClasses(world.db, teacher)).toMatchObject([{ decks: 1 }])
  })

  it('reads not one row for somebody who is not in it', async () => {
    await assignDeck(world.db, instructor, 'deck', NOW, NOW)
    await join(learner)
    let rows: unknown[] = []
    const watched = Object.assign(Object.create(world.db), {
      fresh: async (queries: Parameters<Db['fresh']>[0]) => {
        const results = await world.db.fresh(queries)
        rows = (results as readonly unknown[][]).flat()
        return results
      },
    }) as Db
    expect(await readMyClass(watched, learner, classId)).toMatchObject({ instructors: ['Grace'] })
    expect(rows.length).toBeGreaterThan(2)
    for (const who of [outsider, asLearner({ id: learner.id, sessionVersion: 0 })]) {
      expect(await readMyClass(watched, who, classId)).toBeUndefined()
      expect(rows).toEqual([])
    }
  })

  it('lets its instructor follow the link without becoming a learner of it', async () => {
    expect(await join(teacher)).toBe(classId)
    expect(await roles()).toEqual({ [teacher.id]: 'instructor' })
  })

  it('has a code that dies with a new one, and none while it is archived', async () => {
    const old = await codeNow()
    const fresh = await replaceCode(world.db, instructor)
    expect(fresh).not.toBe(old)
    expect(await findInvitation(world.db, old, undefined)).toBeUndefined()
    expect(await joinClass(world.db, learner, old, NOW)).toBeUndefined()
    await archiveClass(world.db, instructor, NOW)
    expect(await findInvitation(world.db, fresh ?? '', undefined)).toBeUndefined()
    expect(await joinClass(world.db, learner, fresh ?? '', NOW)).toBeUndefined()
    await archiveClass(world.db, instructor, undefined)
    expect(await joinClass(world.db, learner, fresh ?? '', NOW)).toBe(classId)
  })

  it('is left by a learner, but not by its only instructor', async () => {
    await join(learner)
    expect(await leaveClass(world.db, outsider, classId)).toBe('not-in-class')
    expect(await leaveClass(world.db, learner, classId)).toBe('left')
    expect(await leaveClass(world.db, teacher, classId)).toBe('only-instructor')
    expect(await roles()).toEqual({ [teacher.id]: 'instructor' })
  })

  it('has a second instructor by promotion; then the first can step down or leave', async () => {
    await join(learner)
    expect(await promote(world.db, instructor, outsider.id)).toBe(false)
    expect(await promote(world.db, instructor, learner.id)).toBe(true)
    expect(await listSoleClasses(world.db, teacher)).toEqual([])
    expect(await leaveClass(world.db, teacher, classId)).toBe('left')
    expect(await roles()).toEqual({ [learner.id]: 'instructor' })
    expect(await demote(world.db, as(learner), learner.id)).toBe(false)
  })

  it('makes a learner again of an instructor who once joined, and lets go who never agreed to show work', async () => {
    await join(learner)
    await promote(world.db, instructor, learner.id)
    expect(await demote(world.db, instructor, learner.id)).toBe(true)
    expect(await roles()).toEqual({ [teacher.id]: 'instructor', [learner.id]: 'learner' })
    await promote(world.db, instructor, learner.id)
    expect(await demote(world.db, as(learner), teacher.id)).toBe(true)
    expect(await roles()).toEqual({ [learner.id]: 'instructor' })
  })

  it('counts nobody as its instructor whose account is disabled', async () => {
    const co = await addLearner(world.db, 'Co')
    for (const who of [learner, co]) await join(who)
    await promote(world.db, instructor, co.id)
    const before = await roles()
    await world.db
      .update(learners)
      .set({ disabledAt: NOW })
      .where(inArray(learners.id, [co.id, learner.id]))
    expect(await listSoleClasses(world.db, teacher)).toEqual([{ id: classId, name: 'Evening course' }])
    expect(await leaveClass(world.db, teacher, classId)).toBe('only-instructor')
    expect(await demote(world.db, instructor, teacher.id)).toBe(false)
    expect(await eraseLearner(world.db, teacher)).toBe(false)
    expect(await promote(world.db, instructor, learner.id)).toBe(false)
    for (const heir of [learner, co]) expect(await handOver(world.db, instructor, heir.id)).toBe(false)
    expect(await roles()).toEqual(before)
    await world.db.update(learners).set({ disabledAt: null })
    expect(await handOver(world.db, instructor, co.id)).toBe(true)
  })

  it('keeps an instructor when two step down at once', async () => {
    await join(learner)
    await promote(world.db, instructor, learner.id)
    await Promise.all([leaveClass(world.db, teacher, classId), leaveClass(world.db, learner, classId)])
    expect(Object.values(await roles())).toEqual(['instructor'])
  })

  it('is handed over whole or not at all', async () => {
    expect(await handOver(world.db, instructor, outsider.id)).toBe(false)
    expect(await handOver(world.db, instructor, teacher.id)).toBe(false)
    expect(await roles()).toEqual({ [teacher.id]: 'instructor' })
    await join(learner)
    expect(await handOver(world.db, instructor, learner.id)).toBe(true)
    expect(await roles()).toEqual({ [learner.id]: 'instructor' })
  })

  it('keeps the account of its only instructor, archived or not, until it is deleted', async () => {
    await archiveClass(world.db, instructor, NOW)
    expect(await eraseLearner(world.db, teacher)).toBe(false)
    expect(await deleteClass(world.db, instructor, 'Another course')).toBe(false)
    expect(await deleteClass(world.db, instructor, 'Evening course')).toBe(true)
    expect(await world.truth.select().from(memberships)).toEqual([])
    expect(await eraseLearner(world.db, teacher)).toBe(true)
  })

  it('has decks assigned to it, each once, with a due date that moves', async () => {
    expect(await assignDeck(world.db, instructor, 'nothing', undefined, NOW)).toBe(false)
    expect(await assignDeck(world.db, instructor, 'deck', NOW + 5, NOW)).toBe(true)
    expect(await assignDeck(world.db, instructor, 'deck', NOW + 9, NOW + 1)).toBe(true)
    expect(await world.truth.select().from(assignments)).toMatchObject([{ dueAt: NOW + 9, assignedAt: NOW }])
    expect(await assignDeck(world.db, instructor, 'deck', undefined, NOW)).toBe(true)
    const settings = await readClassSettings(world.db, instructor)
    expect(settings).toMatchObject({
      timeZone: 'Europe/Berlin',
      assigned: [{ deckId: 'deck', title: 'A deck', retired: false }],
      available: [],
    })
    expect(settings?.assigned[0]).not.toHaveProperty('dueAt')
    expect(await unassignDeck(world.db, instructor, 'deck')).toBe(true)
    expect(await unassignDeck(world.db, instructor, 'deck')).toBe(false)
    expect(await readClassSettings(world.db, instructor)).toMatchObject({
      assigned: [],
      available: [{ deckId: 'deck' }],
    })
  })

  it('lists its people, instructors first', async () => {
    await join(learner)
    expect((await readClassSettings(world.db, instructor))?.people).toEqual([
      { id: teacher.id, name: 'Grace', role: 'instructor', agreed: false },
      { id: learner.id, name: 'Ada', role: 'learner', agreed: true },
    ])
  })

  it('loses a learner whom its instructor removes, and no instructor that way', async () => {
    await join(learner)
    expect(await removeLearner(world.db, instructor, teacher.id)).toBe(false)
    expect(await removeLearner(world.db, instructor, learner.id)).toBe(true)
    expect(await removeLearner(world.db, instructor, learner.id)).toBe(false)
    expect(await roles()).toEqual({ [teacher.id]: 'instructor' })
  })

  // A guard proves the role once; every query asks again, so that a role lost in between opens nothing.
  const doors: [string, (who: Instructor) => Promise<unknown>][] = [
    ['rename', (who) => renameClass(world.db, who, 'Taken')],
    ['a new code', (who) => replaceCode(world.db, who)],
    ['archive', (who) => archiveClass(world.db, who, NOW)],
    ['delete', (who) => deleteClass(world.db, who, 'Evening course')],
    ['assign', (who) => assignDeck(world.db, who, 'deck', undefined, NOW)],
    ['unassign', (who) => unassignDeck(world.db, who, 'assigned')],
    ['settings', (who) => readClassSettings(world.db, who)],
    ['promote', (who) => promote(world.db, who, learner.id)],
    ['demote', (who) => demote(world.db, who, teacher.id)],
    ['remove', (who) => removeLearner(world.db, who, learner.id)],
    ['hand over', (who) => handOver(world.db, who, learner.id)],
  ]
  it.each(doors)(
    'refuses %s to a learner of it, an outsider, another class’s instructor and a stale session',
    async (_, open) => {
      await addDeck(world.db, 'assigned')
      await assignDeck(world.db, instructor, 'assigned', undefined, NOW)
      await join(learner)
      await createClass(world.db, outsider, 'Another class', NOW)
      const state = async () =>
        JSON.stringify([
          await world.truth.select().from(classes),
          await world.truth.select().from(memberships),
          await world.truth.select().from(assignments),
        ])
      const before = await state()
      for (const who of [learner, outsider, asLearner({ id: teacher.id, sessionVersion: 9 })])
        expect(await open(as(who))).toBeFalsy()
      expect(await state()).toBe(before)
    },
  )

  it('is not made or joined by a session that has ended', async () => {
    const stale = asLearner({ id: learner.id, sessionVersion: 0 })
    expect(await createClass(world.db, stale, 'Mine', NOW)).toBeUndefined()
    expect(await join(stale)).toBeUndefined()
    expect(await leaveClass(world.db, stale, classId)).toBe('not-in-class')
    expect(await listClasses(world.db, stale)).toEqual([])
  })
})
