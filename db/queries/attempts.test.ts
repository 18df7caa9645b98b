import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDeck, addLearner, submit } from '@/db/fixtures'
import { attempts, items, itemVersions, learners, rollups, snapshots } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asLearner, type Learner } from '@/lib/identity'
import type { Answer } from '@/lib/rules/answer'
import { fold } from '@/lib/rules/fold'
import { recordAttempt, type Submission } from './attempts'
import { personOf } from './item-facts'
import { rollupWrites } from './rollups'

const NOW = Date.UTC(2026, 2, 2, 13)
const CARD = 'deck/card-1'
const QUESTION = 'deck/question-1'
const PROMPT = 'deck/prompt-1'
const right: Answer = { kind: 'question', chosen: ['b'] }
const wrong: Answer = { kind: 'question', chosen: ['a'] }
const good: Answer = { kind: 'card', grade: 'good' }

describe.each(DRIVERS)('recording an attempt on %s', (driver) => {
  let world: TemporaryDatabase
  let learner: Learner
  const record = (submission: Submission, now = NOW, who = learner) =>
    recordAttempt(world.db, who, submission, now)
  const everything = async () => ({
    attempts: await world.truth.select().from(attempts),
    snapshots: await world.truth.select().from(snapshots),
    rollups: await world.truth.select().from(rollups),
  })
  const counts = async () => {
    const all = await everything()
    return [all.attempts.length, all.snapshots.length, all.rollups.length]
  }

  beforeEach(async () => {
    world = await temporaryDatabase(driver)
    await addDeck(world.db, 'deck', 3)
    learner = await addLearner(world.db, 'Ada', 'Asia/Tokyo')
  })
  afterEach(() => world.cleanup())

  it('stores what was seen, said and earned, and nothing that is unknown', async () => {
    const submission = submit(QUESTION, wrong, { optionOrder: ['d', 'c', 'b', 'a'], durationMs: 5200 })
    expect(await record(submission)).toMatchObject({
      recorded: true,
      again: false,
      verdict: { mark: 0, right: ['b'] },
    })
    expect((await everything()).attempts).toEqual([
      {
        ...submission,
        learnerId: learner.id,
        deckId: 'deck',
        kind: 'question',
        revision: 1,
        assignmentId: null,
        certainty: null,
        hints: null,
        studySession: null,
        receivedAt: NOW,
        localDay: '2026-03-02',
        mark: 0,
        verdict: { rule: 1, mark: 0, right: ['b'], total: 4 },
      },
    ])
  })

  it.each([
    [['a', 'b', 'c'], 'one is missing'],
    [['a', 'b', 'c', 'z'], 'one is not of the question'],
    [['a', 'a', 'b', 'c', 'd'], 'one is there twice'],
  ])('drops an order of options in which %j: %s, and keeps the answer', async (optionOrder) => {
    expect(await record(submit(QUESTION, right, { optionOrder }))).toMatchObject({ recorded: true })
    expect((await everything()).attempts).toMatchObject([{ optionOrder: null, mark: 1 }])
  })

  it('takes the same id twice as one attempt and answers with the first verdict', async () => {
    const submission = submit(QUESTION, wrong)
    await record(submission)
    const again = await record({ ...submission, answer: right }, NOW + 1)
    expect(again).toMatchObject({ recorded: true, again: true, answer: wrong, verdict: { mark: 0 } })
    expect(await counts()).toEqual([1, 1, 1])
  })

  it('takes the same id twenty times at once as one attempt', async () => {
    const submission = submit(QUESTION, right)
    const all = await Promise.all(Array.from({ length: 20 }, () => record(submission)))
    expect(all.every((one) => one.recorded)).toBe(true)
    expect(all.filter((one) => one.recorded && !one.again)).toHaveLength(1)
    expect((await everything()).rollups).toMatchObject([{ items: 1, attempts: 1, rightFirst: 1 }])
  })

  it('lets twenty writers on one item all through, each once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => record(submit(CARD, good))))
    expect(all.every((one) => one.recorded && !one.again)).toBe(true)
    const after = await everything()
    expect(after.snapshots).toMatchObject([{ attempts: 20, version: 20 }])
    expect(after.rollups).toMatchObject([{ items: 1, attempts: 20, known: 1 }])
  })

  it('lets two hundred writers on as many items all through, each once', async () => {
    await addDeck(world.db, 'large', 67)
    await world.settled()
    const kinds = ['card', 'question', 'prompt'] as const
    const asked = Array.from({ length: 200 }, (_, at) => `large/${kinds[at % 3]}-${Math.floor(at / 3) + 1}`)
    const answer = (item: string): Answer =>
      item.includes('card') ? good : item.includes('question') ? right : { kind: 'prompt', text: 'No idea' }
    const all = await Promise.all(asked.map((item) => record(submit(item, answer(item)))))
    expect(all.filter((one) => one.recorded && !one.again)).toHaveLength(200)
    const after = await everything()
    expect(after.snapshots).toHaveLength(200)
    expect(after.snapshots.every(({ attempts }) => attempts === 1)).toBe(true)
    expect(after.rollups.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(200)
  }, 60_000)

  it('refuses another learner’s id without saying whose it is', async () => {
    const submission = submit(CARD, good)
    await record(submission)
    const other = await addLearner(world.db, 'Somebody else')
    const refused = await record(submission, NOW, other)
    expect(refused).toMatchObject({ recorded: false, reason: 'invalid' })
    expect(JSON.stringify(refused)).not.toContain(learner.id)
    expect(await counts()).toEqual([1, 1, 1])
  })

  const misfits: [string, Partial<Submission> & { repeat?: boolean }, string][] = [
    ['an id used for another item', { itemId: 'deck/card-2', repeat: true }, 'invalid'],
    ['an unknown item', { itemId: 'deck/nothing' }, 'gone'],
    ['a version that never was', { contentHash: 'v9' }, 'gone'],
    ['an answer of another kind', { answer: right }, 'invalid'],
    [
      'an option the question does not have',
      { itemId: QUESTION, answer: { kind: 'question', chosen: ['z'] } },
      'invalid',
    ],
    [
      'two options of a single-choice question',
      { itemId: QUESTION, answer: { kind: 'question', chosen: ['a', 'b'] } },
      'invalid',
    ],
    ['no option', { itemId: QUESTION, answer: { kind: 'question', chosen: [] } }, 'invalid'],
    ['an empty explanation', { itemId: PROMPT, answer: { kind: 'prompt', text: ' \n ' } }, 'invalid'],
    [
      '10,000 characters',
      { itemId: PROMPT, answer: { kind: 'prompt', text: 'x'.repeat(10_000) } },
      'invalid',
    ],
  ]
  it.each(misfits)('refuses %s and writes nothing', async (_, { repeat, ...more }, reason) => {
    const first = submit(CARD, good)
    if (repeat) await record(first)
    const before = await counts()
    expect(await record({ ...first, ...more })).toMatchObject({ recorded: false, reason })
    expect(await counts()).toEqual(before)
  })

  it('refuses a session that ended, and a disabled account', async () => {
    const stale = asLearner({ id: learner.id, sessionVersion: 0 })
    expect(await record(submit(CARD, good), NOW, stale)).toMatchObject({ reason: 'signed-out' })
    await world.db.update(learners).set({ disabledAt: NOW }).where(eq(learners.id, learner.id))
    expect(await record(submit(CARD, good))).toMatchObject({ reason: 'signed-out' })
    expect(await counts()).toEqual([0, 0, 0])
  })

  it('marks against the version that was seen, after the item was edited', async () => {
    const [old] = await world.truth.select().from(itemVersions).where(eq(itemVersions.itemId, QUESTION))
    if (old?.body.kind !== 'question') throw new Error('fixture')
    const options = old.body.options.map((option) => ({ ...option, correct: option.id === 'a' }))
    await world.db
      .insert(itemVersions)
      .values({ ...old, contentHash: 'v2', revision: 2, body: { ...old.body, options } })
    await world.db.update(items).set({ contentHash: 'v2', revision: 2 }).where(eq(items.id, QUESTION))
    expect(await record(submit(QUESTION, right))).toMatchObject({ verdict: { mark: 1 } })
    expect(await record(submit(QUESTION, right, { contentHash: 'v2' }))).toMatchObject({
      verdict: { mark: 0 },
    })
    expect((await everything()).attempts.map(({ revision }) => revision).sort()).toEqual([1, 2])
  })

  it('keeps an answer to an item that left its deck, out of the rollup', async () => {
    await world.db.update(items).set({ retiredAt: NOW }).where(eq(items.id, CARD))
    expect(await record(submit(CARD, good))).toMatchObject({ recorded: true })
    expect(await counts()).toEqual([1, 1, 0])
  })

  it('counts the day in the learner’s own zone, by the time that was claimed', async () => {
    await record(submit(CARD, good, { answeredAt: Date.UTC(2026, 2, 1, 18, 59) }))
    await record(submit(CARD, good, { answeredAt: Date.UTC(2026, 2, 1, 19, 0) }))
    expect((await everything()).attempts.map((row) => row.localDay)).toEqual(['2026-03-01', '2026-03-02'])
  })

  it('ends with snapshot and rollup equal to a fold of all facts, however attempts are shuffled, doubled and raced', async () => {
    const ids = [CARD, QUESTION, PROMPT, 'deck/card-2', 'deck/question-2']
    const answerTo = (itemId: string, luck: number): Answer => {
      if (itemId.includes('card')) return { kind: 'card', grade: luck % 2 ? 'good' : 'forgot' }
      if (itemId.includes('question')) return luck % 2 ? right : wrong
      return { kind: 'prompt', text: luck % 2 ? 'They turn light into sugar.' : 'They release oxygen.' }
    }
    const drawn = fc.array(
      fc.record({ item: fc.constantFrom(...ids), luck: fc.nat(9), ago: fc.nat(5), doubled: fc.boolean() }),
      { minLength: 5, maxLength: 30 },
    )
    await fc.assert(
      fc.asyncProperty(drawn, fc.constantFrom(...ids), async (list, away) => {
        const who = await addLearner(world.db)
        const all = list.flatMap(({ item, luck, ago, doubled }) => {
          const one = submit(item, answerTo(item, luck), { answeredAt: NOW - ago * 60_000 })
          return doubled ? [one, one] : [one]
        })
        const send = async (some: readonly Submission[]) => {
          const outcomes = await Promise.all(some.map((one) => record(one, NOW, who)))
          expect(outcomes.every((outcome) => outcome.recorded)).toBe(true)
        }
        // On the way one item leaves the deck, is answered all the same, and comes back.
        const third = Math.ceil(all.length / 3)
        await send(all.slice(0, third))
        await retire(away, NOW)
        await send(all.slice(third, 2 * third))
        await expectFolded(who, new Set([away]))
        await retire(away, null)
        await send(all.slice(2 * third))
        expect(await expectFolded(who, new Set())).toBe(list.length)
      }),
      { numRuns: 15 },
    )
  })

  async function retire(item: string, at: number | null) {
    await world.db.update(items).set({ retiredAt: at }).where(eq(items.id, item))
    const [first, ...rest] = rollupWrites(world.db, 'deck')
    if (first) await world.db.atomically([first, ...rest])
  }

  /** Holds every snapshot and rollup of the learner against a fold of their facts. Returns how many facts there are. */
  async function expectFolded(who: Learner, retired: ReadonlySet<string>): Promise<number> {
    const facts = await world.truth.select().from(attempts).where(eq(attempts.learnerId, who.id))
    const rows = await world.truth.select().from(snapshots).where(eq(snapshots.learnerId, who.id))
    expect(rows.map(({ itemId }) => itemId).sort()).toEqual(
      [...new Set(facts.map((fact) => fact.itemId))].sort(),
    )
    for (const row of rows)
      expect(row).toMatchObject(
        fold(
          { attempts: facts.filter(({ itemId }) => itemId === row.itemId), judgements: [], shelvings: [] },
          personOf({ timeZone: 'UTC', dayStartHour: 4, fuzzSeed: 0 }, [])(row.itemId),
        ),
      )
    const live = rows.filter(({ itemId }) => !retired.has(itemId))
    const sums = await world.truth.select().from(rollups).where(eq(rollups.learnerId, who.id))
    // A kind whose only item was retired may keep a row, of nothing.
    const counted = sums.filter((sum) => sum.items > 0)
    expect(counted.map(({ kind }) => kind).sort()).toEqual([...new Set(live.map(({ kind }) => kind))].sort())
    for (const sum of counted) {
      const own = live.filter(({ kind }) => kind === sum.kind)
      const total = (column: 'attempts' | 'known' | 'rightFirst' | 'rightEver' | 'conceptsBest') =>
        own.reduce((to, row) => to + row[column], 0)
      expect(sum).toMatchObject({
        items: own.length,
        attempts: total('attempts'),
        known: total('known'),
        rightFirst: total('rightFirst'),
        rightEver: total('rightEver'),
        conceptsBest: total('conceptsBest'),
        lastAt: Math.max(...own.map(({ lastAt }) => lastAt)),
      })
    }
    return facts.length
  }
})
