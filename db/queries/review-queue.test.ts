import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDeck, addLearner, submit } from '@/db/fixtures'
import { deckPlans, decks, items, itemVersions, learners, meta, snapshots } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asLearner, type Learner } from '@/lib/identity'
import type { Grade } from '@/lib/rules/answer'
import type { Shelving } from '@/lib/rules/facts'
import { recordFact } from './facts'
import { setCatchUp } from './habits'
import { listMetTags, readPractice } from './practice'
import { readReviewPage } from './review-page'
import { readQueue } from './review-queue'

const MINUTE = 60_000
const DAY = 86_400_000
const START = Date.UTC(2026, 2, 2, 12)

describe.each(DRIVERS)('the queue of a review, on %s', (driver) => {
  let world: TemporaryDatabase
  let ada: Learner
  beforeEach(async () => {
    world = await temporaryDatabase(driver)
    await addDeck(world.db, 'deck', 4)
    await addDeck(world.db, 'other', 2)
    ada = await addLearner(world.db, 'Ada')
  })
  afterEach(() => world.cleanup())

  const grade = (itemId: string, given: Grade, at: number, who = ada) =>
    recordFact(
      world.db,
      who,
      {
        fact: 'attempt',
        ...submit(itemId, { kind: 'card', grade: given }, { answeredAt: at, context: 'review' }),
      },
      at,
    )
  const shelve = (itemId: string, shelving: Shelving, at: number) =>
    recordFact(world.db, ada, { fact: 'shelving', id: randomUUID(), itemId, shelving, madeAt: at }, at)
  const queue = async (now: number, who = ada) => {
    await world.settled()
    const read = await readQueue(world.db, who, now)
    return read?.queue.order.map(({ id, why }) => `${why} ${id}`) ?? []
  }
  const known = async (now: number) => (await queue(now)).filter((asked) => !asked.startsWith('new'))

  it('is empty for somebody who studies nothing, and absent under a session that does not count', async () => {
    const read = await readQueue(world.db, ada, START)
    expect(read).toMatchObject({ studies: false, waiting: 0, queue: { order: [] } })
    expect(read?.comesAt).toBeUndefined()
    const stale = asLearner({ id: ada.id, sessionVersion: 2 })
    expect(await readQueue(world.db, stale, START)).toBeUndefined()
    const page = await readReviewPage(world.db, stale, { holding: new Set() }, START)
    expect(page).toBeUndefined()
  })

  it('offers what is new of a deck that was begun, and of no other', async () => {
    await grade('deck/card-1', 'easy', START)
    const asked = await queue(START + MINUTE)
    expect(asked).toHaveLength(11)
    expect(asked.every((each) => each.startsWith('new deck/'))).toBe(true)
    expect(asked).not.toContain('new deck/card-1')
  })

  it('asks a step of learning when its minute has come, and a memory on its day', async () => {
    await grade('deck/card-1', 'good', START)
    expect(await known(START + 9 * MINUTE)).toEqual([])
    expect((await readQueue(world.db, ada, START))?.queue.nextAt).toBe(START + 10 * MINUTE)
    expect(await known(START + 10 * MINUTE)).toEqual(['learning deck/card-1'])
    await grade('deck/card-1', 'good', START + 10 * MINUTE)
    expect(await known(START + 11 * MINUTE)).toEqual([])
    const [row] = await world.truth.select().from(snapshots).where(eq(snapshots.itemId, 'deck/card-1'))
    const due = row?.dueAt ?? 0
    expect(due).toBeGreaterThan(START + DAY)
    expect(await known(due - 1)).toEqual([])
    expect(await known(due)).toEqual(['due deck/card-1'])
    expect((await readQueue(world.db, ada, due - DAY))?.comesAt).toBe(due)
  })

  it('never asks what is suspended, buried for the day, or retired', async () => {
    for (const name of ['card-1', 'card-2', 'card-3']) await grade(`deck/${name}`, 'good', START)
    const later = START + 20 * MINUTE
    expect(await known(later)).toHaveLength(3)
    await shelve('deck/card-1', 'suspended', later)
    await shelve('deck/card-2', 'buried', later)
    await shelve('deck/card-4', 'suspended', later)
    await shelve('deck/question-1', 'buried', later)
    await world.truth.update(items).set({ retiredAt: later }).where(eq(items.id, 'deck/card-3'))
    await world.truth.update(items).set({ retiredAt: later }).where(eq(items.id, 'deck/prompt-1'))
    await world.truth.insert(meta).values({ key: 'content-version', value: 'next' })
    const asked = await queue(later)
    expect(asked.filter((each) => !each.startsWith('new'))).toEqual([])
    for (const id of ['deck/card-4', 'deck/question-1', 'deck/prompt-1'])
      expect(asked).not.toContain(`new ${id}`)
    const tomorrow = await queue(later + DAY)
    expect(tomorrow).toContain('learning deck/card-2')
    expect(tomorrow).toContain('new deck/question-1')
    await shelve('deck/card-1', 'resumed', later + 1)
    expect(await known(later + 1)).toEqual(['learning deck/card-1'])
    await world.truth.update(decks).set({ retiredAt: later }).where(eq(decks.id, 'deck'))
    await world.truth.update(meta).set({ value: 'another' })
    expect(await queue(later + DAY)).toEqual([])
  })

  it('takes an item whose only grade was withdrawn as new again', async () => {
    await grade('deck/card-2', 'good', START)
    const given = submit('deck/card-1', { kind: 'card', grade: 'good' }, { answeredAt: START })
    await recordFact(world.db, ada, { fact: 'attempt', ...given }, START)
    const undo = { id: randomUUID(), itemId: given.itemId, attemptId: given.id, madeAt: START + 1 }
    await recordFact(world.db, ada, { fact: 'judgement', judgement: 'withdrawn', ...undo }, START + 1)
    expect(await queue(START + MINUTE)).toContain('new deck/card-1')
  })

  it('brings a revised item before its day and says why, once it was not answered today', async () => {
    await grade('deck/card-1', 'easy', START)
    await grade('deck/card-2', 'easy', START)
    const revision = { revision: 2, contentHash: 'v2', revisedAt: START + MINUTE }
    await world.truth.insert(itemVersions).select(
      world.truth
        .select({
          itemId: itemVersions.itemId,
          contentHash: items.name,
          revision: itemVersions.revision,
          body: itemVersions.body,
          seededAt: itemVersions.seededAt,
        })
        .from(itemVersions)
        .innerJoin(items, eq(items.id, itemVersions.itemId))
        .where(eq(itemVersions.itemId, 'deck/card-1')),
    )
    await world.truth
      .update(itemVersions)
      .set({ contentHash: 'v2', revision: 2 })
      .where(eq(itemVersions.contentHash, 'card-1'))
    await world.truth.update(items).set(revision).where(eq(items.id, 'deck/card-1'))
    expect(await known(START + 2 * MINUTE)).toEqual([])
    expect(await known(START + DAY)).toEqual(['revised deck/card-1'])
    await recordFact(
      world.db,
      ada,
      {
        fact: 'attempt',
        ...submit(
          'deck/card-1',
          { kind: 'card', grade: 'good' },
          { answeredAt: START + DAY, contentHash: 'v2', context: 'review' },
        ),
      },
      START + DAY,
    )
    expect(await known(START + 2 * DAY)).toEqual([])
  })

  it('keeps within what a learner wants a day, in all and of a deck, and counts what was done elsewhere', async () => {
    await grade('deck/card-1', 'easy', START)
    await grade('other/card-1', 'easy', START)
    const fresh = async (at: number) => {
      const asked = await queue(at)
      return ['deck', 'other'].map((deck) => asked.filter((each) => each.startsWith(`new ${deck}/`)).length)
    }
    expect(await fresh(START + MINUTE)).toEqual([11, 5])
    await world.truth.update(learners).set({ newADay: 9 }).where(eq(learners.id, ada.id))
    await world.truth.insert(deckPlans).values({ learnerId: ada.id, deckId: 'other', newADay: 2 })
    expect(await fresh(START + MINUTE)).toEqual([6, 1])
    expect(await fresh(START + DAY)).toEqual([7, 2])
  })

  it('offers a plan when more waits than a day’s limit, holds to it, and ends it once nothing waits', async () => {
    const names = ['card-1', 'card-2', 'card-3', 'card-4']
    for (const name of names) await grade(`deck/${name}`, 'easy', START)
    await world.truth.update(learners).set({ reviewsADay: 3 }).where(eq(learners.id, ada.id))
    const page = async (at: number) => {
      await world.settled()
      return readReviewPage(world.db, ada, { holding: new Set() }, at)
    }
    expect((await page(START + MINUTE))?.backlog).toBeUndefined()
    const back = START + 90 * DAY
    const offered = await page(back)
    expect(offered?.left).toMatchObject({ due: 3 })
    expect(offered?.backlog).toMatchObject({ due: 4, most: 3, chosen: false, aDay: 1 })
    expect(await setCatchUp(world.db, ada, 2)).toBe(true)
    const held = await page(back)
    expect(held?.left).toEqual({ due: 2, learning: 0, fresh: 0 })
    expect(held?.backlog).toMatchObject({ due: 4, chosen: true, aDay: 2 })
    for (const name of names) await grade(`deck/${name}`, 'easy', back)
    expect((await page(back + MINUTE))?.backlog).toBeUndefined()
    const [row] = await world.truth.select().from(learners).where(eq(learners.id, ada.id))
    expect(row?.catchUpADay).toBeNull()
    const stale = asLearner({ id: ada.id, sessionVersion: 2 })
    expect(await setCatchUp(world.db, stale, 5)).toBe(false)
  })

  it('asks before an exam for what would be forgotten on its day, once, and only then', async () => {
    // Learned with an interval of a week or more, so that nothing of it is due on the days before the exam.
    await grade('deck/card-1', 'easy', START)
    const examDay = '2026-03-09'
    await world.db.insert(deckPlans).values({ learnerId: ada.id, deckId: 'deck', examDay })
    const before = START + 2 * DAY
    expect(await known(before)).toEqual([])
    const last = START + 4 * DAY
    expect(await known(last)).toEqual(['due deck/card-1'])
    await grade('deck/card-1', 'good', last + MINUTE)
    expect(await known(last + 2 * MINUTE)).toEqual([])
    await world.db.update(deckPlans).set({ examDay: null })
    expect(await known(last)).toEqual([])
  })

  it('is one’s own: what others answer changes nothing of it', async () => {
    await grade('deck/card-1', 'good', START)
    const ben = await addLearner(world.db, 'Ben')
    await grade('deck/card-2', 'good', START, ben)
    expect(await known(START + DAY)).toEqual(['learning deck/card-1'])
    expect((await queue(START + DAY, ben)).filter((each) => !each.startsWith('new'))).toEqual([
      'learning deck/card-2',
    ])
  })

  it('comes as a page of items without their keys, with the intervals that grades will give', async () => {
    await grade('deck/card-1', 'good', START)
    const at = START + 10 * MINUTE
    await world.settled()
    const page = await readReviewPage(world.db, ada, { holding: new Set() }, at)
    expect(page?.items).toHaveLength(12)
    expect(page?.left).toEqual({ due: 0, learning: 1, fresh: 11 })
    expect(page?.items[0]).toMatchObject({ id: 'deck/card-1', why: 'learning', hash: 'v1', kind: 'card' })
    const text = JSON.stringify(page)
    for (const key of [
      'correct',
      'feedback',
      'About b',
      'Because',
      'Plants turn',
      'light into sugar',
      'oxygen',
    ])
      expect(text).not.toContain(key)
    const card = page?.items[0]
    if (card?.kind !== 'card') throw new Error('A card comes first.')
    const held = new Set([card.id])
    const rest = await readReviewPage(world.db, ada, { holding: held, previous: card.id }, at)
    expect(rest?.items.map(({ id }) => id)).not.toContain(card.id)
    expect(rest?.items).toHaveLength(11)
    const recorded = await grade('deck/card-1', 'good', at)
    if (!recorded.recorded) throw new Error('It was recorded.')
    expect(card.minutes.good).toBe((recorded.memory?.intervalDays ?? 0) * 1440)
    expect(card.minutes.again).toBe(1)
  })

  it('says of a memory of weeks the very interval that a grade will give, chance and all', async () => {
    await world.truth.update(learners).set({ fuzzSeed: 20_261 })
    for (const [index, days] of [0, 8, 40, 120].entries())
      await grade(`deck/card-${(index % 4) + 1}`, 'easy', START + days * DAY)
    for (const card of [1, 2, 3, 4]) {
      const at = START + (200 + card) * DAY
      await world.settled()
      const page = await readReviewPage(world.db, ada, { holding: new Set() }, at)
      const item = page?.items.find(({ id }) => id === `deck/card-${card}`)
      if (item?.kind !== 'card') throw new Error('It is due.')
      const recorded = await grade(item.id, 'good', at)
      if (!recorded.recorded) throw new Error('It was recorded.')
      expect(recorded.memory?.intervalDays).toBeGreaterThan(20)
      expect(item.minutes.good).toBe((recorded.memory?.intervalDays ?? 0) * 1440)
    }
  })

  it('offers extra practice of what was met, by mistakes, deck, level, tag and what comes soon', async () => {
    await grade('deck/card-1', 'easy', START)
    await grade('deck/card-2', 'forgot', START)
    await grade('other/card-1', 'easy', START)
    await world.truth
      .update(items)
      .set({ tags: ['t'], level: 'advanced' })
      .where(and(eq(items.deckId, 'other'), eq(items.kind, 'card')))
    await world.settled()
    const round = async (of: Parameters<typeof readPractice>[2]) => {
      const page = await readPractice(world.db, ada, of, new Set(), START + MINUTE)
      expect(page?.items.every(({ why }) => why === 'practice')).toBe(true)
      return page?.items.map(({ id }) => id).sort()
    }
    expect(await round({ of: 'mistakes' })).toEqual(['deck/card-2'])
    expect(await round({ of: 'deck', deckId: 'deck' })).toEqual(['deck/card-1', 'deck/card-2'])
    expect(await round({ of: 'level', level: 'advanced' })).toEqual(['other/card-1'])
    expect(await round({ of: 'tag', tag: 't' })).toEqual(['other/card-1'])
    expect(await round({ of: 'tag', tag: 'nothing' })).toEqual([])
    // Tags of what was met, and of nobody else.
    expect(await listMetTags(world.db, ada)).toEqual(['t'])
    expect(await listMetTags(world.db, await addLearner(world.db, 'Ben'))).toEqual([])
    expect(await round({ of: 'due-soon' })).toEqual(['deck/card-1', 'other/card-1'])
  })

  it('practises no mistake that was claimed as right, and nothing that is set aside', async () => {
    const given = submit('deck/question-1', { kind: 'question', chosen: ['a'] }, { answeredAt: START })
    await recordFact(world.db, ada, { fact: 'attempt', ...given, context: 'review' }, START)
    await grade('deck/card-1', 'forgot', START)
    const mistakes = async () => {
      await world.settled()
      const page = await readPractice(world.db, ada, { of: 'mistakes' }, new Set(), START + MINUTE)
      return page?.items.map(({ id }) => id).sort()
    }
    expect(await mistakes()).toEqual(['deck/card-1', 'deck/question-1'])
    const claim = { id: randomUUID(), itemId: given.itemId, attemptId: given.id, madeAt: START + 1 }
    await recordFact(world.db, ada, { fact: 'judgement', judgement: 'claimed', ...claim }, START + 1)
    expect(await mistakes()).toEqual(['deck/card-1'])
    await world.truth.update(snapshots).set({ leech: 1 }).where(eq(snapshots.itemId, 'deck/card-1'))
    expect(await mistakes()).toEqual([])
  })
})
