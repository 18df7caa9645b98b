import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDeck, addLearner } from '@/db/fixtures'
import { deckPlans, decks, items, rollups, snapshots, studyDays } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asLearner, type Learner } from '@/lib/identity'
import type { ItemKind } from '@/lib/rules/item'
import { listDeckPlans, readPlannedDeck, setDeckPlan } from './deck-plans'
import { readOutlook } from './outlook'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 11, 3, 8)

/** A row as the fold writes it; without `stability` one that has no memory. */
const snapshot = (learner: Learner, itemId: string, more: Partial<typeof snapshots.$inferInsert> = {}) => {
  const [deckId = '', name = ''] = itemId.split('/')
  const answer = { kind: 'card', grade: 'good' } as const
  return {
    learnerId: learner.id,
    itemId,
    deckId,
    kind: name.split('-')[0] as ItemKind,
    ...{ version: 1, fold: 2, attempts: 1, known: 1, rightFirst: 0, rightEver: 0, conceptsBest: 0 },
    ...{ firstAt: NOW, firstMark: 1, firstAnswer: answer, firstHash: 'v1' },
    ...{ lastAt: NOW, lastMark: 1, lastAnswer: answer, bestMark: 1 },
    ...more,
  } satisfies typeof snapshots.$inferInsert
}
const memory = {
  state: 'review',
  stability: 10,
  difficulty: 5,
  dueAt: NOW + 3 * DAY,
  askAt: NOW + 3 * DAY,
  reviewedAt: NOW - 7 * DAY,
  reviewedDay: '2026-11-26',
} as const

describe.each(DRIVERS)('what lies ahead on %s', (driver) => {
  let home: TemporaryDatabase
  let ada: Learner
  let ben: Learner
  beforeEach(async () => {
    home = await temporaryDatabase(driver)
    await addDeck(home.db, 'deck', 4)
    await addDeck(home.db, 'other', 1)
    ada = await addLearner(home.db, 'Ada')
    ben = await addLearner(home.db, 'Ben')
    await home.db
      .insert(snapshots)
      .values([
        snapshot(ada, 'deck/card-1', memory),
        snapshot(ada, 'deck/card-2', memory),
        snapshot(ada, 'deck/question-1', { ...memory, askAt: null, suspended: 1 }),
        snapshot(ada, 'deck/question-2', { suspended: 1, attempts: 0 }),
        snapshot(ada, 'deck/card-4', memory),
        snapshot(ben, 'deck/card-1', memory),
      ])
    const sums = { attempts: 3, known: 3, rightFirst: 0, rightEver: 0, conceptsBest: 0, lastAt: NOW }
    await home.db.insert(rollups).values([
      { learnerId: ada.id, deckId: 'deck', kind: 'card', items: 3, ...sums },
      { learnerId: ada.id, deckId: 'deck', kind: 'question', items: 1, ...sums },
    ])
    const day = { learnerId: ada.id, deckId: 'deck', kind: 'card' } as const
    await home.db.insert(studyDays).values([
      { ...day, localDay: '2026-12-01', counts: { attempts: 600, ms: 1_200_000, good: 500 } },
      { ...day, localDay: '2026-12-02', counts: { attempts: 600, ms: 1_200_000, good: 500, hard: 2 } },
      { ...day, localDay: '2026-01-01', counts: { attempts: 600_000, ms: 0 } },
    ])
    await home.settled()
  })
  afterEach(() => home.cleanup())

  it('is made of memories that reviews ask for, items not met, and what an answer took lately', async () => {
    const { memories, memoriesInAll, unseen, effort } = await readOutlook(home.db, ada, '2026-11-01')
    expect(memories).toHaveLength(3)
    expect(memories[0]).toMatchObject({ kind: 'card', stability: 10, difficulty: 5 })
    expect(memoriesInAll).toBe(3)
    // Of four of each kind; a deck that was not begun gives none.
    expect(unseen).toEqual({ card: 1, question: 3, prompt: 4 })
    expect(effort.seconds.card).toBe(2)
    expect(effort.seconds.prompt).toBe(60)
  })

  it('of many memories is a fair sample that says of how many, also where learners answer by turns', async () => {
    const { db } = home
    await addDeck(db, 'large', 40)
    const names = ['card', 'question', 'prompt'].flatMap((kind) =>
      Array.from({ length: 40 }, (_, index) => `large/${kind}-${index + 1}`),
    )
    await db
      .insert(snapshots)
      .values(names.flatMap((name) => [snapshot(ada, name, memory), snapshot(ben, name, memory)]))
    await home.settled()
    const outlooks = [await readOutlook(db, ada, '', 30), await readOutlook(db, ben, '', 30)]
    for (const { memories } of outlooks) {
      expect(memories.length).toBeGreaterThan(15)
      expect(memories.length).toBeLessThan(60)
    }
    expect(outlooks.map(({ memoriesInAll }) => memoriesInAll)).toEqual([123, 121])
  })

  it('in one deck counts what can be met there, suspended items left out', async () => {
    const deck = await readPlannedDeck(home.db, ada, 'deck', '2026-11-01')
    expect(deck?.outlook.memories).toHaveLength(3)
    expect(deck?.outlook.unseen).toEqual({ card: 1, question: 2, prompt: 4 })
    expect(deck?.reviewed).toContainEqual({
      itemId: 'deck/card-1',
      stability: 10,
      reviewedDay: '2026-11-26',
    })
    expect((await readPlannedDeck(home.db, ben, 'other', '2026-11-01'))?.outlook).toMatchObject({
      memories: [],
      unseen: { card: 1, question: 1, prompt: 1 },
    })
    expect(await readPlannedDeck(home.db, ada, 'no-deck', '2026-11-01')).toBeUndefined()
  })

  it('leaves out what its author took back', async () => {
    await home.db.update(items).set({ retiredAt: NOW }).where(eq(items.id, 'deck/card-1'))
    await home.db.update(decks).set({ retiredAt: NOW }).where(eq(decks.id, 'other'))
    await home.settled()
    expect((await readOutlook(home.db, ada, '2026-11-01')).memories).toHaveLength(2)
    expect(await readPlannedDeck(home.db, ada, 'other', '2026-11-01')).toBeUndefined()
    expect(await setDeckPlan(home.db, ada, 'other', { newADay: 3 })).toBe(false)
  })

  it('is planned deck by deck: a plan is kept, replaced whole, and gone when nothing is wanted', async () => {
    const { db } = home
    expect(await listDeckPlans(db, ada)).toEqual([{ id: 'deck', title: 'A deck' }])
    expect(await setDeckPlan(db, ada, 'other', { newADay: 3, examDay: '2027-01-20' })).toBe(true)
    expect(await listDeckPlans(db, ada)).toEqual([
      { id: 'deck', title: 'A deck' },
      { id: 'other', title: 'A deck', newADay: 3, examDay: '2027-01-20' },
    ])
    expect((await readPlannedDeck(db, ada, 'other', '2026-11-01'))?.plan).toEqual({
      newADay: 3,
      examDay: '2027-01-20',
    })
    expect(await setDeckPlan(db, ada, 'other', { newADay: 0 })).toBe(true)
    expect((await readPlannedDeck(db, ada, 'other', '2026-11-01'))?.plan).toEqual({ newADay: 0 })
    expect(await listDeckPlans(db, ben)).toEqual([])
    expect(await setDeckPlan(db, ada, 'other', {})).toBe(true)
    expect(await home.truth.$count(deckPlans)).toBe(0)
  })

  it('is nobody’s under a session that does not count any more', async () => {
    const { db } = home
    await setDeckPlan(db, ada, 'deck', { newADay: 3 })
    const stale = asLearner({ id: ada.id, sessionVersion: 7 })
    expect(await listDeckPlans(db, stale)).toEqual([])
    expect(await readPlannedDeck(db, stale, 'deck', '2026-11-01')).toBeUndefined()
    expect((await readOutlook(db, stale, '2026-11-01')).memories).toEqual([])
    expect(await setDeckPlan(db, stale, 'deck', {})).toBe(false)
    expect(await home.truth.$count(deckPlans)).toBe(1)
  })
})
