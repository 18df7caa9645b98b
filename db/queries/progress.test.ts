import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '@/db/client'
import { addDeck, addLearner, submit } from '@/db/fixtures'
import { dials, items, learners } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { sqldRunsHere } from '@/e2e/sqld/install'
import { asLearner, type Learner } from '@/lib/identity'
import { sumDays } from '@/lib/rules/progress/days'
import { forecastTruth } from '@/lib/rules/progress/forecast'
import { itemsByState } from '@/lib/rules/progress/memory-cells'
import { recordFact } from './facts'
import { readProgress } from './progress'

const DAY = 86_400_000
const NOON = Date.UTC(2026, 2, 2, 12)
const view = { range: '30d' as const }

describe.each(DRIVERS)('what a progress page shows, on %s', (driver) => {
  let world: TemporaryDatabase
  let ada: Learner
  let ben: Learner
  beforeEach(async () => {
    world = await temporaryDatabase(driver)
    await addDeck(world.db, 'deck', 2)
    await addDeck(world.db, 'other')
    await world.db
      .update(items)
      .set({ concepts: ['sugar', 'oxygen'] })
      .where(eq(items.id, 'deck/prompt-1'))
    ada = await addLearner(world.db, 'Ada')
    ben = await addLearner(world.db, 'Ben')
  })
  afterEach(() => world.cleanup())

  const card = (grade: 'forgot' | 'good' | 'easy') => ({ kind: 'card' as const, grade })
  const question = (chosen: string) => ({ kind: 'question' as const, chosen: [chosen] })
  async function answer(
    who: Learner,
    itemId: string,
    given: ReturnType<typeof card | typeof question>,
    at: number,
    more: { certainty?: 'sure' } = {},
  ) {
    const submission = {
      ...submit(itemId, given, { context: 'review', answeredAt: at, ...more }),
      durationMs: 5000,
    }
    await recordFact(world.db, who, { fact: 'attempt', ...submission }, at)
  }
  const read = async (who: Learner, asked = {}, now = NOON) => {
    await world.settled()
    return readProgress(world.db, who, { ...view, ...asked }, now)
  }

  it('is one’s own days, memories and what comes due, and nobody else’s', async () => {
    await answer(ada, 'deck/card-1', card('easy'), NOON - 30 * DAY)
    await answer(ada, 'deck/card-1', card('forgot'), NOON - DAY)
    await answer(ben, 'deck/card-1', card('good'), NOON)
    await answer(ben, 'deck/question-1', question('b'), NOON)
    const told = await read(ada)
    expect(told).toMatchObject({ today: '2026-03-02', retention: 0.9, timeZone: 'UTC' })
    expect(told?.decks).toEqual([{ id: 'deck', title: 'A deck', items: 6, attempts: 2 }])
    expect(told?.days.map(({ day }) => day)).toEqual(['2026-01-31', '2026-03-01'])
    expect(sumDays(told?.days ?? [])).toMatchObject({ attempts: 2, ms: 10_000, easy: 1, again: 1 })
    expect(told?.cells).toMatchObject([
      { deckId: 'deck', state: 'relearning', recalled: 0, mixed: 1, items: 1 },
    ])
    expect(told?.asked).toHaveLength(1)
    // A month after Easy something was forecast, and it did not come true.
    expect(forecastTruth(sumDays(told?.days ?? []))).toMatchObject({ reviews: 1, observed: { hit: 0 } })
    expect(itemsByState(told?.cells ?? [], 6)).toMatchObject({ learning: 1, 'not-started': 5 })
  })

  it('is of one deck when one is named, and of all when that one was not begun', async () => {
    await answer(ada, 'deck/card-1', card('easy'), NOON)
    await answer(ada, 'other/card-1', card('easy'), NOON)
    const one = await read(ada, { deck: 'other' })
    expect(one?.deck?.id).toBe('other')
    expect(one?.cells.map(({ deckId }) => deckId)).toEqual(['other'])
    expect(sumDays(one?.days ?? []).attempts).toBe(1)
    const unknown = await read(ada, { deck: 'nowhere' })
    expect(unknown?.deck).toBeUndefined()
    expect(sumDays(unknown?.days ?? []).attempts).toBe(2)
  })

  it('counts the reviews of today over all decks, for the day’s limit', async () => {
    await answer(ada, 'deck/card-1', card('easy'), NOON - 30 * DAY)
    await answer(ada, 'deck/card-1', card('good'), NOON)
    await answer(ada, 'other/card-1', card('easy'), NOON - 30 * DAY)
    const habits = { reviewsADay: 200, catchUpADay: undefined }
    expect(await read(ada, { deck: 'other' })).toMatchObject({ reviewed: 1, habits })
    expect((await read(ada, {}, NOON + DAY))?.reviewed).toBe(0)
    await world.db.update(learners).set({ reviewsADay: 90, catchUpADay: 30 }).where(eq(learners.id, ada.id))
    expect((await read(ada))?.habits).toEqual({ reviewsADay: 90, catchUpADay: 30 })
  })

  it('has a bucket for every figure of a memory', async () => {
    await answer(ada, 'deck/card-1', card('easy'), NOON - 3 * DAY - 1_234_567)
    const [row] = await world.truth.query.snapshots.findMany()
    // Eight days, moved a little by the fuzz.
    expect(row?.intervalDays).toBeGreaterThanOrEqual(7)
    expect(row?.intervalDays).toBeLessThan(14)
    const told = await read(ada)
    // From 7 days on is the fourth bucket; easy is 1 of 10; and after three of eight days recall is over 95 %.
    expect(told?.cells).toEqual([
      {
        deckId: 'deck',
        state: 'review',
        recalled: 1,
        mixed: 1,
        suspended: 0,
        leech: 0,
        stability: 3,
        interval: 3,
        difficulty: 0,
        recall: 7,
        items: 1,
      },
    ])
    expect((await read(ada, {}, NOON + 100 * DAY))?.cells[0]?.recall).toBeLessThan(5)
    expect(told?.asked).toEqual([{ askAt: row?.askAt, items: 1 }])
    expect((await read(ada, { range: '7d' }, NOON - 2 * DAY))?.asked).toHaveLength(1)
    expect((await read(ada, { range: '7d' }, NOON - 10 * DAY))?.asked).toHaveLength(0)
  })

  it('leaves out items that left their deck, and what was withdrawn', async () => {
    await answer(ada, 'deck/card-1', card('easy'), NOON)
    await answer(ada, 'deck/card-2', card('easy'), NOON)
    await world.db.update(items).set({ retiredAt: NOON }).where(eq(items.id, 'deck/card-1'))
    expect((await read(ada))?.cells).toHaveLength(1)
    const [slip] = (await world.truth.query.attempts.findMany()).filter(
      ({ itemId }) => itemId === 'deck/card-2',
    )
    const judgement = { id: randomUUID(), itemId: 'deck/card-2', attemptId: slip?.id ?? '', madeAt: NOON }
    await recordFact(world.db, ada, { fact: 'judgement', ...judgement, judgement: 'withdrawn' }, NOON)
    expect((await read(ada))?.cells).toEqual([])
  })

  it('lists what its learner was sure of and missed last, and not what they got right since', async () => {
    await answer(ada, 'deck/question-1', question('a'), NOON - 3 * DAY, { certainty: 'sure' })
    await answer(ada, 'deck/question-2', question('a'), NOON - 2 * DAY, { certainty: 'sure' })
    await answer(ada, 'other/question-1', question('a'), NOON - DAY)
    await answer(ben, 'other/question-1', question('a'), NOON - DAY, { certainty: 'sure' })
    await answer(ada, 'deck/question-1', question('b'), NOON - DAY, { certainty: 'sure' })
    const told = await read(ada)
    expect(told?.sureAndWrong).toEqual([
      {
        itemId: 'deck/question-2',
        deckId: 'deck',
        name: 'question-2',
        asked: 'Which?',
        lastAt: NOON - 2 * DAY,
      },
    ])
  })

  it('does not list among them what its learner claimed as right', async () => {
    await answer(ada, 'deck/question-1', question('a'), NOON - DAY, { certainty: 'sure' })
    expect((await read(ada))?.sureAndWrong).toHaveLength(1)
    const [attempt] = await world.truth.query.attempts.findMany()
    const claim = { id: randomUUID(), itemId: 'deck/question-1', attemptId: attempt?.id ?? '', madeAt: NOON }
    await recordFact(world.db, ada, { fact: 'judgement', ...claim, judgement: 'claimed' }, NOON)
    expect((await read(ada))?.sureAndWrong).toEqual([])
  })

  it('names the concepts of a deck only after an answer to an item that carries them', async () => {
    await answer(ada, 'deck/card-1', card('easy'), NOON)
    const before = await read(ada, { deck: 'deck' })
    expect(before?.concepts).toEqual({ concepts: [], unseen: 2 })
    expect(JSON.stringify(before)).not.toContain('Sugar is made')
    const words = { kind: 'prompt' as const, text: 'They turn light into sugar.' }
    await recordFact(
      world.db,
      ada,
      { fact: 'attempt', ...submit('deck/prompt-1', words, { context: 'review', answeredAt: NOON }) },
      NOON,
    )
    const after = await read(ada, { deck: 'deck' })
    expect(after?.concepts?.unseen).toBe(0)
    expect(after?.concepts?.concepts.map(({ name }) => name)).toEqual(['Sugar is made', 'Oxygen is set free'])
  })

  it('goes by the dials that hold', async () => {
    await answer(ada, 'deck/card-1', card('easy'), NOON)
    const dial = { learnerId: ada.id, dayStartHour: 4, maximumIntervalDays: 100, setAt: 0 }
    await world.db.insert(dials).values([
      { ...dial, id: 'a', holdsFrom: NOON - DAY, timeZone: 'Pacific/Kiritimati', retention: 0.8 },
      { ...dial, id: 'b', holdsFrom: NOON + DAY, timeZone: 'UTC', retention: 0.95 },
    ])
    expect(await read(ada)).toMatchObject({
      today: '2026-03-02',
      retention: 0.8,
      timeZone: 'Pacific/Kiritimati',
    })
    expect(await read(ada, {}, NOON + 4 * 3_600_000)).toMatchObject({ today: '2026-03-03' })
  })

  it('is nothing under a session that was ended', async () => {
    await answer(ada, 'deck/card-1', card('easy'), NOON)
    await world.db.update(learners).set({ sessionVersion: 2 }).where(eq(learners.id, ada.id))
    expect(await read(ada)).toBeUndefined()
    expect(await read(asLearner({ id: ada.id, sessionVersion: 2 }))).toBeDefined()
  })
})

it.skipIf(!sqldRunsHere)('needs two round trips', async () => {
  const world = await temporaryDatabase('libsql')
  await addDeck(world.db)
  const learner = await addLearner(world.db)
  let trips = 0
  const db = await openDatabase(world.url, {
    fetch: (...request) => {
      trips += 1
      return fetch(...request)
    },
  })
  expect(await readProgress(db, learner, view, NOON)).toMatchObject({ decks: [] })
  expect(trips).toBe(2)
  db.close()
  await world.cleanup()
})
