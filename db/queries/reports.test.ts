import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDeck, addLearner } from '@/db/fixtures'
import { items, itemVersions, reports } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asLearner, type Learner } from '@/lib/identity'
import { findOpenReport, findReported, listOwnReports, reportMistake, takeBackReport } from './reports'

const NOW = Date.UTC(2026, 2, 2, 12)
const MINUTE = 60_000

describe.each(DRIVERS)('reports of mistakes on %s', (driver) => {
  let world: TemporaryDatabase
  let ada: Learner
  let ben: Learner
  beforeEach(async () => {
    world = await temporaryDatabase(driver)
    await addDeck(world.db, 'deck')
    ada = await addLearner(world.db, 'Ada')
    ben = await addLearner(world.db, 'Ben')
  })
  afterEach(() => world.cleanup())

  const report = (text: string, more: { who?: Learner; madeAt?: number; now?: number; hash?: string } = {}) =>
    reportMistake(
      world.db,
      more.who ?? ada,
      {
        itemId: 'deck/card-1',
        contentHash: more.hash ?? 'v1',
        text,
        madeAt: more.madeAt ?? NOW,
      },
      more.now ?? NOW,
    )
  const rows = () => world.truth.select().from(reports).orderBy(reports.madeAt)
  const answered = () => world.truth.update(reports).set({ state: 'fixed', answeredAt: NOW })

  it('are kept with the version that was seen', async () => {
    expect(await report('The back is wrong')).toBe('reported')
    expect(await rows()).toMatchObject([
      {
        learnerId: ada.id,
        itemId: 'deck/card-1',
        deckId: 'deck',
        contentHash: 'v1',
        text: 'The back is wrong',
        madeAt: NOW,
        state: 'open',
        answer: null,
      },
    ])
    expect(await findOpenReport(world.db, ada, 'deck/card-1', 'v1')).toMatchObject({
      text: 'The back is wrong',
    })
    expect(await findOpenReport(world.db, ben, 'deck/card-1', 'v1')).toBeUndefined()
  })

  it('take the place of an open one of the same version, the newest words whichever come last', async () => {
    await report('First')
    await report('Second', { madeAt: NOW + MINUTE, now: NOW + MINUTE })
    await report('Late', { madeAt: NOW - MINUTE, now: NOW + 2 * MINUTE })
    expect(await rows()).toMatchObject([{ text: 'Second', madeAt: NOW + MINUTE }])
    // Another learner's is another report, and so is one of another version.
    await report('Mine too', { who: ben })
    await world.truth.insert(itemVersions).values({
      itemId: 'deck/card-1',
      contentHash: 'v2',
      revision: 1,
      body: { kind: 'card', language: 'en', pictures: [], front: 'F', back: 'B' },
      seededAt: 0,
    })
    await report('Still wrong', { hash: 'v2' })
    expect(await rows()).toHaveLength(3)
  })

  it('are one however often and however many at once they are sent', async () => {
    await Promise.all(Array.from({ length: 8 }, () => report('Once')))
    expect(await rows()).toHaveLength(1)
  })

  it('sent again after the answer change nothing; newer words are a new report', async () => {
    await report('Wrong')
    await answered()
    expect(await report('Wrong', { now: NOW + MINUTE })).toBe('reported')
    expect(await rows()).toMatchObject([{ state: 'fixed' }])
    await report('Wrong again', { madeAt: NOW + MINUTE, now: NOW + MINUTE })
    expect(await rows()).toMatchObject([{ state: 'fixed' }, { state: 'open', text: 'Wrong again' }])
  })

  it('claim no moment to come', async () => {
    await report('From a clock that is fast', { madeAt: NOW + 99 * MINUTE })
    expect(await rows()).toMatchObject([{ madeAt: NOW }])
  })

  it('are refused of what was never served, and under a session that does not count', async () => {
    expect(await report('Nowhere', { hash: 'v9' })).toBe('gone')
    const nothing = { itemId: "deck/' or 1=1 --", contentHash: 'v1', text: 'x', madeAt: NOW }
    expect(await reportMistake(world.db, ada, nothing, NOW)).toBe('gone')
    const stale = asLearner({ id: ada.id, sessionVersion: 2 })
    expect(await report('Stale', { who: stale })).toBe('signed-out')
    expect(await rows()).toEqual([])
  })

  it('are listed for whoever made them, with what came of them, and taken back while open', async () => {
    await report('Mine')
    await report('Not mine', { who: ben })
    const [mine] = await listOwnReports(world.db, ada, 10)
    expect(mine).toMatchObject({
      text: 'Mine',
      state: 'open',
      answer: undefined,
      isLive: true,
      deck: { id: 'deck' },
    })
    expect(await listOwnReports(world.db, ada, 10)).toHaveLength(1)
    const [other] = await listOwnReports(world.db, ben, 10)
    expect(await takeBackReport(world.db, ada, other?.id ?? '')).toBe(false)
    const stale = asLearner({ id: ada.id, sessionVersion: 2 })
    expect(await takeBackReport(world.db, stale, mine?.id ?? '')).toBe(false)
    expect(await takeBackReport(world.db, ada, mine?.id ?? '')).toBe(true)
    expect(await takeBackReport(world.db, ada, mine?.id ?? '')).toBe(false)
    await answered()
    expect(await takeBackReport(world.db, ben, other?.id ?? '')).toBe(false)
    expect(await rows()).toMatchObject([{ text: 'Not mine' }])
  })

  it('name an item in the version that was seen, and say whether that is the one of now', async () => {
    expect(await findReported(world.db, 'deck/card-1', undefined)).toMatchObject({
      contentHash: 'v1',
      isNow: 1,
    })
    await world.truth.update(items).set({ contentHash: 'v2' }).where(eq(items.id, 'deck/card-1'))
    await world.settled()
    expect(await findReported(world.db, 'deck/card-1', 'v1')).toMatchObject({ isNow: 0 })
    expect(await findReported(world.db, 'deck/card-1', 'v9')).toBeUndefined()
    expect(await findReported(world.db, 'nowhere/card-1', undefined)).toBeUndefined()
  })
})
