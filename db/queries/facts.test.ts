import { randomUUID } from 'node:crypto'
import { asc, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDeck, addLearner, submit } from '@/db/fixtures'
import { attempts, judgements, rollups, shelvings, snapshots, studyDays } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import type { Learner } from '@/lib/identity'
import type { Answer, Grade } from '@/lib/rules/answer'
import type { Shelving } from '@/lib/rules/facts'
import { FOLD_VERSION } from '@/lib/rules/fold'
import { type FactSubmission, recordFact } from './facts'
import { beginRebuild, markAll, rebuildPending } from './rebuild'

const DAY = 86_400_000
const MINUTE = 60_000
const NOW = Date.UTC(2026, 2, 2, 12)
const CARD = 'deck/card-1'
const QUESTION = 'deck/question-1'
const good: Answer = { kind: 'card', grade: 'good' }
const wrong: Answer = { kind: 'question', chosen: ['a'] }

const answered = (itemId: string, answer: Answer, more = {}): FactSubmission => ({
  fact: 'attempt',
  ...submit(itemId, answer, { answeredAt: NOW, ...more }),
})
const judged = (itemId: string, attemptId: string, judgement: 'withdrawn' | 'claimed'): FactSubmission => ({
  fact: 'judgement',
  id: randomUUID(),
  itemId,
  attemptId,
  judgement,
  madeAt: NOW,
})
const shelved = (itemId: string, shelving: Shelving, madeAt = NOW): FactSubmission => ({
  fact: 'shelving',
  id: randomUUID(),
  itemId,
  shelving,
  madeAt,
})

/** A version counts writes: it is no part of what facts fold to. */
const unversioned = <Row extends { version: number }>(rows: readonly Row[]) =>
  rows.map(({ version: _, ...row }) => row)

describe.each(DRIVERS)('facts on %s', (driver) => {
  let world: TemporaryDatabase
  let learner: Learner
  const record = (fact: FactSubmission, now = NOW, who = learner) => recordFact(world.db, who, fact, now)
  const everything = async () => ({
    snapshots: await world.truth
      .select()
      .from(snapshots)
      .orderBy(asc(snapshots.learnerId), asc(snapshots.itemId)),
    rollups: await world.truth.all(sql`select * from rollups order by learner_id, deck_id, kind`),
    days: await world.truth.all(sql`select * from study_days order by learner_id, local_day, deck_id, kind`),
  })

  beforeEach(async () => {
    world = await temporaryDatabase(driver)
    await addDeck(world.db, 'deck', 2)
    learner = await addLearner(world.db, 'Ada', 'Europe/Berlin')
  })
  afterEach(() => world.cleanup())

  it('an answer tells what its memory came to, also when it is told twice', async () => {
    const first = answered(CARD, good)
    const memory = { state: 'learning', intervalDays: 0, dueAt: NOW + 10 * MINUTE, lapses: 0, leech: false }
    expect(await record(first)).toMatchObject({ recorded: true, again: false, memory })
    expect(await record(first)).toMatchObject({ recorded: true, again: true, memory })
    expect(await world.truth.select().from(studyDays)).toMatchObject([
      { localDay: '2026-03-02', kind: 'card', counts: { attempts: 1, reviews: 1, added: 1, good: 1 } },
    ])
  })

  it('a grade that is taken back leaves nothing behind but the facts', async () => {
    const before = await everything()
    const first = answered(CARD, good)
    await record(first)
    const undo = judged(CARD, first.id, 'withdrawn')
    expect(await record(undo)).toMatchObject({ recorded: true, again: false, memory: undefined })
    expect(await record(undo)).toMatchObject({ recorded: true, again: true })
    const after = await everything()
    expect([after.rollups, after.days]).toEqual([before.rollups, before.days])
    expect(after.snapshots).toMatchObject([{ attempts: 0, state: null, askAt: null }])
    expect(await world.truth.$count(attempts)).toBe(1)
    // The next answer finds its row and is a first one.
    await record(answered(CARD, good, { answeredAt: NOW + 1 }), NOW + 1)
    expect((await everything()).rollups).toMatchObject([{ items: 1, attempts: 1, last_at: NOW + 1 }])
  })

  it('refuses to take back what showed a key, and to claim what only its learner can know', async () => {
    const card = answered(CARD, good)
    const question = answered(QUESTION, wrong)
    await record(card)
    await record(question)
    expect(await record(judged(QUESTION, question.id, 'withdrawn'))).toMatchObject({
      recorded: false,
      reason: 'invalid',
    })
    expect(await record(judged(CARD, card.id, 'claimed'))).toMatchObject({
      recorded: false,
      reason: 'invalid',
    })
    expect(await record(judged(CARD, randomUUID(), 'withdrawn'))).toMatchObject({
      recorded: false,
      reason: 'invalid',
    })
    // An answer to another item is none to this one.
    expect(await record(judged(QUESTION, card.id, 'withdrawn'))).toMatchObject({
      recorded: false,
      reason: 'invalid',
    })
    expect(await world.truth.$count(judgements)).toBe(0)
  })

  it('a claim moves the memory of the learner and not what the class sees', async () => {
    const question = answered(QUESTION, wrong)
    await record(question)
    await record(judged(QUESTION, question.id, 'claimed'))
    expect((await everything()).snapshots).toMatchObject([
      { recalled: 1, firstMark: 0, rightFirst: 0, rightEver: 0 },
    ])
  })

  it('is closed to others, whose ids it neither takes nor tells', async () => {
    const ben = await addLearner(world.db, 'Ben')
    const card = answered(CARD, good)
    const bury = shelved(CARD, 'buried')
    await record(card)
    await record(bury)
    expect(await record(judged(CARD, card.id, 'withdrawn'), NOW, ben)).toMatchObject({
      recorded: false,
      reason: 'invalid',
    })
    expect(await record(bury, NOW, ben)).toMatchObject({ recorded: false, reason: 'invalid' })
    expect(await record(shelved(CARD, 'buried'), NOW, { ...learner, sessionVersion: 2 })).toMatchObject({
      recorded: false,
      reason: 'signed-out',
    })
    expect(await world.truth.$count(snapshots)).toBe(1)
  })

  it('an item can be put off before it was ever answered, until the learner’s next day', async () => {
    expect(await record(shelved(CARD, 'buried'))).toMatchObject({ recorded: true })
    expect(await record(shelved('deck/nothing', 'buried'))).toMatchObject({ recorded: false, reason: 'gone' })
    const { snapshots: rows, rollups: sums } = await everything()
    expect(rows).toMatchObject([{ attempts: 0, askAt: Date.UTC(2026, 2, 3, 3), suspended: 0 }])
    expect(sums).toEqual([])
    expect(await world.truth.$count(shelvings)).toBe(1)
  })

  it('twenty facts of all kinds at once are all there, and the memory is what they fold to', async () => {
    const first = answered(CARD, good)
    await record(first)
    const facts = Array.from({ length: 20 }, (_, n): FactSubmission => {
      if (n % 3 === 0) return shelved(CARD, n % 2 === 0 ? 'bookmarked' : 'buried', NOW + n)
      if (n === 1) return judged(CARD, first.id, 'withdrawn')
      return answered(CARD, good, { answeredAt: NOW + n * MINUTE })
    })
    const came = await Promise.all(facts.map((fact) => record(fact, NOW + DAY)))
    expect(came.every(({ recorded }) => recorded)).toBe(true)
    expect((await everything()).snapshots).toMatchObject([{ version: 21, attempts: 12 }])
    await expectRebuildChangesNothing()
  })

  it('a rebuild gives the same rows, byte for byte, whatever happened in whatever order', async () => {
    const step = fc.record({
      item: fc.constantFrom('deck/card-1', 'deck/card-2', 'deck/question-1', 'deck/prompt-2'),
      grade: fc.constantFrom<Grade>('forgot', 'hard', 'good', 'easy'),
      after: fc.oneof(
        fc.integer({ min: 0, max: 30 * MINUTE }),
        fc.integer({ min: 0, max: 9 }).map((days) => days * DAY),
      ),
      late: fc.integer({ min: 0, max: 3 * DAY }),
      extra: fc.boolean(),
      next: fc.constantFrom<'undo' | Shelving | 'nothing'>(
        'undo',
        'buried',
        'suspended',
        'resumed',
        'nothing',
        'nothing',
      ),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 14 }),
        fc.infiniteStream(fc.nat()),
        async (steps, luck) => {
          const who = await addLearner(world.db, 'Somebody', 'America/New_York')
          let at = NOW
          const sent = steps.map(({ item, grade, after, late, extra, next }) => {
            at += after
            const kind = item.split('/')[1]?.split('-')[0]
            const answer: Answer =
              kind === 'card'
                ? { kind, grade }
                : kind === 'question'
                  ? { kind, chosen: [grade === 'good' ? 'b' : 'a'] }
                  : { kind: 'prompt', text: grade === 'good' ? 'They turn light into sugar' : 'No idea' }
            const attempt = answered(item, answer, {
              answeredAt: at,
              context: extra ? 'extra' : 'review',
              certainty: 'sure',
            })
            const facts = [attempt]
            if (next === 'undo' && kind === 'card') facts.push(judged(item, attempt.id, 'withdrawn'))
            else if (next !== 'undo' && next !== 'nothing') facts.push(shelved(item, next, at))
            return { facts, receivedAt: at + late, key: luck.next().value }
          })
          for (const { facts, receivedAt } of sent.sort((a, b) => a.key - b.key))
            for (const fact of facts) await record(fact, Math.max(receivedAt, NOW), who)
          await expectRebuildChangesNothing()
        },
      ),
      { numRuns: driver === 'file' ? 20 : 4 },
    )
  }, 60_000)

  it('a rebuild mends what was broken: memories, sums, days, and rows that are gone', async () => {
    for (let day = 0; day < 4; day += 1)
      await record(answered(CARD, good, { answeredAt: NOW + day * DAY }), NOW + day * DAY)
    await record(answered(QUESTION, wrong))
    const right = await everything()
    await world.truth.update(snapshots).set({ stability: 1, dueAt: 0, days: {} })
    await world.truth.delete(studyDays)
    await world.truth.update(rollups).set({ attempts: 99 })
    await world.truth.run(sql`delete from snapshots where kind = 'question'`)
    await markAll(world.db)
    expect(await rebuildPending(world.db)).toMatchObject({ items: 2, attempts: 5, changed: 2 })
    const mended = await everything()
    expect(unversioned(mended.snapshots)).toEqual(unversioned(right.snapshots))
    expect([mended.rollups, mended.days]).toEqual([right.rollups, right.days])
  })

  it('rows of an older fold are folded again when touched, and by the rebuild', async () => {
    await record(answered(CARD, good))
    await record(answered(QUESTION, wrong))
    const right = await everything()
    // As the release before left them.
    await world.truth
      .update(snapshots)
      .set({ fold: 1, state: null, askAt: null, dueAt: null, days: null, reviews: 0 })
    await world.truth.delete(studyDays)
    await record(shelved(CARD, 'bookmarked'))
    expect((await everything()).snapshots).toMatchObject([
      { fold: FOLD_VERSION, state: 'learning' },
      { fold: 1, state: null },
    ])
    expect(await rebuildPending(world.db)).toMatchObject({ items: 1, changed: 1 })
    expect((await everything()).days).toEqual(right.days)
    expect(await rebuildPending(world.db)).toMatchObject({ items: 0, changed: 0 })
  })

  it('a rebuild that was stopped goes on where it stopped, and the next one folds all again', async () => {
    await record(answered(CARD, good))
    await record(answered(CARD, good), NOW, await addLearner(world.db, 'Ben'))
    const right = await everything()
    expect(await beginRebuild(world.db)).toEqual({ goesOn: false })
    const stop = () => {
      throw new Error('Stopped.')
    }
    await expect(rebuildPending(world.db, stop)).rejects.toThrow('Stopped.')
    expect(await beginRebuild(world.db)).toEqual({ goesOn: true })
    expect(await rebuildPending(world.db)).toMatchObject({ items: 1, attempts: 1 })
    const { snapshots: rows, ...sums } = await everything()
    expect({ ...sums, snapshots: unversioned(rows) }).toEqual({
      ...right,
      snapshots: unversioned(right.snapshots),
    })
    expect(await beginRebuild(world.db)).toEqual({ goesOn: false })
    expect(await rebuildPending(world.db)).toMatchObject({ items: 2, changed: 0 })
  })

  async function expectRebuildChangesNothing() {
    const before = await everything()
    await markAll(world.db)
    expect(await rebuildPending(world.db)).toMatchObject({ changed: 0 })
    const after = await everything()
    expect({ ...after, snapshots: unversioned(after.snapshots) }).toEqual({
      ...before,
      snapshots: unversioned(before.snapshots),
    })
  }
})
