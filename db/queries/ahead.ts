import { and, eq, gt, gte, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { items, rollups, snapshots } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { addDays, dayStart, localDay } from '@/lib/rules/local-day'
import { dialsAt } from '@/lib/rules/memory/dials'
import { dialReads, toDials } from './dials'

/** What comes back by itself, counted in items: tomorrow, and within seven days from tomorrow on. */
export type Ahead = { tomorrow: number; week: number; studied: boolean }

/**
 * What a learner's own items bring in the days to come, new ones left out; and whether they ever answered any. Days are
 * the learner's own. Nothing for a session that does not count any more.
 * @param now epoch milliseconds
 */
export async function readAhead(db: Db, learner: Learner, now: number): Promise<Ahead> {
  const [own, turned, answered] = await db.fresh([
    ...dialReads(db, learner),
    db
      .select({ deckId: rollups.deckId })
      .from(rollups)
      .where(and(eq(rollups.learnerId, learner.id), gt(rollups.attempts, 0)))
      .limit(1),
  ])
  const history = toDials(own, turned)
  if (!history) return { tomorrow: 0, week: 0, studied: false }
  const { timeZone, dayStartHour } = dialsAt(history.base, history.turned)(now)
  const today = localDay(now, timeZone, dayStartHour)
  const start = (days: number) => dayStart(addDays(today, days), timeZone, dayStartHour)
  const [[counts]] = await db.fresh([
    db
      .select({
        week: sql<number>`count(*)`,
        tomorrow: sql<number>`coalesce(sum(${snapshots.askAt} < ${start(2)}), 0)`,
      })
      .from(snapshots)
      .innerJoin(items, eq(items.id, snapshots.itemId))
      .where(
        and(
          eq(snapshots.learnerId, learner.id),
          gte(snapshots.askAt, start(1)),
          lt(snapshots.askAt, start(8)),
          isNull(items.retiredAt),
        ),
      ),
  ])
  return { tomorrow: counts?.tomorrow ?? 0, week: counts?.week ?? 0, studied: answered.length > 0 }
}
