import { and, eq, gt, gte, inArray, lte, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { throttles } from '@/db/schema'

/** One thing that is counted: at most `most` turns of `key` in a window of `windowMs`. */
export type Limit = { key: string; most: number; windowMs: number }

/**
 * Counts one turn of every key at `now` and says whether all stay within their limits. The turn is counted before
 * its outcome is known, so that many at once cannot slip by; `giveBack` returns one that turned out well.
 */
export async function takeTurn(db: Db, limits: readonly [Limit, ...Limit[]], now: number): Promise<boolean> {
  const count = ({ key, windowMs }: Limit) =>
    db
      .insert(throttles)
      .values({ key, count: 1, resetsAt: now + windowMs })
      .onConflictDoUpdate({ target: throttles.key, set: { count: sql`${throttles.count} + 1` } })
      .returning({ count: throttles.count })
  const [first, ...others] = limits
  const [, ...counted] = await db.atomically([
    db.delete(throttles).where(lte(throttles.resetsAt, now)),
    count(first),
    ...others.map(count),
  ])
  const counts = counted as { count: number }[][]
  return limits.every(({ most }, index) => (counts[index]?.[0]?.count ?? 0) <= most)
}

/** Returns a turn of each key. */
export async function giveBack(db: Db, keys: readonly string[]): Promise<void> {
  await db.atomically([
    db
      .update(throttles)
      .set({ count: sql`max(0, ${throttles.count} - 1)` })
      .where(inArray(throttles.key, [...keys])),
  ])
}

/** Forgets what was counted for these keys. */
export async function forgive(db: Db, keys: readonly string[]): Promise<void> {
  await db.delete(throttles).where(inArray(throttles.key, [...keys]))
}

/** Whether a key has used up its turns, without taking one. */
export async function isSpent(db: Db, { key, most }: Limit, now: number): Promise<boolean> {
  const [rows] = await db.fresh([
    db
      .select({ key: throttles.key })
      .from(throttles)
      .where(and(eq(throttles.key, key), gt(throttles.resetsAt, now), gte(throttles.count, most))),
  ])
  return rows.length > 0
}
