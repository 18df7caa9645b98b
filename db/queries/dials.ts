import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, notExists, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { dials, learners } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { DEFAULT_DIALS, dialsAt, nextDayStart } from '@/lib/rules/memory/dials'
import type { DialFact, Dials } from '@/lib/rules/memory/memory'
import { isCurrent } from './session'

/** What scheduling depends on: what held before any dial was turned, and every one that was. For `dialsAt`. */
export type DialHistory = { base: Dials; turned: DialFact[] }

/** What a dial fact is, but for whose. */
export const dialColumns = {
  id: dials.id,
  setAt: dials.setAt,
  holdsFrom: dials.holdsFrom,
  timeZone: dials.timeZone,
  dayStartHour: dials.dayStartHour,
  retention: dials.retention,
  maximumIntervalDays: dials.maximumIntervalDays,
  weights: dials.weights,
}

/** Both reads of a learner's dials, for a list of reads. `toDials` makes of their rows what rules need. */
export const dialReads = (db: Db, learner: Learner) =>
  [
    db
      .select({ timeZone: learners.timeZone, dayStartHour: learners.dayStartHour })
      .from(learners)
      .where(isCurrent(learner)),
    db
      .select(dialColumns)
      .from(dials)
      .innerJoin(learners, and(eq(learners.id, dials.learnerId), isCurrent(learner)))
      .orderBy(asc(dials.holdsFrom), asc(dials.setAt), asc(dials.id)),
  ] as const

export type DialRow = Omit<DialFact, 'weights'> & { weights: readonly number[] | null }
type Own = Pick<Dials, 'timeZone' | 'dayStartHour'>

/** Before the first turned dial the learner's own columns hold. */
export const dialHistory = ({ timeZone, dayStartHour }: Own, turned: readonly DialRow[]): DialHistory => ({
  base: { timeZone, dayStartHour, ...DEFAULT_DIALS },
  turned: turned.map(({ weights, ...fact }) => ({ ...fact, ...(weights && { weights }) })),
})

/** The dials in the rows of `dialReads`; nothing when the session does not count any more. */
export const toDials = ([own]: readonly Own[], turned: readonly DialRow[]): DialHistory | undefined =>
  own && dialHistory(own, turned)

/** The learner's dials; nothing when the session does not count any more. */
export async function readDials(db: Db, learner: Learner): Promise<DialHistory | undefined> {
  return toDials(...(await db.fresh([...dialReads(db, learner)])))
}

/** What a learner can turn: the weights are fitted, not set. */
export type WantedDials = Partial<Omit<Dials, 'weights'>>

/**
 * Turns dials, from the learner's next day on; what is not named stays as it was set last. Turning one to where it
 * stands writes nothing.
 * @returns when what is set now begins to hold, epoch milliseconds (`now` when it does already), and the zone that
 * holds until then; nothing when the session does not count any more
 */
export async function setDials(
  db: Db,
  learner: Learner,
  wanted: WantedDials,
  now: number,
): Promise<{ holdsFrom: number; timeZone: string } | undefined> {
  const history = await readDials(db, learner)
  if (!history) return undefined
  const at = dialsAt(history.base, history.turned)
  const { timeZone } = at(now)
  if (sameDials(at(Number.POSITIVE_INFINITY), wanted))
    return { holdsFrom: Math.max(history.turned.at(-1)?.holdsFrom ?? now, now), timeZone }
  const holdsFrom = nextDayStart(now, at(now))
  const [, , rows] = await db.atomically([...dialWrites(db, learner, wanted, { now, holdsFrom })])
  return rows.length === 1 ? { holdsFrom, timeZone } : undefined
}

/** Whether `wanted` names nothing that is set otherwise. */
const sameDials = (set: Dials, wanted: WantedDials): boolean =>
  Object.entries(wanted).every(([name, value]) => set[name as keyof WantedDials] === value)

/**
 * The writes of `setDials`, for one atomic list. The first fact of a learner takes one before it, which keeps what
 * held until then: the columns go on to show what was set last.
 */
function dialWrites(
  db: Db,
  learner: Learner,
  wanted: WantedDials,
  { now, holdsFrom }: { now: number; holdsFrom: number },
) {
  const last = db
    .select({
      id: sql`${randomUUID()}`.as('id'),
      learnerId: learners.id,
      // Whatever two clocks say, what is written last is what was set last.
      setAt: sql`max(${now}, ${dials.setAt} + 1)`.as('set_at'),
      holdsFrom: sql`max(${holdsFrom}, ${dials.holdsFrom})`.as('holds_from'),
      timeZone: sql`coalesce(${wanted.timeZone ?? null}, ${dials.timeZone})`.as('time_zone'),
      dayStartHour: sql`coalesce(${wanted.dayStartHour ?? null}, ${dials.dayStartHour})`.as('day_start_hour'),
      retention: sql`coalesce(${wanted.retention ?? null}, ${dials.retention})`.as('retention'),
      maximumIntervalDays:
        sql`coalesce(${wanted.maximumIntervalDays ?? null}, ${dials.maximumIntervalDays})`.as(
          'maximum_interval_days',
        ),
      weights: dials.weights,
    })
    .from(dials)
    .innerJoin(learners, and(eq(learners.id, dials.learnerId), isCurrent(learner)))
    .orderBy(desc(dials.holdsFrom), desc(dials.setAt), desc(dials.id))
    .limit(1)
  const own = eq(dials.learnerId, learner.id)
  return [
    db.insert(dials).select(
      db
        .select({
          id: sql`${randomUUID()}`.as('id'),
          learnerId: learners.id,
          setAt: sql`0`.as('set_at'),
          holdsFrom: sql`0`.as('holds_from'),
          timeZone: learners.timeZone,
          dayStartHour: learners.dayStartHour,
          retention: sql`${DEFAULT_DIALS.retention}`.as('retention'),
          maximumIntervalDays: sql`${DEFAULT_DIALS.maximumIntervalDays}`.as('maximum_interval_days'),
          weights: sql`null`.as('weights'),
        })
        .from(learners)
        .where(and(isCurrent(learner), notExists(db.select({ one: sql`1` }).from(dials).where(own)))),
    ),
    db.insert(dials).select(last),
    db
      .update(learners)
      .set({
        timeZone: wanted.timeZone ?? sql`${learners.timeZone}`,
        dayStartHour: wanted.dayStartHour ?? sql`${learners.dayStartHour}`,
      })
      .where(isCurrent(learner))
      .returning({ id: learners.id }),
  ] as const
}
