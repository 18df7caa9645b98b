import { randomUUID } from 'node:crypto'
import { eq, like, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { addDeck, addLearner, submit } from '@/db/fixtures'
import { items, learners, snapshots, studyDays } from '@/db/schema'
import { temporaryDatabase } from '@/db/testing'
import type { Answer } from '@/lib/rules/answer'
import { addDays, dayStart } from '@/lib/rules/local-day'
import { draw } from '@/lib/rules/review/draw'
import { recordFact } from './facts'
import { readQueue } from './review-queue'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const SECONDS_AN_ANSWER = 15
const ZONE = 'Europe/Berlin'
const FIRST = '2025-09-01'
const DAYS = 365
const NEW_A_DAY = 6
const REVIEWS_A_DAY = 12
const THRESHOLD = -0.45
/** Three weeks in which nobody studies. */
const AWAY = { from: 150, to: 171 }

/**
 * Whether somebody recalls an item: Anderson and Schooler's base-level activation, the logarithm of the sum of powers
 * of the ages of all presentations, against a threshold with logistic noise. It forgets by other laws than the
 * scheduler believes in: by every single encounter, each with one decay, without a stability. The threshold makes them forget about as much as learners do whom the scheduler's weights
 * were fitted to.
 */
class ActivationLearner {
  readonly #met = new Map<string, number[]>()
  #draws = 0

  recalls(item: string, at: number): boolean {
    const met = this.#met.get(item) ?? []
    const decay = 0.25 + 0.3 * draw(`decay ${item}`)
    const strength = met.reduce((sum, then) => sum + (Math.max(at - then, HOUR) / DAY) ** -decay, 0)
    const chance = strength === 0 ? 0 : 1 / (1 + Math.exp((THRESHOLD - Math.log(strength)) / 0.35))
    met.push(at)
    this.#met.set(item, met)
    this.#draws += 1
    return draw(`chance ${this.#draws}`) < chance
  }
}

function answerTo(item: string, right: boolean): Answer {
  if (item.includes('card')) return { kind: 'card', grade: right ? 'good' : 'forgot' }
  if (item.includes('question')) return { kind: 'question', chosen: [right ? 'b' : 'a'] }
  const text = right ? 'Plants turn light into sugar and release oxygen.' : 'I do not know any more.'
  return { kind: 'prompt', text }
}

it('a year of daily reviews exceeds no day’s limit, leaves nothing out, and keeps what is wanted to be kept', {
  timeout: 60_000,
}, async () => {
  const world = await temporaryDatabase('file')
  const { db } = world
  try {
    // Nothing here has to survive a power cut.
    await db.run(sql`pragma synchronous = off`)
    for (const deck of ['first', 'second']) await addDeck(db, deck, 20)
    await db.update(items).set({ level: 'intermediate' }).where(like(items.id, '%-1_'))
    const ada = await addLearner(db, 'Ada', ZONE)
    const habits = { newADay: NEW_A_DAY, reviewsADay: REVIEWS_A_DAY }
    await db.update(learners).set(habits).where(eq(learners.id, ada.id))

    const person = new ActivationLearner()
    const answer = async (itemId: string, at: number) => {
      const given = submit(itemId, answerTo(itemId, person.recalls(itemId, at)), { answeredAt: at })
      const fact = { fact: 'attempt' as const, ...given, id: randomUUID(), context: 'review' as const }
      expect(await recordFact(db, ada, fact, at)).toMatchObject({ recorded: true })
    }
    /** What is asked is answered in its order; when only steps of learning are left, they are waited for. */
    const study = async (from: number) => {
      let now = from
      for (;;) {
        const read = await readQueue(db, ada, now)
        if (!read) throw new Error('The session counts.')
        for (const { id } of read.queue.order) {
          await answer(id, now)
          now += SECONDS_AN_ANSWER * 1000
        }
        const { nextAt } = read.queue
        if (read.queue.order.length > 0) continue
        if (nextAt === undefined || nextAt > from + HOUR) return
        now = Math.max(now, nextAt)
      }
    }

    const evening = (day: number) => dayStart(addDays(FIRST, day), ZONE, 19)
    // A deck is in the queue once it was begun on its page.
    for (const deck of ['first', 'second']) await answer(`${deck}/card-1`, evening(0))
    let backlog = 0
    for (let day = 0; day < DAYS; day += 1) {
      if (day >= AWAY.from && day < AWAY.to) continue
      if (day === AWAY.to) backlog = (await readQueue(db, ada, evening(day)))?.waiting ?? 0
      await study(evening(day))
    }

    const rows = await db.select().from(studyDays).where(eq(studyDays.learnerId, ada.id))
    const total = (name: string, of = rows) => of.reduce((sum, { counts }) => sum + (counts[name] ?? 0), 0)
    const days = [...new Set(rows.map(({ localDay }) => localDay))]
    expect(days.length).toBeGreaterThan(200)
    for (const day of days) {
      const mine = rows.filter(({ localDay }) => localDay === day)
      expect(total('added', mine)).toBeLessThanOrEqual(NEW_A_DAY)
      expect(total('youngN', mine) + total('matureN', mine)).toBeLessThanOrEqual(REVIEWS_A_DAY)
    }
    // Every answer counted: nothing was asked before its time, and nothing twice a day.
    expect(total('reviews')).toBe(total('attempts'))

    const memories = await db.select().from(snapshots).where(eq(snapshots.learnerId, ada.id))
    expect(memories).toHaveLength(120)
    const latest = evening(DAYS - 1)
    const shelved = memories.filter(({ leech }) => leech === 1)
    expect(shelved.length).toBeLessThan(12)
    // As many a day as there are: all were met within the days that this takes, and none was let go.
    for (const { firstAt } of memories) expect(firstAt).toBeLessThan(evening(35))
    for (const { askAt, leech } of memories) if (!leech) expect(askAt).toBeGreaterThan(latest - DAY)
    // The limit was put to the test.
    expect(backlog).toBeGreaterThan(REVIEWS_A_DAY)

    const asked = total('youngN') + total('matureN')
    const recalled = (total('youngR') + total('matureR')) / asked
    expect(asked).toBeGreaterThan(800)
    expect([recalled > 0.85, recalled < 0.95, recalled]).toEqual([true, true, recalled])
  } finally {
    await world.cleanup()
  }
})
