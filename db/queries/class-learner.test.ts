import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDeck, addLearner, submit } from '@/db/fixtures'
import { classes, items } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asInstructor, asLearner, type Instructor, type Learner } from '@/lib/identity'
import type { Answer } from '@/lib/rules/answer'
import { assignDeck } from './assignments'
import { recordAttempt } from './attempts'
import { ANSWERS_A_PAGE, answersAfter, type Cursor, pageOfAnswers } from './class-answers'
import { readClassLearner } from './class-learner'
import { createClass } from './classes'
import { joinClass, leaveClass } from './joining'
import { readMyClass } from './my-class'

const NOW = Date.UTC(2026, 2, 2, 13)
const MINUTE = 60_000
const wrong: Answer = { kind: 'question', chosen: ['a'] }
const right: Answer = { kind: 'question', chosen: ['b'] }
const good: Answer = { kind: 'card', grade: 'good' }

describe.each(DRIVERS)('a learner of a class on %s', (driver) => {
  let world: TemporaryDatabase
  let instructor: Instructor
  let ada: Learner
  let bo: Learner
  const answer = (who: Learner, itemId: string, said: Answer, minutesAgo = 1) =>
    recordAttempt(
      world.db,
      who,
      submit(itemId, said, { answeredAt: NOW - minutesAgo * MINUTE }),
      NOW - minutesAgo * MINUTE,
    )
  const everything = async (most: number) => {
    await world.settled()
    const ids: string[] = []
    let cursor: Cursor | undefined
    do {
      const page = await answersAfter(world.db, instructor, cursor, most)
      ids.push(...page.answers.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    return ids
  }

  beforeEach(async () => {
    world = await temporaryDatabase(driver)
    await addDeck(world.db, 'deck', 2)
    await addDeck(world.db, 'other', 1)
    const teacher = await addLearner(world.db, 'Grace', 'Europe/Berlin')
    const classId = (await createClass(world.db, teacher, 'Evening course', NOW)) ?? ''
    instructor = asInstructor({ learner: teacher, classId })
    const code = (await world.truth.select({ code: classes.code }).from(classes))[0]?.code ?? ''
    ada = await addLearner(world.db, 'Ada', 'Asia/Tokyo')
    bo = await addLearner(world.db, 'Bo')
    for (const who of [ada, bo]) await joinClass(world.db, who, code, NOW)
    await assignDeck(world.db, instructor, 'deck', NOW, NOW)
    await answer(ada, 'deck/question-1', wrong, 9)
    await answer(ada, 'deck/question-1', right, 5)
    await answer(ada, 'deck/card-2', good, 3)
    await answer(ada, 'other/card-1', good, 2)
    await answer(bo, 'deck/card-1', good, 1)
    await world.settled()
  })
  afterEach(() => world.cleanup())

  it('is seen by the instructor item by item, on assigned decks alone', async () => {
    const seen = await readClassLearner(world.db, instructor, ada.id)
    expect(seen).toMatchObject({ name: 'Ada', className: 'Evening course', timeZone: 'Europe/Berlin' })
    expect(seen?.lastAt).toBe(NOW - 3 * MINUTE)
    expect(seen?.decks.map(({ id }) => id)).toEqual(['deck'])
    expect(seen?.decks[0]?.standing).toMatchObject({
      answered: 2,
      known: 1,
      rightFirst: 0,
      rightEver: 1,
      byDue: 2,
    })
    const done = Object.fromEntries(seen?.decks[0]?.items.map((item) => [item.name, item.done]) ?? [])
    expect(Object.keys(done)).toHaveLength(6)
    expect(done['question-1']).toEqual({
      attempts: 2,
      firstMark: 0,
      lastMark: 1,
      lastAnswer: right,
      bestMark: 1,
      conceptsBest: 0,
      lastAt: NOW - 5 * MINUTE,
    })
    expect(done['card-1']).toBeUndefined()
  })

  it('has answers in words, newest first, without those elsewhere', async () => {
    const { answers, total } = await pageOfAnswers(world.db, instructor, ada.id, 1)
    expect(total).toBe(3)
    expect(answers.map(({ asked, words, mark }) => [asked, words, mark])).toEqual([
      ['Front', 'Good', 1],
      ['Which?', 'Option b', 1],
      ['Which?', 'Option a', 0],
    ])
  })

  it('has answers in pages, each once', async () => {
    for (let minute = 20; minute < 20 + ANSWERS_A_PAGE; minute += 1)
      await answer(ada, 'deck/card-1', good, minute)
    await world.settled()
    const pages = [1, 2, 3].map((page) => pageOfAnswers(world.db, instructor, ada.id, page))
    const sizes = (await Promise.all(pages)).map(({ answers }) => answers.length)
    expect(sizes).toEqual([ANSWERS_A_PAGE, 3, 0])
    const ids = (await Promise.all(pages)).flatMap(({ answers }) => answers.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ANSWERS_A_PAGE + 3)
  })

  it.each([1, 2, 3, 500])('downloads every answer of the class once, %i at a time', async (most) => {
    const ids = await everything(most)
    expect(ids).toHaveLength(4)
    expect(new Set(ids).size).toBe(4)
  })

  it('keeps answers to an item that left its deck', async () => {
    await world.db.update(items).set({ retiredAt: NOW }).where(eq(items.id, 'deck/question-1'))
    expect(await everything(500)).toHaveLength(4)
    expect((await readClassLearner(world.db, instructor, ada.id))?.decks[0]?.items).toHaveLength(5)
  })

  it('is seen no more after leaving', async () => {
    await leaveClass(world.db, ada, instructor.classId)
    await world.settled()
    expect(await readClassLearner(world.db, instructor, ada.id)).toBeUndefined()
    expect(await pageOfAnswers(world.db, instructor, ada.id, 1)).toEqual({ answers: [], total: 0 })
    expect(await everything(500)).toHaveLength(1)
  })

  it('is not seen by another learner of the class, an outsider or a session that ended', async () => {
    const outsider = await addLearner(world.db, 'Outsider')
    await world.settled()
    for (const who of [ada, bo, outsider, asLearner({ ...instructor.learner, sessionVersion: 9 })]) {
      const not = asInstructor({ learner: who, classId: instructor.classId })
      expect(await readClassLearner(world.db, not, ada.id)).toBeUndefined()
      expect(await pageOfAnswers(world.db, not, ada.id, 1)).toEqual({ answers: [], total: 0 })
      expect(await answersAfter(world.db, not, undefined)).toEqual({ answers: [] })
    }
    expect(await readClassLearner(world.db, instructor, instructor.learner.id)).toBeUndefined()
  })

  it('sees the class’s decks and their own standing, and nobody else’s name but the instructor’s', async () => {
    const mine = await readMyClass(world.db, ada, instructor.classId)
    expect(mine).toMatchObject({
      name: 'Evening course',
      role: 'learner',
      timeZone: 'Asia/Tokyo',
      instructors: ['Grace'],
    })
    expect(mine?.decks).toMatchObject([
      { id: 'deck', dueAt: NOW, standing: { answered: 2, known: 1, byDue: 2 } },
    ])
    expect(JSON.stringify(mine)).not.toContain('Bo')
    expect(await readMyClass(world.db, await addLearner(world.db), instructor.classId)).toBeUndefined()
    expect(
      await readMyClass(world.db, asLearner({ ...ada, sessionVersion: 9 }), instructor.classId),
    ).toBeUndefined()
  })
})
