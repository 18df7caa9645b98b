import { and, eq, isNull } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '@/db/client'
import { addDeck, addLearner, BODIES, submit } from '@/db/fixtures'
import { assignments, attempts, classes, items, itemVersions, memberships } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asInstructor, asLearner, type Instructor, type Learner } from '@/lib/identity'
import type { Answer } from '@/lib/rules/answer'
import { assignDeck, unassignDeck } from './assignments'
import { recordAttempt } from './attempts'
import { readDashboard } from './class-dashboard'
import { readClassLearner } from './class-learner'
import { createClass } from './classes'
import { joinClass, leaveClass } from './joining'
import { promote, removeLearner } from './members'
import { readMyClass } from './my-class'

const NOW = Date.UTC(2026, 2, 2, 13)
const MINUTE = 60_000
const right: Answer = { kind: 'question', chosen: ['b'] }
const wrong: Answer = { kind: 'question', chosen: ['a'] }
const explained = (text: string): Answer => ({ kind: 'prompt', text })

describe.each(DRIVERS)('the dashboard of a class on %s', (driver) => {
  let world: TemporaryDatabase
  let instructor: Instructor
  let code: string
  let ada: Learner
  let bo: Learner
  const read = async () => {
    await world.settled()
    return readDashboard(world.db, instructor, NOW)
  }
  const join = (who: Learner) => joinClass(world.db, who, code, NOW)
  const answer = async (who: Learner, itemId: string, said: Answer, minutesAgo = 1) =>
    expect(
      await recordAttempt(
        world.db,
        who,
        submit(itemId, said, { answeredAt: NOW - minutesAgo * MINUTE }),
        NOW,
      ),
    ).toMatchObject({ recorded: true })
  const row = async (who: Learner) => (await read())?.people.find(({ id }) => id === who.id)

  beforeEach(async () => {
    world = await temporaryDatabase(driver)
    await addDeck(world.db, 'deck', 2)
    await addDeck(world.db, 'other', 1)
    const teacher = await addLearner(world.db, 'Grace', 'Europe/Berlin')
    const classId = (await createClass(world.db, teacher, 'Evening course', NOW)) ?? ''
    instructor = asInstructor({ learner: teacher, classId })
    code = (await world.truth.select({ code: classes.code }).from(classes))[0]?.code ?? ''
    ada = await addLearner(world.db, 'Ada')
    bo = await addLearner(world.db, 'bo')
    await assignDeck(world.db, instructor, 'deck', NOW - 10 * MINUTE, NOW)
  })
  afterEach(() => world.cleanup())

  it('shows a class without learners', async () => {
    expect(await read()).toEqual({
      id: instructor.classId,
      name: 'Evening course',
      archived: false,
      at: NOW,
      timeZone: 'Europe/Berlin',
      decks: [
        {
          id: 'deck',
          title: 'A deck',
          dueAt: NOW - 10 * MINUTE,
          cards: 2,
          questions: 2,
          prompts: 2,
          concepts: 4,
        },
      ],
      people: [],
      missed: [],
    })
  })

  it('counts what is known, right at first and ever, covered and in time, also from before joining', async () => {
    await answer(ada, 'deck/card-1', { kind: 'card', grade: 'good' }, 30)
    await answer(ada, 'deck/card-2', { kind: 'card', grade: 'hard' }, 20)
    await answer(ada, 'deck/question-1', wrong, 11)
    await answer(ada, 'deck/question-1', right, 5)
    await answer(ada, 'deck/prompt-1', explained('They release oxygen.'), 3)
    await join(ada)
    await join(bo)
    expect(await row(ada)).toEqual({
      id: ada.id,
      name: 'Ada',
      lastAt: NOW - 3 * MINUTE,
      decks: { deck: { answered: 4, known: 1, rightFirst: 0, rightEver: 1, concepts: 1, byDue: 3 } },
    })
    expect(await row(bo)).toEqual({ id: bo.id, name: 'bo', decks: {} })
    expect((await read())?.people.map(({ name }) => name)).toEqual(['Ada', 'bo'])
  })

  it('shows no work on a deck that is not assigned, nor that there was any', async () => {
    await join(ada)
    await answer(ada, 'other/question-1', wrong)
    expect(await row(ada)).toEqual({ id: ada.id, name: 'Ada', decks: {} })
    expect((await read())?.missed).toEqual([])
    await assignDeck(world.db, instructor, 'other', undefined, NOW)
    expect(await row(ada)).toMatchObject({ decks: { other: { answered: 1, byDue: 0 } } })
    await unassignDeck(world.db, instructor, 'other')
    expect(await row(ada)).toEqual({ id: ada.id, name: 'Ada', decks: {} })
  })

  it('shows nothing of who left, was removed, teaches or never joined', async () => {
    const cy = await addLearner(world.db, 'Cy')
    const di = await addLearner(world.db, 'Di')
    for (const who of [ada, bo, cy]) await join(who)
    for (const who of [ada, bo, cy, di]) await answer(who, 'deck/question-1', wrong)
    expect((await read())?.missed[0]).toMatchObject({ tried: 3 })
    await leaveClass(world.db, ada, instructor.classId)
    await removeLearner(world.db, instructor, bo.id)
    await promote(world.db, instructor, cy.id)
    expect(await read()).toMatchObject({ people: [], missed: [] })
  })

  it('counts live items only, as base and as work', async () => {
    await join(ada)
    await answer(ada, 'deck/question-1', wrong, 30)
    await answer(ada, 'deck/question-2', wrong, 30)
    await world.db.update(items).set({ retiredAt: NOW }).where(eq(items.id, 'deck/question-2'))
    const dashboard = await read()
    expect(dashboard?.decks[0]).toMatchObject({ cards: 2, questions: 1, prompts: 2 })
    expect(dashboard?.people[0]?.decks.deck?.byDue).toBe(1)
    expect(dashboard?.missed.map(({ id }) => id)).toEqual(['deck/question-1'])
  })

  it('lists what was missed most at the first attempt, with what was said', async () => {
    const class3 = [ada, bo, await addLearner(world.db, 'Cy')]
    for (const who of class3) await join(who)
    for (const [index, who] of class3.entries()) {
      await answer(who, 'deck/question-1', index === 0 ? right : wrong, 9)
      await answer(who, 'deck/question-1', right, 1)
      await answer(who, 'deck/question-2', right, 9)
      await answer(who, 'deck/card-1', { kind: 'card', grade: index === 0 ? 'forgot' : 'easy' })
      await answer(who, 'deck/prompt-1', explained('They turn light into sugar.'))
    }
    const missed = (await read())?.missed
    expect(missed?.map(({ id, tried, missed }) => [id, tried, missed])).toEqual([
      ['deck/question-1', 3, 2],
      ['deck/prompt-1', 3, 3],
      ['deck/card-1', 3, 1],
    ])
    expect(missed?.[0]).toMatchObject({
      asked: 'Which?',
      kind: 'question',
      deckId: 'deck',
      name: 'question-1',
    })
    expect(missed?.[0]?.answers).toEqual([
      { text: 'Option a', count: 2, of: 3, right: false },
      { text: 'Option b', count: 1, of: 3, right: true },
      { text: 'Option c', count: 0, of: 3, right: false },
      { text: 'Option d', count: 0, of: 3, right: false },
    ])
    expect(missed?.[1]?.answers).toEqual([
      { text: 'Oxygen is set free', count: 3, of: 3 },
      { text: 'Sugar is made', count: 0, of: 3 },
    ])
    expect(missed?.[2]?.answers).toEqual([
      { text: 'Forgot', count: 1, of: 3 },
      { text: 'Hard', count: 0, of: 3 },
      { text: 'Good', count: 0, of: 3 },
      { text: 'Easy', count: 2, of: 3 },
    ])
  })

  it('reads an answer in the version it was given to', async () => {
    await join(ada)
    await join(bo)
    await answer(ada, 'deck/question-1', wrong)
    const options = BODIES.question.options.map((option) =>
      option.id === 'a' ? { ...option, text: 'Option a, put better' } : option,
    )
    await world.db.insert(itemVersions).values({
      itemId: 'deck/question-1',
      contentHash: 'v2',
      revision: 1,
      body: { ...BODIES.question, options },
      seededAt: NOW,
    })
    await world.db.update(items).set({ contentHash: 'v2' }).where(eq(items.id, 'deck/question-1'))
    const later = submit('deck/question-1', wrong, { contentHash: 'v2', answeredAt: NOW })
    await recordAttempt(world.db, bo, later, NOW)
    const lines = (await read())?.missed[0]?.answers
    expect(lines).toContainEqual({ text: 'Option a', count: 1, of: 1, right: false })
    expect(lines).toContainEqual({ text: 'Option a, put better', count: 1, of: 1, right: false })
    expect(lines).toContainEqual({ text: 'Option c', count: 0, of: 2, right: false })
  })

  it('never counts more concepts than a prompt has, nor lets one make up for another', async () => {
    await join(ada)
    await answer(ada, 'deck/prompt-1', explained('They turn light into sugar and release oxygen.'))
    await answer(ada, 'deck/prompt-2', explained('I do not know.'))
    const [concept] = BODIES.prompt.concepts
    await world.db
      .update(itemVersions)
      .set({ body: { ...BODIES.prompt, concepts: [concept] } })
      .where(eq(itemVersions.itemId, 'deck/prompt-1'))
    expect((await read())?.decks[0]?.concepts).toBe(3)
    expect((await row(ada))?.decks.deck?.concepts).toBe(1)
    const mine = await readMyClass(world.db, ada, instructor.classId)
    expect(mine?.decks[0]?.standing.concepts).toBe(1)
    const learner = await readClassLearner(world.db, instructor, ada.id)
    expect(learner?.decks[0]?.standing.concepts).toBe(1)
  })

  it('is nothing for a learner of the class, an outsider and a session that ended', async () => {
    await join(ada)
    for (const who of [ada, bo, asLearner({ ...instructor.learner, sessionVersion: 9 })])
      expect(
        await readDashboard(world.db, asInstructor({ learner: who, classId: instructor.classId }), NOW),
      ).toBeUndefined()
  })

  it('takes two round trips and never reads an attempt', async () => {
    await join(ada)
    await answer(ada, 'deck/question-1', wrong)
    const statements: string[] = []
    let trips = 0
    const counted = Object.assign(Object.create(world.db), {
      together: (queries: Parameters<Db['together']>[0]) => {
        trips += 1
        for (const query of queries as unknown as { toSQL: () => { sql: string } }[])
          statements.push(query.toSQL().sql)
        return world.db.together(queries)
      },
    }) as Db
    await world.settled()
    expect((await readDashboard(counted, instructor, NOW))?.missed).toHaveLength(1)
    expect(trips).toBe(2)
    expect(statements).toHaveLength(11)
    for (const statement of statements) expect(statement).not.toMatch(/(from|join) "attempts"/)
  })

  it('equals a plain recount of all attempts', async () => {
    const drawn = fc.array(
      fc.record({
        who: fc.nat(3),
        deck: fc.constantFrom('deck', 'other'),
        item: fc.constantFrom('card-1', 'card-2', 'question-1', 'question-2', 'prompt-1'),
        luck: fc.nat(3),
        ago: fc.nat(40),
      }),
      { maxLength: 40 },
    )
    const said = (item: string, luck: number): Answer => {
      if (item.startsWith('card'))
        return { kind: 'card', grade: (['forgot', 'hard', 'good', 'easy'] as const)[luck] ?? 'good' }
      if (item.startsWith('question')) return { kind: 'question', chosen: ['abcd'[luck] ?? 'a'] }
      return explained(
        ['Nothing.', 'light into sugar', 'release oxygen', 'light into sugar, release oxygen'][luck] ?? '',
      )
    }
    await fc.assert(
      fc.asyncProperty(drawn, async (list) => {
        await world.db.delete(memberships).where(eq(memberships.role, 'learner'))
        const people = []
        for (const name of ['A', 'B', 'C', 'D']) people.push(await addLearner(world.db, name))
        for (const who of people.slice(0, 3)) await join(who)
        for (const { who, deck, item, luck, ago } of list) {
          const person = people[who]
          if (person && !(deck === 'other' && item.endsWith('2')))
            await answer(person, `${deck}/${item}`, said(item, luck), ago)
        }
        const dashboard = await read()
        expect(dashboard?.people).toEqual(await recount(world.truth, instructor.classId))
        expect(
          dashboard?.missed.map(({ id, tried, missed, facility }) => ({ id, tried, missed, facility })),
        ).toEqual(await recountMissed(world.truth, instructor.classId))
      }),
      { numRuns: 25 },
    )
  })
})

const facts = (db: Db, classId: string) =>
  db
    .select({ attempt: attempts, dueAt: assignments.dueAt })
    .from(attempts)
    .innerJoin(
      memberships,
      and(eq(memberships.learnerId, attempts.learnerId), eq(memberships.role, 'learner')),
    )
    .innerJoin(
      assignments,
      and(eq(assignments.deckId, attempts.deckId), eq(assignments.classId, memberships.classId)),
    )
    .innerJoin(items, and(eq(items.id, attempts.itemId), isNull(items.retiredAt)))
    .where(eq(memberships.classId, classId))
    .orderBy(attempts.answeredAt, attempts.id)

/** The people of a dashboard, counted from attempts in the plainest way there is. */
async function recount(db: Db, classId: string) {
  const all = await facts(db, classId)
  const people = await db.query.learners.findMany({ columns: { id: true, name: true } })
  const members = new Set(
    (await db.select().from(memberships).where(eq(memberships.role, 'learner'))).map((row) => row.learnerId),
  )
  return people
    .filter(({ id }) => members.has(id))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((person) => {
      const own = all.filter(({ attempt }) => attempt.learnerId === person.id)
      const byItem = [...grouped(own, ({ attempt }) => attempt.itemId).values()]
      const count = (test: (list: typeof own) => boolean) => byItem.filter(test).length
      const grade = (list: typeof own) => {
        const last = list.at(-1)?.attempt.answer
        return last?.kind === 'card' ? last.grade : undefined
      }
      const isQuestion = (list: typeof own) => list[0]?.attempt.kind === 'question'
      const deck = {
        answered: byItem.length,
        known: count((list) => ['good', 'easy'].includes(grade(list) ?? '')),
        rightFirst: count((list) => isQuestion(list) && list[0]?.attempt.mark === 1),
        rightEver: count((list) => isQuestion(list) && list.some(({ attempt }) => attempt.mark === 1)),
        concepts: byItem.reduce(
          (sum, list) => sum + Math.max(...list.map(({ attempt }) => attempt.verdict.covered?.length ?? 0)),
          0,
        ),
        byDue: count((list) => (list[0]?.attempt.answeredAt ?? 0) <= (list[0]?.dueAt ?? 0)),
      }
      if (own.length === 0) return { ...person, decks: {} }
      return { ...person, lastAt: own.at(-1)?.attempt.answeredAt, decks: { deck } }
    })
}

async function recountMissed(db: Db, classId: string) {
  const firsts = new Map<string, { itemId: string; mark: number }>()
  for (const { attempt } of await facts(db, classId)) {
    const key = `${attempt.learnerId} ${attempt.itemId}`
    if (!firsts.has(key)) firsts.set(key, attempt)
  }
  return [...grouped([...firsts.values()], ({ itemId }) => itemId)]
    .map(([id, list]) => ({
      id,
      tried: list.length,
      missed: list.filter(({ mark }) => mark < 1).length,
      facility: list.reduce((sum, { mark }) => sum + mark, 0) / list.length,
    }))
    .filter(({ facility }) => facility < 1)
    .sort((a, b) => a.facility - b.facility || b.tried - a.tried || (a.id < b.id ? -1 : 1))
}

function grouped<T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return groups
}
