import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addLearner } from '@/db/fixtures'
import { dials, learners } from '@/db/schema'
import { DRIVERS, type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { asLearner, type Learner } from '@/lib/identity'
import { dialsAt } from '@/lib/rules/memory/dials'
import { readDials, setDials } from './dials'
import { readStudySettings, setHabits } from './study-settings'

/** 3 December 2026, 09:00 in Berlin; the learner's next day starts on the 4th at 04:00 there. */
const NOW = Date.UTC(2026, 11, 3, 8)
const TOMORROW = Date.UTC(2026, 11, 4, 3)
const HOUR = 3_600_000

describe.each(DRIVERS)('dials on %s', (driver) => {
  let home: TemporaryDatabase
  let ada: Learner
  beforeEach(async () => {
    home = await temporaryDatabase(driver)
    ada = await addLearner(home.db, 'Ada', 'Europe/Berlin')
  })
  afterEach(() => home.cleanup())

  const heldAt = async (at: number) => {
    const history = await readDials(home.db, ada)
    if (!history) throw new Error('no dials')
    return dialsAt(history.base, history.turned)(at)
  }
  const columns = async () => {
    const [row] = await home.truth
      .select({ timeZone: learners.timeZone, dayStartHour: learners.dayStartHour })
      .from(learners)
      .where(eq(learners.id, ada.id))
    return row
  }

  it('are the columns and the defaults until one is turned', async () => {
    expect(await readDials(home.db, ada)).toEqual({
      base: { timeZone: 'Europe/Berlin', dayStartHour: 4, retention: 0.9, maximumIntervalDays: 36_500 },
      turned: [],
    })
  })

  it('hold from the start of the next day, and what was before stays true of before', async () => {
    const said = await setDials(home.db, ada, { timeZone: 'America/Lima', dayStartHour: 2 }, NOW)
    expect(said).toEqual({ holdsFrom: TOMORROW, timeZone: 'Europe/Berlin' })
    expect(await columns()).toEqual({ timeZone: 'America/Lima', dayStartHour: 2 })
    for (const at of [0, NOW - 99 * HOUR, NOW, TOMORROW - 1])
      expect(await heldAt(at)).toMatchObject({ timeZone: 'Europe/Berlin', dayStartHour: 4, retention: 0.9 })
    expect(await heldAt(TOMORROW)).toMatchObject({ timeZone: 'America/Lima', dayStartHour: 2 })
  })

  it('are turned one by one: the last of a day counts, and none undoes another', async () => {
    await setDials(home.db, ada, { timeZone: 'Asia/Tokyo' }, NOW)
    await setDials(home.db, ada, { retention: 0.8 }, NOW + HOUR)
    await setDials(home.db, ada, { retention: 0.85, maximumIntervalDays: 365 }, NOW + 2 * HOUR)
    expect(await heldAt(TOMORROW)).toMatchObject({
      timeZone: 'Asia/Tokyo',
      retention: 0.85,
      maximumIntervalDays: 365,
    })
    expect(await heldAt(TOMORROW - 1)).toMatchObject({ timeZone: 'Europe/Berlin', retention: 0.9 })
    // The next day of Tokyo, which holds by then, starts at 19:00 UTC.
    const next = await setDials(home.db, ada, { dayStartHour: 0 }, TOMORROW + HOUR)
    expect(next).toEqual({ holdsFrom: Date.UTC(2026, 11, 4, 19), timeZone: 'Asia/Tokyo' })
    expect(await heldAt(TOMORROW + HOUR)).toMatchObject({ dayStartHour: 4, retention: 0.85 })
  })

  it('that stand there already write nothing', async () => {
    expect(await setDials(home.db, ada, { timeZone: 'Europe/Berlin', retention: 0.9 }, NOW)).toEqual({
      holdsFrom: NOW,
      timeZone: 'Europe/Berlin',
    })
    expect(await home.truth.$count(dials)).toBe(0)
    await setDials(home.db, ada, { retention: 0.8 }, NOW)
    expect(await setDials(home.db, ada, { retention: 0.8 }, NOW + HOUR)).toMatchObject({
      holdsFrom: TOMORROW,
    })
    expect(await home.truth.$count(dials)).toBe(2)
  })

  it('turned at once by two devices keep what was before once, and both are turned', async () => {
    await Promise.all([
      setDials(home.db, ada, { retention: 0.8 }, NOW),
      setDials(home.db, ada, { timeZone: 'Asia/Tokyo' }, NOW + 1),
    ])
    await home.settled()
    const history = await readDials(home.db, ada)
    expect(history?.turned.filter(({ holdsFrom }) => holdsFrom === 0)).toHaveLength(1)
    expect(await heldAt(NOW)).toMatchObject({ timeZone: 'Europe/Berlin', retention: 0.9 })
    expect(await heldAt(TOMORROW)).toMatchObject({ timeZone: 'Asia/Tokyo', retention: 0.8 })
  })

  it('and habits are nobody else’s to read or turn', async () => {
    const stale = asLearner({ id: ada.id, sessionVersion: 7 })
    const habits = { newADay: 5, reviewsADay: 50, twoButtons: true, shortcuts: false }
    expect(await readDials(home.db, stale)).toBeUndefined()
    expect(await readStudySettings(home.db, stale)).toBeUndefined()
    expect(await setDials(home.db, stale, { retention: 0.8 }, NOW)).toBeUndefined()
    expect(await setHabits(home.db, stale, habits)).toBe(false)
    expect(await home.truth.$count(dials)).toBe(0)
    const ben = await addLearner(home.db, 'Ben')
    expect(await setHabits(home.db, ada, habits)).toBe(true)
    await setDials(home.db, ada, { retention: 0.8 }, NOW)
    expect((await readStudySettings(home.db, ada))?.habits).toEqual(habits)
    expect(await readStudySettings(home.db, ben)).toEqual({
      habits: { newADay: 20, reviewsADay: 200, twoButtons: false, shortcuts: true },
      dials: {
        base: { timeZone: 'UTC', dayStartHour: 4, retention: 0.9, maximumIntervalDays: 36_500 },
        turned: [],
      },
    })
  })
})
