import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDeck, addLearner } from '@/db/fixtures'
import { deckFiles, deckKeepers, items, learners, notices, reports } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asLearner, type Learner } from '@/lib/identity'
import { answerReport, takeBackAnswer } from './answers-to-reports'
import { findKeeper, findKeptFile, listKeptDecks, listKeptReports } from './keepers'
import { dismissNotice } from './notices'
import { listOwnReports, reportMistake } from './reports'
import { readToday } from './today'

const NOW = Date.UTC(2026, 2, 2, 12)

describe.each(DRIVERS)('keepers of decks on %s', (driver) => {
  let world: TemporaryDatabase
  /** Keeps the deck; an address not verified that stands in its file; keeps another deck; reports. */
  let kim: Learner
  let una: Learner
  let kai: Learner
  let ada: Learner
  let id: string

  const person = async (name: string, verified: boolean) => {
    const learner = await addLearner(world.truth, name)
    await world.truth
      .update(learners)
      .set({ email: `${name}@example.org`, emailVerifiedAt: verified ? 1 : null })
      .where(eq(learners.id, learner.id))
    return learner
  }

  beforeEach(async () => {
    world = await temporaryDatabase(driver)
    for (const deck of ['deck', 'other']) await addDeck(world.truth, deck)
    kim = await person('kim', true)
    una = await person('una', false)
    kai = await person('kai', true)
    ada = await person('ada', true)
    await world.truth.insert(deckKeepers).values([
      { deckId: 'deck', email: 'kim@example.org' },
      { deckId: 'deck', email: 'una@example.org' },
      { deckId: 'other', email: 'kai@example.org' },
    ])
    await world.truth.insert(deckFiles).values({ deckId: 'deck', digest: 'd', source: 'id: deck\n' })
    const report = { itemId: 'deck/question-1', contentHash: 'v1', text: 'b is wrong', madeAt: NOW }
    await reportMistake(world.db, ada, report, NOW)
    const [row] = await world.truth.select({ id: reports.id }).from(reports)
    id = row?.id ?? ''
  })
  afterEach(() => world.cleanup())

  const answer = (who: Learner, more: object = {}) =>
    answerReport(world.db, who, { id, seenAt: NOW, state: 'fixed', answer: 'Thank you', ...more }, NOW + 5)
  const state = async () => (await world.truth.select().from(reports))[0]
  const told = async (who: Learner) => (await readToday(world.db, who, NOW))?.notices
  const strangers = () => [una, kai, ada, asLearner({ id: kim.id, sessionVersion: 2 })]

  it('see the reports of their own decks alone, with the key, and nothing of who made them', async () => {
    const [report] = await listKeptReports(world.db, kim, 'open', 10)
    expect(report).toMatchObject({
      text: 'b is wrong',
      body: { kind: 'question', explanation: 'Because.' },
      since: undefined,
    })
    expect(JSON.stringify(report)).not.toMatch(new RegExp(`${ada.id}|ada`))
    expect(await listKeptDecks(world.db, kim)).toMatchObject([{ id: 'deck', open: 1 }])
    expect(await findKeptFile(world.db, kim, 'deck')).toBe('id: deck\n')
    expect((await readToday(world.db, kim, NOW))?.reportsWaiting).toBe(1)
    for (const who of strangers()) {
      expect(await listKeptReports(world.db, who, 'open', 10)).toEqual([])
      expect(await findKeptFile(world.db, who, 'deck')).toBeUndefined()
      expect((await readToday(world.db, who, NOW))?.reportsWaiting ?? 0).toBe(0)
    }
    expect(await listKeptDecks(world.db, kai)).toMatchObject([{ id: 'other', open: 0 }])
    expect(await listKeptDecks(world.db, una)).toEqual([])
  })

  it('are whoever the file and the verified address say at this moment', async () => {
    await world.truth.update(learners).set({ emailVerifiedAt: 2 }).where(eq(learners.id, una.id))
    expect(await listKeptReports(world.db, una, 'open', 10)).toHaveLength(1)
    expect(await findKeeper(world.db, una)).toMatchObject({ email: 'una@example.org', verified: true })
    await world.truth.update(learners).set({ emailVerifiedAt: null }).where(eq(learners.id, kim.id))
    expect(await listKeptReports(world.db, kim, 'open', 10)).toEqual([])
    expect(await answer(kim)).toBe(false)
    await world.truth.delete(deckKeepers).where(eq(deckKeepers.email, 'una@example.org'))
    expect(await listKeptReports(world.db, una, 'open', 10)).toEqual([])
    expect(await answer(una)).toBe(false)
  })

  it('answer once, and whoever reported is told', async () => {
    for (const who of strangers()) expect(await answer(who)).toBe(false)
    expect(await told(ada)).toEqual([])
    expect(await answer(kim)).toBe(true)
    expect(await answer(kim, { state: 'duplicate' })).toBe(false)
    expect(await state()).toMatchObject({ state: 'fixed', answer: 'Thank you', answeredAt: NOW + 5 })
    expect(await told(ada)).toEqual([
      {
        kind: 'report-answered',
        subject: id,
        data: {
          deck: { title: 'A deck', language: 'en', direction: 'ltr' },
          kind: 'question',
          state: 'fixed',
        },
      },
    ])
    expect(await listOwnReports(world.db, ada, 10)).toMatchObject([{ state: 'fixed', answer: 'Thank you' }])
    expect(await world.truth.$count(notices)).toBe(1)
  })

  it('of two who answer at once one is first, and one notice is made', async () => {
    await world.truth.update(learners).set({ emailVerifiedAt: 2 }).where(eq(learners.id, una.id))
    const both = await Promise.all([answer(kim), answer(una, { state: 'not-a-mistake', answer: 'No' })])
    expect(both.filter(Boolean)).toHaveLength(1)
    const [notice] = await world.truth.select().from(notices)
    expect(notice?.data).toMatchObject({ state: (await state())?.state })
    expect(await world.truth.$count(notices)).toBe(1)
  })

  it('answer the words they read, and no others', async () => {
    const changed = { itemId: 'deck/question-1', contentHash: 'v1', text: 'No, a is', madeAt: NOW + 1 }
    await reportMistake(world.db, ada, changed, NOW + 1)
    expect(await answer(kim)).toBe(false)
    expect(await answer(kim, { seenAt: NOW + 1 })).toBe(true)
  })

  it('take an answer back until it was read', async () => {
    await answer(kim)
    expect(await listKeptReports(world.db, kim, 'answered', 10)).toMatchObject([{ id, undoable: true }])
    for (const who of strangers()) expect(await takeBackAnswer(world.db, who, id)).toBe(false)
    expect(await told(ada)).toHaveLength(1)
    expect(await takeBackAnswer(world.db, kim, id)).toBe(true)
    expect(await takeBackAnswer(world.db, kim, id)).toBe(false)
    expect(await state()).toMatchObject({ state: 'open', answer: null, answeredAt: null })
    expect(await told(ada)).toEqual([])
    await answer(kim, { state: 'not-a-mistake' })
    const notice = { kind: 'report-answered', subject: id } as const
    for (const who of [kim, una, stale()]) await dismissNotice(world.db, who, notice, NOW + 6)
    expect(await told(ada)).toHaveLength(1)
    expect(await dismissNotice(world.db, ada, notice, NOW + 6)).toBe(true)
    expect(await dismissNotice(world.db, ada, notice, NOW + 9)).toBe(true)
    expect(await told(ada)).toEqual([])
    expect((await world.truth.select().from(notices))[0]?.dismissedAt).toBe(NOW + 6)
    expect(await takeBackAnswer(world.db, kim, id)).toBe(false)
    expect(await listKeptReports(world.db, kim, 'answered', 10)).toMatchObject([{ undoable: false }])
  })
  const stale = () => asLearner({ id: ada.id, sessionVersion: 2 })

  it('leave an answer when the same version was reported anew', async () => {
    await answer(kim)
    const again = { itemId: 'deck/question-1', contentHash: 'v1', text: 'Still', madeAt: NOW + 7 }
    await reportMistake(world.db, ada, again, NOW + 7)
    expect(await takeBackAnswer(world.db, kim, id)).toBe(false)
    expect(await told(ada)).toHaveLength(1)
  })

  it('are told when the item has changed or left since', async () => {
    const set = (row: object) => world.truth.update(items).set(row).where(eq(items.id, 'deck/question-1'))
    const since = async () => (await listKeptReports(world.db, kim, 'open', 10))[0]?.since
    await set({ contentHash: 'v2' })
    expect(await since()).toBe('changed')
    await set({ retiredAt: 1 })
    expect(await since()).toBe('left')
  })
})
