import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDeck, addLearner, submit } from '@/db/fixtures'
import { classes } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asInstructor, asLearner, type Learner } from '@/lib/identity'
import { assignDeck } from './assignments'
import { recordAttempt } from './attempts'
import { createClass } from './classes'
import { joinClass } from './joining'
import { readToday } from './today'

const NOW = Date.UTC(2026, 2, 2, 12)
const MINUTE = 60_000
const DAY = 86_400_000

describe.each(DRIVERS)('what today brings, on %s', (driver) => {
  let world: TemporaryDatabase
  let ada: Learner
  beforeEach(async () => {
    world = await temporaryDatabase(driver)
    for (const deck of ['deck', 'other']) await addDeck(world.db, deck, 1)
    ada = await addLearner(world.db, 'Ada', 'Europe/Berlin')
  })
  afterEach(() => world.cleanup())

  const today = async (now = NOW) => {
    await world.settled()
    return readToday(world.db, ada, now)
  }
  const grade = (item: string) =>
    recordAttempt(world.db, ada, submit(item, { kind: 'card', grade: 'good' }, { answeredAt: NOW }), NOW)

  it('is nothing for somebody new, and absent under a session that does not count', async () => {
    expect(await today()).toMatchObject({ studies: false, due: 0, fresh: 0, assignments: [] })
    const stale = asLearner({ id: ada.id, sessionVersion: 2 })
    expect(await readToday(world.db, stale, NOW)).toBeUndefined()
  })

  it('counts what is due and new, says how long it takes and when the next comes', async () => {
    await grade('deck/card-1')
    expect(await today(NOW + MINUTE)).toMatchObject({
      studies: true,
      due: 0,
      fresh: 2,
      seconds: 80,
      comesAt: NOW + 10 * MINUTE,
      timeZone: 'Europe/Berlin',
    })
    expect(await today(NOW + 10 * MINUTE)).toMatchObject({ due: 1, fresh: 2, seconds: 90 })
  })

  it('names what my classes want done by when, until it is done, and nothing of an archived class', async () => {
    const teacher = await addLearner(world.db, 'Teacher')
    const classId = (await createClass(world.db, teacher, 'The class', NOW)) ?? ''
    const instructor = asInstructor({ learner: teacher, classId })
    const [row] = await world.truth.select().from(classes).where(eq(classes.id, classId))
    await assignDeck(world.db, instructor, 'deck', NOW + 2 * DAY, NOW)
    await assignDeck(world.db, instructor, 'other', undefined, NOW)
    await world.settled()
    expect((await today())?.assignments).toEqual([])
    await joinClass(world.db, ada, row?.code ?? '', NOW)
    expect((await today())?.assignments).toEqual([
      {
        deck: { id: 'deck', title: 'A deck', language: 'en', direction: 'ltr' },
        className: 'The class',
        dueAt: NOW + 2 * DAY,
      },
    ])
    await assignDeck(world.db, instructor, 'other', NOW + DAY, NOW)
    expect((await today())?.assignments.map(({ deck }) => deck.id)).toEqual(['other', 'deck'])
    await grade('other/card-1')
    expect((await today())?.assignments).toHaveLength(2)
    for (const [item, answer] of [
      ['other/question-1', { kind: 'question', chosen: ['b'] }],
      ['other/prompt-1', { kind: 'prompt', text: 'Light.' }],
    ] as const)
      await recordAttempt(world.db, ada, submit(item, answer, { answeredAt: NOW }), NOW)
    expect((await today())?.assignments.map(({ deck }) => deck.id)).toEqual(['deck'])
    expect((await today(NOW + 40 * DAY))?.assignments).toEqual([])
    await world.truth.update(classes).set({ archivedAt: NOW })
    expect((await today())?.assignments).toEqual([])
  })
})
