import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addLearner } from '@/db/fixtures'
import { readDashboard } from '@/db/queries/class-dashboard'
import { personOf } from '@/db/queries/item-facts'
import { attempts, learners, memberships, rollups, snapshots, studyDays } from '@/db/schema'
import { seed } from '@/db/seed'
import { type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { contentOrThrow } from '@/lib/content/load'
import { asInstructor, asLearner } from '@/lib/identity'
import { fold } from '@/lib/rules/fold'
import { mark } from '@/lib/rules/mark'
import { certaintyTruth } from '@/lib/rules/progress/certainty'
import { sumCounts } from '@/lib/rules/progress/days'
import { forecastTruth } from '@/lib/rules/progress/forecast'
import { DEMO_LEARNERS, fill, INSTRUCTOR_EMAIL, isFilled } from './fill'
import { knows } from './memory'

const NOW = Date.UTC(2026, 10, 24, 20)
const DAY = 86_400_000
const given = { now: NOW, timeZone: 'Europe/Berlin', secret: 'x' }

describe('what a made-up learner knows', () => {
  it('fades with time, grows with practice, and depends on who learns what', () => {
    const onceMet = (days: number) => knows([NOW - days * DAY], 0, NOW)
    expect(onceMet(1)).toBeGreaterThan(onceMet(10))
    expect(onceMet(10)).toBeGreaterThan(onceMet(60))
    expect(knows([NOW - 9 * DAY, NOW - 5 * DAY], 0, NOW)).toBeGreaterThan(onceMet(5))
    expect(knows([NOW - DAY], 1, NOW)).toBeGreaterThan(knows([NOW - DAY], -1, NOW))
  })
})

describe('the demo', () => {
  let world: TemporaryDatabase
  beforeEach(async () => {
    world = await temporaryDatabase()
    const { decks, courses } = await contentOrThrow('content', { texts: false })
    await seed(world.db, decks, 0, courses)
  })
  afterEach(() => world.cleanup())

  const told = async () =>
    (await world.db.select().from(attempts))
      .map(({ learnerId: _, ...row }) => row)
      .sort((a, b) => (a.id < b.id ? -1 : 1))

  it('makes months of answers that are marked and folded as everybody’s are', async () => {
    const made = await fill(world.db, given)
    const facts = await world.db.query.attempts.findMany()
    expect(facts).toHaveLength(made.attempts)
    expect(made.attempts).toBeGreaterThan(1000)
    expect(Math.max(...facts.map((row) => row.answeredAt))).toBeLessThanOrEqual(NOW)
    expect(Math.min(...facts.map((row) => row.answeredAt))).toBeLessThan(NOW - 90 * DAY)
    const versions = await world.db.query.itemVersions.findMany()
    for (const fact of facts.slice(0, 300)) {
      const body = versions.find(
        (one) => one.itemId === fact.itemId && one.contentHash === fact.contentHash,
      )?.body
      expect(body && mark(body, fact.answer)).toEqual(fact.verdict)
    }
    const rows = await world.db.select().from(snapshots)
    for (const row of rows)
      expect(row).toMatchObject(
        fold(
          {
            attempts: facts.filter((fact) => fact.learnerId === row.learnerId && fact.itemId === row.itemId),
            judgements: [],
            shelvings: [],
          },
          personOf({ timeZone: given.timeZone, dayStartHour: 4, fuzzSeed: 1 }, [])(row.itemId),
        ),
      )
    const sums = await world.db.select().from(rollups)
    const total = (list: { attempts: number }[]) => list.reduce((sum, { attempts }) => sum + attempts, 0)
    expect(total(sums)).toBe(made.attempts)
  })

  it('is a class that looks like one: some know much, some little, some nothing', async () => {
    const { classId } = await fill(world.db, given)
    const [teacher] = await world.db.select().from(learners).where(eq(learners.email, INSTRUCTOR_EMAIL))
    const learner = asLearner({ id: teacher?.id ?? '', sessionVersion: 1 })
    const dashboard = await readDashboard(world.db, asInstructor({ learner, classId }), NOW)
    expect(dashboard?.people).toHaveLength(DEMO_LEARNERS)
    const known = dashboard?.people.map(({ decks }) => decks['what-is-mlops']?.known ?? 0) ?? []
    expect(new Set(known).size).toBeGreaterThan(3)
    const idle = dashboard?.people.filter(({ lastAt }) => lastAt === undefined).length ?? 0
    expect(idle).toBeGreaterThan(0)
    expect(idle).toBeLessThan(DEMO_LEARNERS / 4)
    const facility = dashboard?.missed.map((item) => item.facility) ?? []
    expect(Math.max(...facility) - Math.min(...facility)).toBeGreaterThan(0.15)
  })

  it('is remembered by another model than the scheduler’s, so that its forecast can be wrong, and is', async () => {
    await fill(world.db, given)
    const days = (await world.db.select().from(studyDays)).map((row) => row.counts)
    const truth = forecastTruth(sumCounts(days))
    expect(truth?.reviews).toBeGreaterThan(500)
    // More was promised than came of it, by more than chance.
    expect((truth?.predicted ?? 0) - (truth?.observed.high ?? 1)).toBeGreaterThan(0.01)
    expect(truth?.rmse).toBeGreaterThan(0.03)
    expect(truth?.rmse).toBeLessThan(0.15)
    const [guess, , sure] = certaintyTruth(sumCounts(days))
    expect(sure?.right.share).toBeGreaterThan(guess?.right.share ?? 1)
  })

  it('says the same again on the same day, and touches nobody else', async () => {
    const other = await addLearner(world.db, 'Somebody')
    expect(await isFilled(world.db)).toBe(false)
    const { classId } = await fill(world.db, given)
    await world.db
      .insert(memberships)
      .values({ classId, learnerId: other.id, role: 'learner', joinedAt: NOW, agreedAt: NOW })
    const before = await told()
    expect(await isFilled(world.db)).toBe(true)
    await fill(world.db, given)
    expect(await told()).toEqual(before)
    expect(await world.db.$count(learners)).toBe(DEMO_LEARNERS + 2)
    expect(await world.db.$count(memberships)).toBe(DEMO_LEARNERS + 2)
  })
})
